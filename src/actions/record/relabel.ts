import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Status } from '../../domain/status.ts'
import { itemsToCompile } from '../../engine/affected.ts'
import { compileClaim, compileLink } from '../../engine/compile.ts'
import { toRecount } from '../../engine/counterpoints.ts'
import { diffContributions } from '../../engine/diff.ts'
import type { CompiledNode, Contribution, NodeId, NodeMeaning } from '../../engine/graph.ts'
import { labelsOfAdded } from '../../engine/partial-labels.ts'
import type { PartialRecord } from '../../engine/partial-record.ts'
import type { Change } from '../../engine/record.ts'
import type { NewClaim } from '../../store/claims.ts'
import type { Db } from '../../store/database/db.ts'
import { loadContributions, loadMeanings } from '../../store/nodes.ts'
import {
  insertHistory,
  insertJudged,
  recountOnto,
  recountRebuttals,
  updateConceded,
  updateJudgements,
} from '../../store/statuses.ts'
import { differs, judge, type Judged } from './judge.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import { relabelNodes } from './relabel-nodes.ts'
import { settleRecord } from '../../store/settle-record.ts'

/** A claim whose status changed; `null` before it had one, and once it is voided. */
export interface StatusChange {
  readonly claim: ClaimId
  readonly from: Status | null
  readonly to: Status | null
}

export interface Relabel {
  readonly record: PartialRecord
  readonly changes: readonly Change[]
  /** New claims that are not in the database yet. */
  readonly held: readonly NewClaim[]
  readonly deferred: DeferredStatements
  /** The number of the last event of this write. */
  readonly seq: number
  readonly at: Date
}

export interface Relabelled {
  readonly statusChanges: readonly StatusChange[]
  /** Every claim whose status, or what it rests on, has changed. */
  readonly rejudged: readonly ClaimId[]
  readonly nodesTouched: number
  readonly writeStatuses: () => Promise<void>
  /** Call it once the events that the history refers to are inserted. */
  readonly writeHistory: () => Promise<void>
}

const nothingRelabelled: Relabelled = {
  statusChanges: [],
  rejudged: [],
  nodesTouched: 0,
  writeStatuses: async () => {},
  writeHistory: async () => {},
}

/**
 * Re-derives labels, statuses and badges around some changes; the last step of every write of the
 * record. Touches what the changes reach, never the whole record.
 */
export async function relabel(
  tx: Db,
  { record, changes, held, deferred, seq, at }: Relabel,
): Promise<Relabelled> {
  if (changes.length === 0) return nothingRelabelled
  const items = await settleRecord(tx, record, () => itemsToCompile(record, changes))
  const after = await settleRecord(tx, record, () => [
    ...items.claims.map((claim) => compileClaim(record, claim)),
    ...items.links.map((link) => compileLink(record, link)),
  ])
  const { newItems } = record
  const before = [...items.claims, ...items.links].filter((id) => !newItems.ids.has(id))
  const graphChange = diffContributions(await loadContributions(tx, before), after)
  await updateConceded(tx, concededAmong(record, items.links, after), seq)
  const { relabelled, states, touched } = await relabelNodes(tx, graphChange, deferred)
  const { groups, targets } = await settleRecord(tx, record, () => toRecount(record, changes))

  const judged = await judge(tx, {
    record,
    labels: labelsOfAdded(graphChange.addedNodes, states),
    changes,
    nodes: {
      relabelled: await meaningsOf(tx, relabelled, graphChange.addedNodes),
      recompiled: graphChange.recompiled,
    },
  })
  return {
    statusChanges: judged.flatMap(statusChange),
    rejudged: judged.map(({ now }) => now.claim),
    nodesTouched: touched,
    writeStatuses: async () => {
      const judgements = new Map(judged.map(({ now }) => [now.claim, now]))
      await insertJudged(tx, { seq, at, claims: held, judgements })
      for (const { id } of held) judgements.delete(id)
      await updateJudgements(tx, { seq, at, judgements: [...judgements.values()] })
      // Links onto new claims were counted when these were entered, but not what rebuttals join.
      await recountOnto(
        tx,
        targets.filter((id) => !newItems.claims.has(id)),
        seq,
      )
      await recountRebuttals(tx, groups, seq)
    },
    writeHistory: () =>
      insertHistory(tx, { seq, at, judgements: judged.filter(differs).map(({ now }) => now) }),
  }
}

async function meaningsOf(
  tx: Db,
  ids: readonly NodeId[],
  added: readonly CompiledNode[],
): Promise<readonly NodeMeaning[]> {
  const known = new Map(added.map(({ id, meaning }) => [id, meaning]))
  const others = await loadMeanings(
    tx,
    ids.filter((id) => !known.has(id)),
  )
  return [...ids.flatMap((id) => known.get(id) ?? []), ...others]
}

function statusChange({ before, now }: Judged): StatusChange[] {
  if (before.status === now.status) return []
  return [{ claim: now.claim, from: before.status, to: now.status }]
}

/**
 * Links that a concession has ended although their authors did not drop them. Void links have no
 * guard. New links are entered as not ended.
 */
function concededAmong(
  record: PartialRecord,
  links: readonly LinkId[],
  contributions: readonly Contribution[],
) {
  const nodes = contributions.flatMap((contribution) => contribution.nodes)
  const forced = new Set(nodes.filter((node) => node.forced).map(({ id }) => id))
  return links
    .map((id) => ({ id, isConceded: forced.has(id) && record.link(id)?.ended === false }))
    .filter(({ id, isConceded }) => isConceded || !record.newItems.ids.has(id))
}
