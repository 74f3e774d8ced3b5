import { isRemembered, type LastStatus } from '../domain/badges.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId } from '../domain/ids.ts'
import { itemsToCompile } from '../engine/change/affected.ts'
import { compileClaim, compileLink } from '../engine/graph/compile.ts'
import { diffContributions } from '../engine/graph/diff.ts'
import type { LabelView } from '../engine/graph/label-view.ts'
import {
  answering,
  isAnswered,
  isReplaced,
  successorsOf,
} from '../engine/standing/earlier-versions.ts'
import { PartialLabels } from '../engine/graph/partial-labels.ts'
import { noting } from '../engine/record/noting.ts'
import type { PartialRecord } from '../engine/record/partial-record.ts'
import type { ItemId, RecordView } from '../engine/record/record.ts'
import { settle } from '../engine/record/settle.ts'
import { statusOf } from '../engine/standing/status.ts'
import { changesWithout, withoutClaims } from '../engine/record/without.ts'
import type { Db } from './database/db.ts'
import { HypotheticalLabels, type Effort } from './hypothetical-labels.ts'
import { loadContributions } from './nodes.ts'
import { labelledLoader, settleLabelled, settleRecord } from './settle-record.ts'

/** What befell a claim, as it is computed now. */
export interface Recalled {
  readonly claim: ClaimId
  /** null: nothing that a new version must not shed. */
  readonly last: LastStatus | null
  /**
   * Everything that was read: while the record and its graph have the same answers about these items
   * and nodes, and the same claims replace it, the outcome is the same.
   */
  readonly read: ReadonlySet<ItemId>
}

/**
 * The last status of a claim (rules, 1.6), computed as a write would compute it that takes back what
 * replaces it, but nothing is written. The reads must see one state of the record and its graph.
 */
export async function recallStatus(
  db: Db,
  record: PartialRecord,
  claim: ClaimId,
  effort?: Effort,
): Promise<Recalled> {
  const read = new Set<ItemId>([claim])
  const note = (id: ItemId) => void read.add(id)
  const noted = noting(record, note)
  const isAsked = await settleRecord(
    db,
    record,
    () => isReplaced(noted, claim) && isAnswered(noted, claim),
  )
  if (!isAsked) return { claim, last: null, read }
  // What is read to find the successors is not noted: a write that changes them asks for this again.
  const gone = await settleRecord(db, record, () => successorsOf(record, claim))
  const known = { record, noted, labels: new PartialLabels(), note, effort }
  const last = (await statusWithout(db, known, claim, gone)) ?? null
  return { claim, last, read }
}

interface Known {
  readonly record: PartialRecord
  readonly noted: RecordView
  readonly labels: PartialLabels
  readonly note: (id: ItemId) => void
  readonly effort: Effort | undefined
}

/** The status of a claim in the record without some others, if it is remembered. */
async function statusWithout(
  db: Db,
  { record, noted, labels, note, effort }: Known,
  claim: ClaimId,
  gone: ReadonlySet<ClaimId>,
): Promise<LastStatus | undefined> {
  const then = withoutClaims(noted, gone)
  const changes = await settleRecord(db, record, () => changesWithout(noted, gone))
  const isForced: LabelView['isForced'] = (node) => {
    note(node)
    return labels.isForced(node)
  }
  const items = await settleLabelled(db, record, labels, () =>
    itemsToCompile(then, changes, { isForced }),
  )
  const after = await settleRecord(db, record, () => [
    ...items.claims.map((claim) => compileClaim(then, claim)),
    ...items.links.map((link) => compileLink(then, link)),
  ])
  const owners = [...items.claims, ...items.links]
  for (const owner of owners) note(owner)
  const change = diffContributions(await loadContributions(db, owners), after)
  const labelsThen = new HypotheticalLabels(labels, change, { note, ...(effort && { effort }) })
  const loadMissing = labelledLoader(db, record, labels)
  const compute = () => {
    const judgement = statusOf(then, labelsThen, claim)
    if (judgement === undefined) return undefined
    const { status, cites } = judgement
    if (!isRemembered(status)) return undefined
    return { status, by: answering(then, labelsThen, claim, { status, cites }).slice(0, namedMax) }
  }
  return settle(compute, async () => (await loadMissing()) || (await labelsThen.load(db)))
}
