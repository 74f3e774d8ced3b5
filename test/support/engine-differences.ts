import { badgesOf } from '../../src/engine/standing/badges.ts'
import { evaluate, labelsOf } from '../../src/engine/evaluate.ts'
import { claimNode, guardNode } from '../oracle/rules/attacks.ts'
import { evaluate as evaluateByPage } from '../oracle/rules/evaluate.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'
import { labelled } from '../oracle/rules/labelled.ts'
import { withPairs } from '../oracle/rules/rebuttals.ts'
import type { PlainRecord } from '../oracle/rules/record.ts'
import { comparedBadges, differences } from './differences.ts'
import { lastStatusIn } from './last-status-of.ts'

/** Facts that no rule reads. */
const noFacts = { attributionsOf: () => [], isRating: () => false }

/**
 * Where the engine differs from the independent reading of the rules: labels of claims and guards
 * from those of one arc per pair, statuses, cites and badges from the evaluation.
 */
export function engineDifferences(plain: PlainRecord): string[] {
  const items = itemsOf(plain)
  const { judgements, guards, record, contributions, states } = evaluate(items)
  const views = labelsOf(contributions, states)
  const facts = { ...noFacts, lastStatusOf: lastStatusIn(items) }
  const expected = evaluateByPage(plain)
  const { labels: paired } = labelled(plain, withPairs)
  const ours = Object.fromEntries(
    [...judgements].map(([id, judgement]) => {
      const badges = comparedBadges(badgesOf(record, views, facts, id) ?? {})
      return [id, { ...judgement, badges }]
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
