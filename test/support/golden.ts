import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { claimKinds, relations } from '../../src/domain/kinds.ts'
import { labels, statuses } from '../../src/domain/status.ts'
import type { RecordItems } from '../../src/engine/memory.ts'

const GoldenJson = z.strictObject({
  name: z.string(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      speaker: z.string(),
      about: z.array(z.string()),
      kind: z.enum(claimKinds),
      at: z.number(),
      withdrawn: z.boolean().default(false),
      voided: z.boolean().default(false),
    }),
  ),
  links: z.array(
    z.strictObject({
      id: z.string(),
      rel: z.enum(relations),
      from: z.string(),
      to: z.string(),
      ended: z.boolean().default(false),
      voided: z.boolean().default(false),
    }),
  ),
  expect: z.record(
    z.string(),
    z.strictObject({ label: z.enum(labels), status: z.enum(statuses), cites: z.array(z.string()) }),
  ),
  link_guards: z.record(z.string(), z.enum(labels)),
})

const file = new URL('../golden.json', import.meta.url)

/** The cases of semantics.md §4. */
export const goldenCases = z
  .array(GoldenJson)
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .map((json) => ({
    name: json.name,
    items: itemsOf(json),
    expected: new Map(Object.entries(json.expect)),
    guards: new Map(Object.entries(json.link_guards)),
  }))
export type GoldenCase = (typeof goldenCases)[number]

function itemsOf({ claims, links }: z.infer<typeof GoldenJson>): RecordItems {
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
