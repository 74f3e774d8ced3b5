import { z } from 'zod'
import { arguendo, aspect, change, relation, response } from './vocabulary.ts'
import { citationList, newCitation } from './citation.ts'
import { list } from './lists.ts'
import { pointNamed } from './points.ts'
import { exampleId, id, reference } from './references.ts'
import { requireResponseOfRelation } from './response.ts'
import { text, textMax } from './text.ts'

const linkTarget = z
  .union([z.strictObject({ claim: reference }), z.strictObject({ link: reference })])
  .meta({ id: 'LinkTarget', examples: [{ claim: exampleId }, { link: exampleId }] })

/** How an answer is meant; counterpoints have it too. */
export const answerFields = {
  aspect: aspect.nullable().default(null),
  arguendo: arguendo.default(false),
  response: response.nullable().default(null),
  meets: list(pointNamed, 100).default([]).meta({
    description:
      'The points of the answered claim that it answers, by id, by text or by a translation. Of an undercut of a link: points of the claim that the link starts at.',
  }),
}

export const linkFields = {
  id: id.optional(),
  relation,
  from: reference,
  to: linkTarget,
  ...answerFields,
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

type Flags = Pick<
  z.output<z.ZodObject<typeof linkFields>>,
  'relation' | 'arguendo' | 'change' | 'response' | 'meets'
>

/**
 * Only a qualification says "even if so", only a correction can be one of wording, and a response
 * fits its relation.
 */
export function requireFlagsOfRelation(link: Flags, context: z.RefinementCtx): void {
  const { relation, arguendo, change } = link
  requireResponseOfRelation(link, context)
  if (arguendo && relation !== 'qualifies') {
    const message = 'Only a qualifies link can be arguendo ("even if so").'
    context.addIssue({ code: 'custom', path: ['arguendo'], message })
  }
  if (change !== 'substance' && relation !== 'supersedes') {
    const message = 'Only a supersedes link can be a change of wording. Leave it out.'
    context.addIssue({ code: 'custom', path: ['change'], params: { code: 'change' }, message })
  }
}
