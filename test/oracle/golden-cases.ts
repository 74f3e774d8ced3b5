import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { claimKinds, relations } from '../../src/domain/kinds.ts'
import { labels, statuses } from '../../src/domain/status.ts'
import type { PlainRecord } from './record.ts'

const GoldenCase = z.strictObject({
  name: z.string(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(claimKinds),
      speaker: z.string(),
      about: z.array(z.string()),
      at: z.int(),
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
    z.strictObject({
      label: z.enum(labels),
      status: z.enum(statuses),
      cites: z.array(z.string()),
    }),
  ),
  link_guards: z.record(z.string(), z.enum(labels)),
})
export type GoldenCase = z.infer<typeof GoldenCase>

/** The cases of rules/1.md §4. */
export const goldenCases: readonly GoldenCase[] = z
  .array(GoldenCase)
  .parse(JSON.parse(readFileSync(new URL('../golden.json', import.meta.url), 'utf8')))

export function goldenCase(prefix: string): GoldenCase {
  const found = goldenCases.find(({ name }) => name.startsWith(prefix))
  if (!found) throw new Error(`There is no golden case ${prefix}.`)
  return found
}

/** A golden case as a record; its sources are plain names without affiliations. */
export function recordOf({ claims, links }: GoldenCase): PlainRecord {
  const isLink = new Set(links.map(({ id }) => id))
  return {
    sources: [],
    claims,
    links: links.map(({ rel, to, ...link }) => ({
      ...link,
      relation: rel,
      to: isLink.has(to) ? { link: to } : { claim: to },
    })),
  }
}
