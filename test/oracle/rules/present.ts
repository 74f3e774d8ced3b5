import type { Link, PlainRecord } from './record.ts'

/**
 * §1.2: the record without what is voided or merged. "A merged object is absent, and whatever names
 * it names the survivor; links that are equal then count once." "A voided claim or link is as if it
 * had never been entered, with every link from or onto it, and so on."
 */
export function presentIn(record: PlainRecord): PlainRecord {
  return withoutVoided(withoutMerged(record))
}

function withoutMerged({ sources, claims, links }: PlainRecord): PlainRecord {
  const source = survivorsOf(sources)
  const claim = survivorsOf(claims)
  const link = survivorsOf(links)
  const renamed = links
    .filter((each) => !each.mergedInto)
    .map((each) => ({ ...each, from: claim(each.from), to: link(claim(each.to)) }))
  return {
    sources: sources
      .filter((each) => !each.mergedInto)
      .map((each) => ({
        ...each,
        affiliations: each.affiliations.map((one) => ({ ...one, source: source(one.source) })),
      })),
    claims: claims
      .filter((each) => !each.mergedInto)
      .map((each) => ({
        ...each,
        speaker: each.speaker === null ? null : source(each.speaker),
        about: [...new Set(each.about.map(source))],
      })),
    links: countedOnce(
      renamed,
      new Set(renamed.filter((each) => isRenamed(each, links)).map(({ id }) => id)),
    ),
  }
}

/** Of equal links, of which a merge renamed one, the first by id stays; links onto the others follow. */
function countedOnce(links: readonly Link[], renamed: ReadonlySet<string>): Link[] {
  for (const gone of links) {
    const kept = links
      .filter((link) => link.id < gone.id && areEqual(link, gone))
      .filter((link) => renamed.has(link.id) || renamed.has(gone.id))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))[0]
    if (kept === undefined) continue
    const rest = links
      .filter((link) => link !== gone)
      .map((link) => (link.to === gone.id ? { ...link, to: kept.id } : link))
    return countedOnce(rest, new Set([...renamed, kept.id]))
  }
  return [...links]
}

function isRenamed(link: Link, before: readonly Link[]): boolean {
  const entered = before.find(({ id }) => id === link.id)
  return entered?.from !== link.from || entered.to !== link.to
}

/** From the name of an object to that of the object it stands for by now. */
function survivorsOf(objects: readonly { id: string; mergedInto?: string | undefined }[]) {
  const survivor = (id: string): string => {
    const into = objects.find((object) => object.id === id)?.mergedInto
    return into === undefined ? id : survivor(into)
  }
  return survivor
}

function withoutVoided({ sources, claims, links }: PlainRecord): PlainRecord {
  const there = new Set([...claims, ...links].filter(({ voided }) => !voided).map(({ id }) => id))
  for (let before = -1; before !== there.size;) {
    before = there.size
    for (const { id, from, to } of links) {
      if (!there.has(from) || !there.has(to)) there.delete(id)
    }
  }
  return {
    sources,
    claims: claims.filter(({ id }) => there.has(id)),
    links: links.filter(({ id }) => there.has(id)),
  }
}

function areEqual(one: Link, other: Link): boolean {
  return (
    one.rel === other.rel &&
    one.from === other.from &&
    one.to === other.to &&
    (one.ended === null) === (other.ended === null) &&
    one.voided === other.voided &&
    one.change === other.change
  )
}
