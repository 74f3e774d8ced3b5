import type { PlainRecord } from './record.ts'

/** The same record under other ids, such as those that an import gave to its refs. */
export function renamed(record: PlainRecord, ids: ReadonlyMap<string, string>): PlainRecord {
  const idOf = (ref: string) => {
    const id = ids.get(ref)
    if (id === undefined) throw new Error(`There is no id for ${ref}.`)
    return id
  }
  return {
    ...record,
    sources: record.sources.map((source) =>
      Object.assign({}, source, {
        id: idOf(source.id),
        affiliations: source.affiliations.map((affiliation) =>
          Object.assign({}, affiliation, { to: idOf(affiliation.to) }),
        ),
      }),
    ),
    claims: record.claims.map((claim) =>
      Object.assign({}, claim, {
        id: idOf(claim.id),
        speaker: claim.speaker && idOf(claim.speaker),
        about: claim.about.map(idOf),
      }),
    ),
    links: record.links.map((link) =>
      Object.assign({}, link, {
        id: idOf(link.id),
        from: idOf(link.from),
        to: 'claim' in link.to ? { claim: idOf(link.to.claim) } : { link: idOf(link.to.link) },
      }),
    ),
    ...(record.merges && {
      merges: record.merges.map((merge) =>
        Object.assign({}, merge, { from: idOf(merge.from), into: idOf(merge.into) }),
      ),
    }),
  }
}
