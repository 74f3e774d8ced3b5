import type { ItemId, RecordView } from './record.ts'

/** The same record; notes the claims, links and sources about which it is asked. */
export function noting(record: RecordView, note: (id: ItemId) => void): RecordView {
  const of = <Id extends string, Rest extends readonly unknown[], Answer>(
    ask: (id: Id, ...rest: Rest) => Answer,
  ) => {
    return (id: Id, ...rest: Rest): Answer => {
      note(id)
      return ask(id, ...rest)
    }
  }
  return {
    get misses() {
      return record.misses
    },
    claim: of((id) => record.claim(id)),
    link: of((id) => record.link(id)),
    linksFrom: of((claim, relation) => record.linksFrom(claim, relation)),
    linksOnto: of((target, relation) => record.linksOnto(target, relation)),
    undercutsOfLinksOf: of((claim) => record.undercutsOfLinksOf(claim)),
    affiliationsOf: of((source) => record.affiliationsOf(source)),
    claimsOfSide: of((source) => record.claimsOfSide(source)),
  }
}
