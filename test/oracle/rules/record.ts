import { z } from 'zod'
import {
  affiliationRelations,
  aspects,
  claimKinds,
  relations,
  responses,
} from '../../../src/domain/kinds.ts'
import { timeOf } from './dates.ts'

const written = z.union([z.number(), z.string(), z.null()])
const time = written.transform(timeOf)
/** When it was withdrawn or ended, or null; `true` is at a date that is unknown. */
const over = z
  .union([z.boolean(), z.number(), z.string()])
  .default(false)
  .transform((value) => (value === false ? null : timeOf(value === true ? null : value)))
/** The object that this one, entered twice, was merged into (§1.2). */
const mergedInto = z.string().optional()

const Source = z.strictObject({
  id: z.string(),
  affiliations: z
    .array(
      z.strictObject({
        relation: z.enum(affiliationRelations),
        source: z.string(),
        from: written.default(null).transform(timeOf),
        to: written.default(null).transform(timeOf),
      }),
    )
    .default([]),
  mergedInto,
})

const Claim = z.strictObject({
  id: z.string(),
  kind: z.enum(claimKinds),
  /** Null: nobody is named. */
  speaker: z.string().nullable(),
  about: z.array(z.string()),
  at: time,
  withdrawn: over,
  voided: z.boolean().default(false),
  points: z.array(z.strictObject({ id: z.string(), ended: z.boolean() })).default([]),
  mergedInto,
  /** Whether the ruling, and the withdrawal, have a citation (rule 8). */
  cited: z.boolean().default(true),
  withdrawalCited: z.boolean().default(true),
})

const Link = z.strictObject({
  id: z.string(),
  rel: z.enum(relations),
  from: z.string(),
  /** A claim or a link. */
  to: z.string(),
  ended: over,
  voided: z.boolean().default(false),
  change: z.enum(['substance', 'wording']).default('substance'),
  response: z.enum(responses).nullable().default(null),
  meets: z.array(z.string()).default([]),
  aspect: z.enum(aspects).nullable().default(null),
  mergedInto,
  /** Whether the concession has a citation (rule 8). */
  cited: z.boolean().default(true),
})

/** A record as the golden cases write it. */
export const recordShape = {
  sources: z.array(Source).default([]),
  claims: z.array(Claim),
  links: z.array(Link),
}
export const PlainRecord = z.object(recordShape)

export type Source = z.infer<typeof Source>
export type Claim = z.infer<typeof Claim>
export type Link = z.infer<typeof Link>
export type PlainRecord = z.infer<typeof PlainRecord>
export type WrittenRecord = z.input<typeof PlainRecord>
