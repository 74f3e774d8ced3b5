import { withoutVoided, type PlainLink, type PlainRecord } from './record.ts'

/** The survivor of each merged source and claim, in chains of any length. */
export type PlainMerges = ReadonlyMap<string, string>

/**
 * The record that rules/2.md §1.2 reads after merges: "A merged object is absent, and whatever
 * names it names the survivor; links that are equal then count once."
 */
export function mergedRecord(record: PlainRecord, merges: PlainMerges): PlainRecord {
  return countedOnce(withoutMerged(record, merges))
}

/** The same with all links: those that are equal are still there. */
export function withoutMerged(record: PlainRecord, merges: PlainMerges): PlainRecord {
  const survivor = survivorIn(merges)
  const affiliations = record.sources.flatMap((source) =>
    source.affiliations.map((each) => ({
      of: survivor(source.id),
      ...each,
      to: survivor(each.to),
    })),
  )
  return {
    sources: record.sources
      .filter(({ id }) => !merges.has(id))
      .map((source) =>
        Object.assign({}, source, {
          affiliations: affiliations
            .filter(({ of, to }) => of === source.id && to !== source.id)
            .map(({ of: _, ...affiliation }) => affiliation),
        }),
      ),
    claims: record.claims
      .filter(({ id }) => !merges.has(id))
      .map((claim) =>
        Object.assign({}, claim, {
          speaker: claim.speaker && survivor(claim.speaker),
          about: [...new Set(claim.about.map(survivor))],
        }),
      ),
    links: record.links.map((link) =>
      Object.assign({}, link, {
        from: survivor(link.from),
        to: 'claim' in link.to ? { claim: survivor(link.to.claim) } : link.to,
      }),
    ),
  }
}

/** What an id leads to. */
export function survivorIn(merges: PlainMerges): (id: string) => string {
  const survivor = (id: string): string => {
    const into = merges.get(id)
    return into === undefined ? id : survivor(into)
  }
  return survivor
}

/**
 * Leaves out live links that equal another, one after the other; references to them name the other.
 */
function countedOnce(record: PlainRecord): PlainRecord {
  const live = withoutVoided(record).links.filter(({ ended }) => !ended)
  for (const [index, link] of live.entries()) {
    const equal = live.slice(0, index).find((other) => isEqual(other, link))
    if (equal) return countedOnce({ ...record, links: without(record.links, link, equal) })
  }
  return record
}

function isEqual(one: PlainLink, other: PlainLink): boolean {
  const isSameTarget =
    'claim' in one.to
      ? 'claim' in other.to && one.to.claim === other.to.claim
      : 'link' in other.to && one.to.link === other.to.link
  return one.relation === other.relation && one.from === other.from && isSameTarget
}

function without(links: readonly PlainLink[], link: PlainLink, equal: PlainLink): PlainLink[] {
  return links
    .filter(({ id }) => id !== link.id)
    .map((each) =>
      'link' in each.to && each.to.link === link.id
        ? Object.assign({}, each, { to: { link: equal.id } })
        : each,
    )
}
