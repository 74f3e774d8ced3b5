import type { Actor } from '../domain/actor.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Status } from '../domain/status.ts'
import { itemsToCompile } from '../engine/affected.ts'
import { compileClaim, compileLink } from '../engine/compile.ts'
import { diffContributions } from '../engine/diff.ts'
import type { Contribution, NodeId } from '../engine/graph.ts'
import { PartialRecord } from '../engine/partial-record.ts'
import type { Change, RecordView } from '../engine/record.ts'
import type { Db } from '../store/db.ts'
import { applyGraphChange, loadContributions, loadMeanings } from '../store/nodes.ts'
import { insertHistory, recount, updateConceded, updateJudgements } from '../store/statuses.ts'
import { requireSecondPerson } from './consequence.ts'
import { differs, judge, type Judged } from './judge.ts'
import { relabelNodes } from './relabel-nodes.ts'
import { settleRecord } from '../store/settle-record.ts'

/** A claim whose status moved; `null` before it had one, and once it is voided. */
export interface StatusChange {
  readonly claim: ClaimId
  readonly from: Status | null
  readonly to: Status | null
}

export interface Relabelled {
  readonly statusChanges: readonly StatusChange[]
  readonly nodesTouched: number
  /** Whether it moved what waits for a second person, and the actor is exempt. */
  readonly isExempt: boolean
  /** Writes the history, once the events that it names are there. */
  readonly write: () => Promise<void>
}

/**
 * Re-derives labels, statuses, and what stands beside them, around some changes; ends every write of the record.
 * Touches what the changes reach, not the record.
 *
 * @param seq number of the last event of this write
 * @throws {DomainError} `conflict` when the consequence rule asks for a second person
 */
export async function relabel(
  tx: Db,
  { actor, changes, seq, at }: { actor: Actor; changes: readonly Change[]; seq: number; at: Date },
): Promise<Relabelled> {
  if (changes.length === 0)
    return { statusChanges: [], nodesTouched: 0, isExempt: false, write: async () => {} }
  const record = new PartialRecord()
  const items = await settleRecord(tx, record, () => itemsToCompile(record, changes))
  const after = await settleRecord(tx, record, () => [
    ...items.claims.map((claim) => compileClaim(record, claim)),
    ...items.links.map((link) => compileLink(record, link)),
  ])
  const graphChange = diffContributions(
    await loadContributions(tx, [...items.claims, ...items.links]),
    after,
  )
  await applyGraphChange(tx, graphChange)
  await updateConceded(tx, concededAmong(record, items.links, after), seq)
  const { relabelled, touched } = await relabelNodes(tx, graphChange.seeds)
  await recount(tx, countedClaims(record, changes), seq)

  const judged = await judge(tx, record, changes, {
    relabelled: await loadMeanings(tx, relabelled),
    recompiled: graphChange.recompiled,
  })
  const isExempt = requireSecondPerson(actor, judged)
  await updateJudgements(tx, { seq, at, judgements: judged.map(({ now }) => now) })
  return {
    statusChanges: judged.flatMap(statusChange),
    nodesTouched: touched,
    isExempt,
    write: () =>
      insertHistory(tx, { seq, at, judgements: judged.filter(differs).map(({ now }) => now) }),
  }
}

function statusChange({ before, now }: Judged): StatusChange[] {
  if (before.status === now.status) return []
  return [{ claim: now.claim, from: before.status, to: now.status }]
}

/** Which links a concession has ended: forced, though their authors hold to them. Void ones have no guard. */
function concededAmong(
  record: RecordView,
  links: readonly LinkId[],
  contributions: readonly Contribution[],
) {
  const nodes = contributions.flatMap((contribution) => contribution.nodes)
  const forced = new Set(nodes.filter((node) => node.forced).map(({ id }) => id))
  return links.map((id) => {
    return { id, isConceded: forced.has(id) && record.link(id)?.ended === false }
  })
}

/** The claims that changed links are onto. */
function countedClaims(record: RecordView, changes: readonly Change[]): readonly ClaimId[] {
  const targets = changes.flatMap((change): NodeId[] => {
    const to = 'link' in change ? record.link(change.link)?.to : undefined
    return to && 'claim' in to ? [to.claim] : []
  })
  return [...new Set(targets)]
}
