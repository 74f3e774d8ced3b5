import { nouns, type Noun } from '../domain/nouns.ts'
import { z } from 'zod'
import { claimFields, requireOneSense } from '../domain/claim.ts'
import { linkFields, requireFlagsOfRelation } from '../domain/link.ts'
import { mergeable } from '../domain/merge.ts'
import { id, reference } from '../domain/references.ts'
import { newReport } from '../domain/report.ts'
import { newSource } from '../domain/source.ts'
import { newStory } from '../domain/story.ts'
import { text, textMax } from '../domain/text.ts'
import { timeZone } from '../domain/time-zone.ts'
import { worldDate } from '../domain/world-date.ts'
import {
  tombstoneLine,
  uncited,
  writtenCitation,
  writtenCitations,
  type WrittenCitation,
} from './tombstone-lines.ts'

const ref = reference.optional()
const reason = text(textMax.note).nullable().meta({
  description: 'null only if a redaction removed it.',
})

const endingFields = {
  at: worldDate,
  reason,
  citation: writtenCitation.optional().meta({ description: 'Short for `citations` of one.' }),
  citations: writtenCitations,
}

/** Endings of claims and links, named by their claim or link; they can be voided too. */
export const endedBy = { withdrawal: 'claim', end: 'link' } as const
export type EndingNoun = keyof typeof endedBy
const endingNouns = ['withdrawal', 'end'] as const satisfies readonly EndingNoun[]

/** Everything that a `void` line can name, with the noun of its reference. */
export const voidTargets: readonly { field: Noun | EndingNoun; type: Noun }[] = [
  ...nouns.map((field) => ({ field, type: field })),
  ...endingNouns.map((field) => ({ field, type: endedBy[field] })),
]

const voidFields = [...voidTargets.map(({ field }) => field), 'merge' as const]

/**
 * The lines of a bundle: NDJSON, one object per line, `type` first. The caller chooses the `ref`s;
 * with a namespace, they are remembered between imports.
 */
export const bundleLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('bundle'),
    namespace: reference.optional(),
    timezone: timeZone.optional().meta({
      description:
        'The IANA time zone of dates that have a time but no offset, such as `2021-01-03 20:01:30`. Without it, they are refused.',
    }),
    license: text(textMax.url).optional().meta({
      description: 'The terms on which an exported record may be used. An import ignores it.',
    }),
    duplicates: z.enum(['refuse', 'join', 'new']).optional().meta({
      description:
        'What to do about a line that is probably a duplicate of an entry on record or in an earlier line: `refuse` it (409, the default), `join` it to the existing entry if the match is certain, or enter it as `new`.',
    }),
    onChange: z.enum(['refuse', 'amend']).optional().meta({
      description:
        'What to do about a line whose ref the namespace knows with other content: `refuse` it (409), or `amend` the object of the ref.',
    }),
  }),
  newSource.safeExtend({ type: z.literal('source'), ref }),
  newReport.safeExtend({ type: z.literal('report'), ref }),
  z
    .strictObject({
      ...claimFields,
      type: z.literal('claim'),
      ref,
      citations: writtenCitations,
      uncited,
    })
    .superRefine(requireOneSense),
  z
    .strictObject({
      ...linkFields,
      type: z.literal('link'),
      ref,
      citations: writtenCitations,
      uncited,
    })
    .superRefine(requireFlagsOfRelation),
  newStory.safeExtend({ type: z.literal('story'), ref }),
  tombstoneLine,
  z.strictObject({
    type: z.literal('merge'),
    id: id.optional(),
    ref,
    noun: z.enum(mergeable),
    from: reference.meta({ description: 'The entry that redirects to the other.' }),
    into: reference,
    reason,
  }),
  z.strictObject({ ...endingFields, type: z.literal('withdrawal'), claim: reference, uncited }),
  z.strictObject({ ...endingFields, type: z.literal('end'), link: reference }),
  z
    .strictObject({
      type: z.literal('void'),
      claim: reference.optional(),
      link: reference.optional(),
      source: reference.optional(),
      report: reference.optional(),
      citation: reference.optional(),
      story: reference.optional(),
      withdrawal: reference.optional().meta({ description: 'The claim that was not withdrawn.' }),
      end: reference.optional().meta({ description: 'The link that was not ended.' }),
      merge: reference.optional(),
      reason,
    })
    .refine((line) => voidFields.filter((field) => line[field] !== undefined).length === 1, {
      message: 'Name exactly one object that was entered wrongly.',
    }),
])
export type BundleLine = z.output<typeof bundleLine>
export type BundleLineOf<T extends BundleLine['type']> = Extract<BundleLine, { type: T }>

/** The citations of a withdrawal or an end, with their places in its line. */
export function citationsOfEnding({
  citation,
  citations,
}: BundleLineOf<'withdrawal' | 'end'>): readonly { pointer: string; citation: WrittenCitation }[] {
  return [
    ...(citation ? [{ pointer: '/citation', citation }] : []),
    ...citations.map((each, index) => ({ pointer: `/citations/${index}`, citation: each })),
  ]
}
