import type { StoredAccount } from '../../src/domain/account.ts'
import type { StoredBadges } from '../../src/domain/badges.ts'
import { accountOf } from '../../src/engine/account/account.ts'
import { badgesOf } from '../../src/engine/standing/badges.ts'
import type { LabelView } from '../../src/engine/graph/label-view.ts'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import { evaluate, labelsOf } from '../../src/engine/evaluate.ts'
import type { RecordView } from '../../src/engine/record/record.ts'
import { statusOf, type Judgement } from '../../src/engine/standing/status.ts'

/** Everything that is stored about a claim because the rules say so. */
export interface Standing {
  readonly judgement: Judgement
  readonly account: StoredAccount | null
  readonly badges: StoredBadges
}

const noFacts = { attributionsOf: () => [], isRating: () => false, lastStatusOf: () => null }

export function standingOf(
  record: RecordView,
  labels: LabelView,
  id: string,
): Standing | undefined {
  const judgement = statusOf(record, labels, id)
  const badges = badgesOf(record, labels, noFacts, id)
  if (!judgement || !badges) return undefined
  return { judgement, account: accountOf(record, labels, id, judgement), badges }
}

/** The standings of a whole record, from scratch. */
export function standingsIn(items: RecordItems): Map<string, Standing> {
  const { record, contributions, states } = evaluate(items)
  const labels = labelsOf(contributions, states)
  return new Map(
    items.claims.flatMap(({ id }) => {
      const standing = standingOf(record, labels, id)
      return standing ? [[id, standing]] : []
    }),
  )
}
