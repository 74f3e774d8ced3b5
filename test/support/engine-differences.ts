import { isDeepStrictEqual } from 'node:util'
import { badgesOf } from '../../src/engine/badges.ts'
import { evaluate, labelsOf } from '../../src/engine/evaluate.ts'
import { claimNode, guardNode } from '../oracle/rules/attacks.ts'
import { evaluate as evaluateByPage } from '../oracle/rules/evaluate.ts'
import type { Badges } from '../oracle/rules/golden-cases.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'
import { labelled } from '../oracle/rules/labelled.ts'
import { withPairs } from '../oracle/rules/rebuttals.ts'
import type { PlainRecord } from '../oracle/rules/record.ts'

/** Facts that no rule reads. */
const noFacts = { attributionsOf: () => [], isRating: () => false }

/** The badges that the engine computes so far. */
export type ComparedBadges = Pick<Badges, 'partlyAdmitted'>

/**
 * Where the engine differs from the independent reading of the rules: labels of claims and guards
 * from those of one arc per pair, statuses, cites and badges from the evaluation.
 */
export function engineDifferences(plain: PlainRecord): string[] {
  const { judgements, guards, record, contributions, states } = evaluate(itemsOf(plain))
  const views = labelsOf(contributions, states)
  const expected = evaluateByPage(plain)
  const { labels: paired } = labelled(plain, withPairs)
  const ours = Object.fromEntries(
    [...judgements].map(([id, judgement]) => {
      const partlyAdmitted = badgesOf(record, views, noFacts, id)?.partlyAdmitted
      return [id, { ...judgement, badges: comparedBadges({ partlyAdmitted }) }]
    }),
  )
  const theirs = Object.fromEntries(
    Object.entries(expected.claims).map(([id, { badges, ...judgement }]) => [
      id,
      { ...judgement, label: paired.get(claimNode(id)), badges: comparedBadges(badges) },
    ]),
  )
  const pairedGuards = Object.keys(expected.guards).map((id) => [id, paired.get(guardNode(id))])
  return [
    ...differences('claim', ours, theirs),
    ...differences('guard', Object.fromEntries(guards), Object.fromEntries(pairedGuards)),
  ]
}

/** In one form, whether absent or null; subjects in the order of their ids. */
export function comparedBadges(badges: {
  readonly partlyAdmitted?:
    | { readonly by: readonly string[]; readonly of: number }
    | null
    | undefined
}): ComparedBadges {
  const { partlyAdmitted } = badges
  return partlyAdmitted
    ? { partlyAdmitted: { by: partlyAdmitted.by.toSorted(), of: partlyAdmitted.of } }
    : {}
}

/** What is unlike in two tables by id, in words. */
export function differences(
  what: string,
  ours: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): string[] {
  const ids = new Set([...Object.keys(ours), ...Object.keys(expected)])
  return [...ids]
    .filter((id) => !isDeepStrictEqual(ours[id], expected[id]))
    .map((id) => `${what} ${id}: ${JSON.stringify(ours[id])}, not ${JSON.stringify(expected[id])}`)
}
