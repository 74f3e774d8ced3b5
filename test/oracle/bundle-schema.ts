import { z } from 'zod'
import {
  affiliationRelations,
  aspects,
  attributions,
  claimKinds,
  figureForms,
  relations,
  reportKinds,
  responses,
  sourceKinds,
} from '../../src/domain/kinds.ts'

/** Prose as golden cases have it: no lone surrogates, no characters that hide or turn. */
const Prose = z
  .string()
  .min(1)
  .max(5000)
  .refine((text) => text.isWellFormed() && text.trim() === text)
  .refine((text) => !/[\p{Cc}\p{Noncharacter_Code_Point}\uFFFD]/u.test(text.replace(/[\t\n]/g, '')))
  .refine((text) => !/[\u202A-\u202E\u2066-\u2069]/u.test(text))
const Name = Prose.max(200)
const Ref = z.string().regex(/^[a-z0-9-]+$/)
const Lang = z.enum(['en', 'ko'])
const WorldDate = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z|\/(\d{4}-\d\d-\d\d|\.\.))?)?)?$/)
const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const Target = z.union([z.strictObject({ claim: Ref }), z.strictObject({ link: Ref })])
const Reason = Prose.max(2000)

const Source = z.strictObject({
  type: z.literal('source'),
  ref: Ref,
  kind: z.enum(sourceKinds),
  name: Name,
  names: z.array(z.strictObject({ lang: Lang, name: Name })),
  aliases: z.array(Name).optional(),
  affiliations: z
    .array(
      z.strictObject({
        relation: z.enum(affiliationRelations),
        source: Ref,
        from: WorldDate.optional(),
        to: WorldDate.optional(),
      }),
    )
    .optional(),
})

const Report = z.strictObject({
  type: z.literal('report'),
  ref: Ref,
  source: Ref,
  kind: z.enum(reportKinds),
  url: z.url().nullable(),
  title: Prose.max(300),
  lang: Lang,
  publishedAt: WorldDate.optional(),
  length: z.int().optional(),
})

const Figure = z
  .strictObject({
    metric: Prose,
    form: z.enum(figureForms),
    low: Decimal.nullable(),
    high: Decimal.nullable(),
    lowExclusive: z.boolean(),
    highExclusive: z.boolean(),
    unit: z.literal(['ratio', 'percent', 'USD']),
    baseline: Prose.nullable(),
    period: Prose.nullable(),
    scope: Prose.nullable(),
  })
  .refine(({ low, high }) => low !== null || high !== null)
  .refine(({ low, high }) => low === null || high === null || Number(low) <= Number(high))

const Claim = z
  .strictObject({
    type: z.literal('claim'),
    ref: Ref,
    kind: z.enum(claimKinds),
    speaker: Ref.nullable(),
    about: z.array(Ref),
    text: Prose,
    lang: Lang,
    texts: z
      .array(z.strictObject({ lang: Lang, text: Prose, by: z.enum(['human', 'machine']) }))
      .optional(),
    assertedAt: WorldDate.nullable(),
    points: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z]\d{0,3}$/),
          text: Name,
          texts: z.array(z.strictObject({ lang: Lang, text: Name, by: z.literal('human') })),
        }),
      )
      .optional(),
    figure: Figure.nullable(),
    citations: z
      .array(z.strictObject({ report: Ref, quote: Prose, attribution: z.enum(attributions) }))
      .min(1),
  })
  .refine(({ kind, figure }) => (kind === 'figure') === (figure !== null))

const Link = z.strictObject({
  type: z.literal('link'),
  ref: Ref,
  relation: z.enum(relations),
  from: Ref,
  to: Target,
  change: z.enum(['substance', 'wording']).optional(),
  aspect: z.enum(aspects).optional(),
  arguendo: z.boolean().optional(),
  response: z.enum(responses).optional(),
  meets: z.array(z.string()).optional(),
  citations: z.array(z.strictObject({ report: Ref, quote: Prose })).optional(),
})

const overAt = {
  at: WorldDate,
  reason: Reason,
  citation: z.strictObject({ report: Ref, quote: Prose }).optional(),
}

/** A strict schema of a line, written without looking at the service's own. */
export const Line = z.union([
  z.strictObject({
    type: z.literal('bundle'),
    namespace: Ref,
    duplicates: z.literal('new').optional(),
  }),
  Source,
  Report,
  Claim,
  Link,
  z.strictObject({
    type: z.literal('withdrawal'),
    claim: Ref,
    ...overAt,
    uncited: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('end'), link: Ref, ...overAt }),
  z.strictObject({ type: z.literal('void'), claim: Ref, reason: Reason }),
  z.strictObject({ type: z.literal('void'), link: Ref, reason: Reason }),
])
export type Line = z.infer<typeof Line>
