import type { RecordItems } from '../../src/engine/memory.ts'
import { goldenCases as cases, type GoldenCase as Case } from '../oracle/golden-cases.ts'

/** The cases of rules/1.md §4, as input of the engine. */
export const goldenCases = cases.map((each) => ({
  name: each.name,
  items: itemsOf(each),
  expected: new Map(Object.entries(each.expect)),
  guards: new Map(Object.entries(each.link_guards)),
}))
export type GoldenCase = (typeof goldenCases)[number]

function itemsOf({ claims, links }: Case): RecordItems {
  const ids = new Set(claims.map((claim) => claim.id))
  return {
    claims: claims.map(({ at, ...claim }) => ({ ...claim, assertedAt: at })),
    links: links.map(({ rel, to, ...link }) => ({
      ...link,
      relation: rel,
      to: ids.has(to) ? { claim: to } : { link: to },
    })),
    affiliations: [],
  }
}
