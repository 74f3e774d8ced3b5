import type { RecordItems } from '../../../src/engine/record/memory.ts'
import { mergeItems } from '../../../src/engine/record/merges.ts'
import type { PlainRecord } from './record.ts'

/** A record of the golden cases as input of the engine, with its merges carried out. */
export function itemsOf({ sources, claims, links }: PlainRecord): RecordItems {
  const isClaim = new Set(claims.map(({ id }) => id))
  const merges = [...sources, ...claims].flatMap(({ id, mergedInto }) =>
    mergedInto === undefined ? [] : [[id, mergedInto] as const],
  )
  const mergedLinks = new Map(links.map(({ id, mergedInto = id }) => [id, mergedInto]))
  const entered = links.filter(({ mergedInto }) => mergedInto === undefined)
  const items: RecordItems = {
    claims: claims.map(({ id, kind, speaker, about, at, withdrawn, voided, points }) => {
      const isWithdrawn = withdrawn !== null
      return { id, kind, speaker, about, assertedAt: at, withdrawn: isWithdrawn, voided, points }
    }),
    links: entered.map(({ id, rel, from, to, ended, voided, change, ...said }) => ({
      id,
      relation: rel,
      from,
      to: isClaim.has(to) ? { claim: to } : { link: mergedLinks.get(to) ?? to },
      change,
      response: said.response,
      meets: said.meets,
      aspect: said.aspect,
      ended: ended !== null,
      voided,
    })),
    affiliations: sources.flatMap(({ id, affiliations }) =>
      affiliations.map(({ relation, source, from, to }) => {
        return { source: id, relation, to: source, from, until: to }
      }),
    ),
  }
  return merges.length > 0 ? mergeItems(items, new Map(merges)) : items
}
