import type { ClaimId } from '../domain/ids.ts'
import { PartialLabels } from '../engine/partial-labels.ts'
import type { PartialRecord } from '../engine/partial-record.ts'
import type { Change } from '../engine/record.ts'
import { settle } from '../engine/settle.ts'
import { statusOf } from '../engine/status.ts'
import { claimsToJudge, type ChangedNodes } from '../engine/touched.ts'
import type { Db } from '../store/db.ts'
import { answerLabels } from '../store/labels.ts'
import { answerRecord } from '../store/record-questions.ts'
import { loadJudgements, type StoredJudgement } from '../store/statuses.ts'
import { settleRecord } from '../store/settle-record.ts'

/** A claim whose judgement moved. */
export interface Judged {
  readonly before: StoredJudgement
  readonly now: StoredJudgement
}

/** Judges anew every claim whose status, cites or badges may differ; returns those that do. */
export async function judge(
  tx: Db,
  record: PartialRecord,
  changes: readonly Change[],
  nodes: ChangedNodes,
): Promise<readonly Judged[]> {
  const labels = new PartialLabels()
  const claims = await settleRecord(tx, record, () => claimsToJudge(record, changes, nodes))
  const voided = changes.flatMap((change) =>
    'claim' in change && change.what === 'voided' ? [change.claim] : [],
  )
  const now = await settle(
    () => [...claims, ...voided].map((claim) => judgementOf(record, labels, claim)),
    async () => {
      const ofRecord = record.takeQuestions()
      const ofLabels = labels.takeQuestions()
      if (ofRecord) await answerRecord(tx, record, ofRecord)
      if (ofLabels) await answerLabels(tx, labels, ofLabels)
      return ofRecord !== undefined || ofLabels !== undefined
    },
  )
  const before = await loadJudgements(tx, [...claims, ...voided])
  return now.flatMap((now) => {
    const then = before.get(now.claim)
    return then && isOther(then, now) ? [{ before: then, now }] : []
  })
}

/** Whether what readers call the status moved: label, word or cites, not the badges alone. */
export function differs({ before, now }: Judged): boolean {
  return (
    before.label !== now.label ||
    before.status !== now.status ||
    before.cites.join() !== now.cites.join()
  )
}

function judgementOf(
  record: PartialRecord,
  labels: PartialLabels,
  claim: ClaimId,
): StoredJudgement {
  const judgement = statusOf(record, labels, claim)
  if (!judgement) return { claim, label: null, status: null, cites: [], badges: null }
  return { claim, ...judgement, badges: null }
}

function isOther(before: StoredJudgement, now: StoredJudgement): boolean {
  return differs({ before, now }) || JSON.stringify(before.badges) !== JSON.stringify(now.badges)
}
