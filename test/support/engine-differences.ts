import { isRemembered } from '../../src/domain/badges.ts'
import { badgesOf } from '../../src/engine/standing/badges.ts'
import { answeredVersionsOf, successorsOf } from '../../src/engine/standing/earlier-versions.ts'
import { compileAll, evaluate, labelsOf } from '../../src/engine/evaluate.ts'
import { assemble, labelAll } from '../../src/engine/graph/label.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { statusOf } from '../../src/engine/standing/status.ts'
import { withoutClaims } from '../../src/engine/record/without.ts'
import { claimNode, guardNode } from '../oracle/rules/attacks.ts'
import { evaluate as evaluateByPage } from '../oracle/rules/evaluate.ts'
import type { Badges } from '../oracle/rules/golden-cases.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'
import { labelled } from '../oracle/rules/labelled.ts'
import { withPairs } from '../oracle/rules/rebuttals.ts'
import type { PlainRecord } from '../oracle/rules/record.ts'
import { comparedBadges, differences } from './differences.ts'

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
  const expected = evaluateByPage(plain)
  const { labels: paired } = labelled(plain, withPairs)
  const ours = Object.fromEntries(
    [...judgements].map(([id, judgement]) => {
      const partlyAdmitted = badgesOf(record, views, noFacts, id)?.partlyAdmitted
      return [
        id,
        {
          ...judgement,
          badges: comparedBadges({ partlyAdmitted, earlierVersion: earlierVersionOf(items, id) }),
        },
      ]
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

/** By the engine's own reading of a record without some claims, labelled from scratch. */
function earlierVersionOf(items: RecordItems, id: string): Badges['earlierVersion'] {
  const record = recordOf(items)
  for (const claim of answeredVersionsOf(record, id)) {
    const then = withoutClaims(record, successorsOf(record, claim))
    const contributions = compileAll(then, items)
    const labels = labelsOf(contributions, labelAll(assemble(contributions)))
    const status = statusOf(then, labels, claim)?.status
    if (status && isRemembered(status)) return { claim, status }
  }
  return undefined
}
