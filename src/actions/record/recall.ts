import { isDeepStrictEqual } from 'node:util'
import type { LastStatus } from '../../domain/badges.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { itemsTouched, nodesTouched, versionsBelow } from '../../engine/change/touched-versions.ts'
import type { GraphChange } from '../../engine/graph/diff.ts'
import type { NodeId } from '../../engine/graph/graph.ts'
import type { PartialRecord } from '../../engine/record/partial-record.ts'
import type { Change, ItemId } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import { recallStatus, type Recalled } from '../../store/last-status.ts'
import { listReaders, loadLastStatuses, writeLastStatuses } from '../../store/last-statuses.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import type { Meter } from './meter.ts'
import type { Sharing } from '../../engine/change/sharing.ts'

interface Moved {
  readonly record: PartialRecord
  readonly changes: readonly Change[]
  readonly graphChange: GraphChange
  /** The nodes that have another state than before. */
  readonly nodes: readonly NodeId[]
  readonly deferred: DeferredStatements
  readonly meter: Meter
  readonly sharing: Sharing
}

export interface Recall {
  /** The last statuses that were computed again; null for claims that have none to remember. */
  readonly lastStatuses: ReadonlyMap<ClaimId, LastStatus | null>
  /** The claims of which they differ from before. */
  readonly changed: readonly ClaimId[]
}

/**
 * Computes again what befell the claims that others replace (rules, 1.6), where the write may have
 * changed it, and stores it. The graph must be written.
 */
export async function recallVersions(
  tx: Db,
  { record, changes, graphChange, nodes, deferred, meter, sharing }: Moved,
): Promise<Recall> {
  const { below, items } = await settleRecord(tx, record, () => ({
    below: versionsBelow(record, changes),
    items: itemsTouched(record, changes),
  }))
  const touched = new Set<ItemId>([...items, ...nodesTouched(graphChange), ...nodes])
  // Nobody can have read what is new, except that it was not there.
  const old = [...touched].filter((id) => !record.newItems.ids.has(id))
  const readers = await listReaders(tx, old)
  sharing.recalls([...below, ...readers.map(({ item }) => item)])
  const claims = [...new Set([...below, ...readers.map(({ claim }) => claim)])]
  if (claims.length === 0) return { lastStatuses: new Map(), changed: [] }

  const before = await loadLastStatuses(tx, claims)
  const recalled: Recalled[] = []
  for (const claim of claims) {
    meter.check()
    recalled.push(await recallStatus(tx, record, claim))
  }
  await deferred.start(() => writeLastStatuses(tx, recalled))
  return {
    lastStatuses: new Map(recalled.map(({ claim, last }) => [claim, last])),
    changed: recalled.flatMap(({ claim, last }) =>
      isDeepStrictEqual(before.get(claim) ?? null, last) ? [] : [claim],
    ),
  }
}
