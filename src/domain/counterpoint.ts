import { z } from 'zod'
import { citationFields } from './citation.ts'
import { claimFields, requireOneSense } from './claim.ts'
import { confirm } from './confirmation.ts'
import { answerFields } from './link.ts'
import { exampleId, reference } from './references.ts'
import { reportFields } from './report.ts'
import { requireResponseOfRelation } from './response.ts'
import { newSource } from './source.ts'
import { text, textMax } from './text.ts'

export const countering = ['rebuts', 'undercuts', 'qualifies'] as const

const source = z
  .union([reference, newSource])
  .meta({ examples: ['microsoft', { kind: 'company', name: 'Microsoft' }] })
const { citations: _, ...ownFields } = claimFields

/**
 * A claim that answers another one, entered together with its evidence. If the speaker, the report
 * or its publisher is not on record yet, it is given in full instead of by reference.
 */
export const newCounterpoint = z
  .strictObject({
    relation: z.enum(countering),
    ...answerFields,
    note: text(textMax.note).nullable().default(null),
    claim: z
      .strictObject({ ...ownFields, speaker: source.nullable() })
      .superRefine(requireOneSense)
      .meta({ id: 'NewCounterclaim' }),
    citation: z
      .strictObject({
        ...citationFields,
        report: z.union([reference, z.strictObject({ ...reportFields, source })]).meta({
          examples: [
            exampleId,
            { source: 'microsoft', kind: 'statement', title: 'On the report', lang: 'en' },
          ],
        }),
      })
      .meta({ id: 'NewEvidence' }),
    confirm,
  })
  .refine(({ relation, arguendo }) => !arguendo || relation === 'qualifies', {
    message: 'Only a qualifies link can be arguendo ("even if so").',
    path: ['arguendo'],
  })
  .superRefine(requireResponseOfRelation)
  .meta({ id: 'NewCounterpoint' })
export type NewCounterpoint = z.output<typeof newCounterpoint>
