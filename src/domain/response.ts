import type { z } from 'zod'
import type { Relation, Response } from './kinds.ts'

/** The relations of links that answer a claim, and what such a link may say in response. */
const possible: Partial<Record<Relation, readonly Response[]>> = {
  rebuts: ['denies', 'elsewhere'],
  undercuts: ['denies', 'elsewhere'],
  qualifies: ['elsewhere', 'confirms', 'neither', 'declines'],
}

/** What a link says in response: rebuttals and undercuts deny unless they say otherwise. */
export function responseOf(relation: Relation, response: Response | null): Response | null {
  const denies = relation === 'rebuts' || relation === 'undercuts'
  return response ?? (denies ? 'denies' : null)
}

/** The responses that answer no point of a claim. */
export function meetsNothing(response: Response | null): boolean {
  return response === 'neither' || response === 'declines'
}

/** Whether a link of this relation answers what it points at. */
export function isAnswering(relation: Relation): boolean {
  return relation in possible
}

/** A response fits its relation, and only answers that say something about the claim meet points. */
export function requireResponseOfRelation(
  {
    relation,
    response,
    meets,
    arguendo,
  }: {
    readonly relation: Relation
    readonly response: Response | null
    readonly meets: readonly string[]
    readonly arguendo: boolean
  },
  context: z.RefinementCtx,
): void {
  const refuse = (field: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], params: { code }, message })
  if (response !== null && !possible[relation]?.includes(response))
    refuse('response', 'response-fits-relation', messageOf(relation, response))
  if (response === 'confirms' && arguendo)
    refuse(
      'arguendo',
      'arguendo',
      'An answer that argues on an assumption confirms nothing. Leave arguendo out, or correct the response.',
    )
  if (meets.length === 0) return
  if (!isAnswering(relation))
    refuse('meets', 'meets', 'Only rebuts, undercuts and qualifies meet points. Leave it out.')
  else if (relation === 'qualifies' && response === null)
    refuse(
      'meets',
      'meets',
      'A qualification without a response adds context and answers no point. Leave meets out, or say that it confirms.',
    )
  else if (meetsNothing(response))
    refuse(
      'meets',
      'meets',
      `An answer that ${response === 'declines' ? 'declines to comment' : 'neither confirms nor denies'} meets no point. Leave meets out, or correct the response.`,
    )
}

function messageOf(relation: Relation, response: Response): string {
  if (!isAnswering(relation))
    return 'Only rebuts, undercuts and qualifies carry a response. Leave it out.'
  return response === 'denies'
    ? 'A qualification does not deny. Use rebuts or undercuts for a denial, or another response.'
    : `"${response}" stands on qualifies alone; ${relation} takes denies or elsewhere.`
}
