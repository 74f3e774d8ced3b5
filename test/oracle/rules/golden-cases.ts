import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { labels, statuses } from '../../../src/domain/status.ts'
import { recordShape } from './record.ts'

const Badges = z.strictObject({
  partlyAdmitted: z.strictObject({ by: z.array(z.string()), of: z.int() }).optional(),
  earlierVersion: z.strictObject({ claim: z.string(), status: z.enum(statuses) }).optional(),
})

const GoldenCase = z.strictObject({
  name: z.string(),
  why: z.string().optional(),
  ...recordShape,
  expect: z
    .record(
      z.string(),
      z.strictObject({
        label: z.enum(labels),
        status: z.enum(statuses),
        cites: z.array(z.string()),
        badges: Badges.default({}),
      }),
    )
    .optional(),
  link_guards: z.record(z.string(), z.enum(labels)).optional(),
  refused: z.array(z.string().transform(ruleNamed)).default([]),
})
export type GoldenCase = z.infer<typeof GoldenCase>
export type Badges = z.infer<typeof Badges>

/** The depth of links has a shorter name in the API. */
function ruleNamed(name: string): string {
  return name === 'links-on-links-depth' ? 'tower' : name
}

/** The cases of §4. */
export const goldenCases = read('golden.json')

/** What the golden cases leave out: unknown dates, unnamed speakers, merges, rules 8 and 9. */
export const moreCases = read('more-cases.json')

function read(file: string): readonly GoldenCase[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return z.array(GoldenCase).parse(JSON.parse(text))
}
