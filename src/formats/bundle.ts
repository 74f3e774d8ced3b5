import { z } from 'zod'
import { claimFields, requireOneSense } from '../domain/claim.ts'
import { linkFields, requireQualification } from '../domain/link.ts'
import { reference } from '../domain/references.ts'
import { newReport } from '../domain/report.ts'
import { newSource } from '../domain/source.ts'
import { newStory } from '../domain/story.ts'
import { text, textMax } from '../domain/text.ts'
import { worldDate } from '../domain/world-date.ts'
import { tombstoneLine, writtenCitations } from './tombstone-lines.ts'

const ref = reference.optional()
const reason = text(textMax.note).nullable().meta({
  description: 'null alone where a redaction removed it.',
})

/** What can be an entry error. */
export const voidable = ['claim', 'link', 'source', 'report', 'citation', 'story'] as const
export type Voidable = (typeof voidable)[number]

/**
 * The lines of a bundle: NDJSON, one object a line, `type` first. `ref`s are names of the caller's
 * choosing; with a namespace they are remembered between imports.
 */
export const bundleLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('bundle'),
    namespace: reference.optional(),
    onChange: z.enum(['refuse', 'amend']).optional().meta({
      description:
        'What becomes of a line whose ref the namespace knows with other content: it is refused (409), or amends what the ref stands for.',
    }),
  }),
  newSource.safeExtend({ type: z.literal('source'), ref }),
  newReport.safeExtend({ type: z.literal('report'), ref }),
  z
    .strictObject({ ...claimFields, type: z.literal('claim'), ref, citations: writtenCitations })
    .superRefine(requireOneSense),
  z
    .strictObject({ ...linkFields, type: z.literal('link'), ref, citations: writtenCitations })
    .superRefine(requireQualification),
  newStory.safeExtend({ type: z.literal('story'), ref }),
  tombstoneLine,
  z.strictObject({ type: z.literal('withdrawal'), claim: reference, at: worldDate, reason }),
  z.strictObject({ type: z.literal('end'), link: reference, at: worldDate, reason }),
  z
    .strictObject({
      type: z.literal('void'),
      claim: reference.optional(),
      link: reference.optional(),
      source: reference.optional(),
      report: reference.optional(),
      citation: reference.optional(),
      story: reference.optional(),
      reason,
    })
    .refine((line) => voidable.filter((type) => line[type] !== undefined).length === 1, {
      message: 'Name the one object that was entered wrongly.',
    }),
])
export type BundleLine = z.output<typeof bundleLine>
export type BundleLineOf<T extends BundleLine['type']> = Extract<BundleLine, { type: T }>
