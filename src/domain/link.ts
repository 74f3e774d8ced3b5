import { z } from 'zod'
import { arguendo, aspect, change, relation } from './vocabulary.ts'
import { citationList, newCitation } from './citation.ts'
import { exampleId, id, reference } from './references.ts'
import { text, textMax } from './text.ts'

const linkTarget = z
  .union([z.strictObject({ claim: reference }), z.strictObject({ link: reference })])
  .meta({ id: 'LinkTarget', examples: [{ claim: exampleId }, { link: exampleId }] })

export const linkFields = {
  id: id.optional(),
  relation,
  from: reference,
  to: linkTarget,
  aspect: aspect.nullable().default(null),
  arguendo: arguendo.default(false),
  change: change.default('substance'),
  note: text(textMax.note).nullable().default(null),
  citations: citationList(newCitation),
}

/** A typed relation from a claim to a claim or a link, as entered. */
export const newLink = z
  .strictObject(linkFields)
  .superRefine(requireFlagsOfRelation)
  .meta({ id: 'NewLink' })
export type NewLink = z.output<typeof newLink>

/** Only a qualification says "even if so", and only a correction can be one of wording. */
export function requireFlagsOfRelation(
  {
    relation,
    arguendo,
    change,
  }: Pick<z.output<z.ZodObject<typeof linkFields>>, 'relation' | 'arguendo' | 'change'>,
  context: z.RefinementCtx,
): void {
  if (arguendo && relation !== 'qualifies') {
    const message = 'Only a qualifies link can be arguendo ("even if so").'
    context.addIssue({ code: 'custom', path: ['arguendo'], message })
  }
  if (change !== 'substance' && relation !== 'supersedes') {
    const message = 'Only a supersedes link can be a change of wording. Leave it out.'
    context.addIssue({ code: 'custom', path: ['change'], params: { code: 'change' }, message })
  }
}
