import { isDeepStrictEqual } from 'node:util'
import type { ClaimId } from '../../domain/ids.ts'
import { accountOf } from '../../engine/account/account.ts'
import { badgesOf } from '../../engine/standing/badges.ts'
import { PartialFacts } from '../../engine/record/partial-facts.ts'
import type { PartialLabels } from '../../engine/graph/partial-labels.ts'
import type { PartialRecord } from '../../engine/record/partial-record.ts'
import type { Change } from '../../engine/record/record.ts'
import { settleEach } from '../../engine/record/settle.ts'
import { statusOf } from '../../engine/standing/status.ts'
import { claimsToMark } from '../../engine/change/touched-badges.ts'
import { claimsToJudge, type ChangedNodes } from '../../engine/change/touched.ts'
import { claimsAbove } from '../../engine/change/touched-versions.ts'
import type { Meter } from './meter.ts'
import type { Recall } from './recall.ts'
import { answerFacts } from '../../store/badge-facts.ts'
import type { Db } from '../../store/database/db.ts'
import { answerLabels, answerLabelsOf } from '../../store/labels.ts'
import { answerRecord } from '../../store/record-questions.ts'
import { settleRecord } from '../../store/settle-record.ts'
import { loadJudgements, type StoredJudgement } from '../../store/statuses.ts'

export interface Judge {
  readonly record: PartialRecord
  readonly meter: Meter
  readonly labels: PartialLabels
  readonly changes: readonly Change[]
  readonly recall: Recall
  readonly nodes: ChangedNodes
}

/** A claim whose judgement changed. */
export interface Judged {
  readonly before: StoredJudgement
  readonly now: StoredJudgement
}

/** Judges again every claim whose stored judgement may differ; returns those for which it does. */
export async function judge(
  tx: Db,
  { record, meter, labels, changes, recall, nodes }: Judge,
): Promise<readonly Judged[]> {
  const touched = await settleRecord(tx, record, () => [
    ...claimsToJudge(record, changes, nodes),
    ...claimsToMark(record, changes, nodes),
    ...claimsAbove(record, changes, recall.changed),
    ...changes.flatMap((change) =>
      'claim' in change && change.what === 'voided' ? [change.claim] : [],
    ),
  ])
  const claims = [...new Set(touched)]
  const { ids: entered } = record.newItems
  const facts = new PartialFacts(record.newItems.facts, recall.lastStatuses)
  // Judging a claim reads what lies around it, so all of that is loaded before the first attempt.
  const around = record.claimsLoaded()
  const unknown = [...new Set([...claims, ...around])].filter((claim) => !facts.has(claim))
  const [before] = await Promise.all([
    loadJudgements(
      tx,
      claims.filter((claim) => !entered.has(claim)),
    ),
    answerLabelsOf(tx, labels, [...around, ...record.linksLoaded()]),
    answerFacts(tx, facts, unknown),
  ])
  const now = await judgementsOf(tx, { record, meter, labels, facts }, claims)
  return now.flatMap((now) => {
    const then = entered.has(now.claim) ? unjudged(now.claim) : before.get(now.claim)
    return then && !isDeepStrictEqual(then, now) ? [{ before: then, now }] : []
  })
}

/** Whether what readers see as the status changed: label, word or cites, but not the badges. */
export function differs({ before, now }: Judged): boolean {
  return (
    before.label !== now.label ||
    before.status !== now.status ||
    before.cites.join() !== now.cites.join()
  )
}

async function judgementsOf(
  tx: Db,
  {
    record,
    meter,
    labels,
    facts,
  }: Pick<Judge, 'record' | 'meter' | 'labels'> & { readonly facts: PartialFacts },
  claims: readonly ClaimId[],
): Promise<readonly StoredJudgement[]> {
  const judged = await settleEach(
    claims,
    (claim) => {
      meter.check()
      return judgementOf(record, labels, facts, claim)
    },
    () => record.misses + labels.misses + facts.misses,
    async () => {
      const ofRecord = record.takeQuestions()
      const ofLabels = labels.takeQuestions()
      const ofFacts = facts.takeQuestions()
      if (ofRecord) await answerRecord(tx, record, ofRecord)
      if (ofLabels) await answerLabels(tx, labels, ofLabels)
      if (ofFacts) await answerFacts(tx, facts, ofFacts)
      return [ofRecord, ofLabels, ofFacts].some((asked) => asked !== undefined)
    },
  )
  for (const { cites } of judged) meter.cited(cites.length)
  return judged
}

function judgementOf(
  record: PartialRecord,
  labels: PartialLabels,
  facts: PartialFacts,
  claim: ClaimId,
): StoredJudgement {
  const judgement = statusOf(record, labels, claim)
  const badges = badgesOf(record, labels, facts, claim)
  if (!judgement || !badges) return unjudged(claim)
  return { claim, ...judgement, account: accountOf(record, labels, claim, judgement), badges }
}

/** The judgement of a new or voided claim. */
function unjudged(claim: ClaimId): StoredJudgement {
  return { claim, label: null, status: null, cites: [], account: null, badges: null }
}
