import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Status } from '../../domain/status.ts'
import { itemsToCompile } from '../../engine/change/affected.ts'
import { compileClaim, compileLink, isGivenUp } from '../../engine/graph/compile.ts'
import { readAnswers } from '../../engine/standing/answers.ts'
import { claimsToCount, countsOf } from '../../engine/standing/counts.ts'
import { diffContributions, type GraphChange } from '../../engine/graph/diff.ts'
import type { CompiledNode, NodeId, NodeMeaning } from '../../engine/graph/graph.ts'
import { labelsOfAdded, PartialLabels } from '../../engine/graph/partial-labels.ts'
import type { PartialRecord } from '../../engine/record/partial-record.ts'
import { readingOf } from '../../engine/reading/reading.ts'
import type { Change } from '../../engine/record/record.ts'
import { updateFits } from '../../store/answers.ts'
import type { NewClaim } from '../../store/claims.ts'
import type { Db } from '../../store/database/db.ts'
import { loadContributions, loadMeanings } from '../../store/nodes.ts'
import { insertHistory, insertJudged, updateConceded, updateJudged } from '../../store/statuses.ts'
import { differs, judge, type Judged } from './judge.ts'
import type { DeferredStatements } from './deferred-statements.ts'
import type { Meter } from './meter.ts'
import { recallVersions } from './recall.ts'
import { ownerOf, type Sharing } from '../../engine/change/sharing.ts'
import { relabelNodes } from './relabel-nodes.ts'
import { settleLabelled, settleRecord } from '../../store/settle-record.ts'

/** A claim whose status changed; `null` before it had one, and once it is voided. */
export interface StatusChange {
  readonly claim: ClaimId
  readonly from: Status | null
  readonly to: Status | null
}

export interface Relabel {
  readonly record: PartialRecord
  /** The labels before the changes, as far as they are loaded. */
  readonly labels?: PartialLabels
  readonly changes: readonly Change[]
  /** New claims that are not in the database yet. */
  readonly held: readonly NewClaim[]
  readonly deferred: DeferredStatements
  readonly meter: Meter
  readonly sharing: Sharing
  readonly at: Date
}

export interface Relabelled {
  readonly statusChanges: readonly StatusChange[]
  /** Every claim whose status, or what it rests on, has changed. */
  readonly rejudged: readonly ClaimId[]
  /** Every claim, link and node that readers may see differently. */
  readonly moved: readonly string[]
  readonly nodesTouched: number
  readonly writeStatuses: () => Promise<void>
  /** Call it once the events that the history refers to are inserted. */
  readonly writeHistory: () => Promise<void>
}

const nothingRelabelled: Relabelled = {
  statusChanges: [],
  rejudged: [],
  moved: [],
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
  { record, labels = new PartialLabels(), changes, held, deferred, meter, sharing, at }: Relabel,
): Promise<Relabelled> {
  if (changes.length === 0) return nothingRelabelled
  // What is new had no labels.
  labels.add(record.newItems.ids, [])
  const items = await settleLabelled(tx, record, labels, () =>
    itemsToCompile(record, changes, labels),
  )
  const after = await settleRecord(tx, record, () => [
    ...items.claims.map((claim) => compileClaim(record, claim)),
    ...items.links.map((link) => compileLink(record, link)),
  ])
  const { newItems } = record
  const before = [...items.claims, ...items.links].filter((id) => !newItems.ids.has(id))
  const graphChange = diffContributions(await loadContributions(tx, before), after)
  const { addedDependencies, removedDependencies } = graphChange
  meter.rewires(addedDependencies.length + removedDependencies.length)
  const { batches } = sharing
  const givenUp = await settleRecord(tx, record, () => givenUpAmong(record, items.links))
  const conceded = await updateConceded(tx, givenUp, batches)
  const { relabelled, states, moved, touched } = await relabelNodes(tx, graphChange, {
    deferred,
    meter,
    sharing,
  })
  meter.check()
  const [recall, meanings] = await Promise.all([
    recallVersions(tx, { record, changes, graphChange, nodes: moved, deferred, meter, sharing }),
    meaningsOf(tx, relabelled, graphChange.addedNodes),
  ])
  const counts = await settleRecord(
    tx,
    record,
    () => new Map(claimsToCount(record, changes).map((id) => [id, countsOf(record, id)])),
  )
  const { leftOpen, fits } = await settleRecord(tx, record, () =>
    readAnswers(record, changes, graphChange.recompiled),
  )

  meter.check()
  // What is new is entered as open, and as touching nothing.
  const isOther = ([id, value]: readonly [string, unknown]) =>
    value !== null || !newItems.ids.has(id)

  const judged = await judge(tx, {
    record,
    meter,
    labels: labelsOfAdded(graphChange.addedNodes, states),
    changes,
    recall,
    nodes: {
      compiled: items.claims,
      relabelled: meanings,
      recompiled: graphChange.recompiled,
    },
  })
  return {
    statusChanges: judged.flatMap(statusChange),
    rejudged: judged.map(({ now }) => now.claim),
    moved: [
      ...judged.map(({ now }) => now.claim),
      ...counts.keys(),
      ...leftOpen.keys(),
      ...fits.keys(),
      ...conceded,
      ...relabelled,
      ...ownersOf(graphChange),
    ],
    nodesTouched: touched,
    writeStatuses: async () => {
      const judgements = new Map(judged.map(({ now }) => [now.claim, now]))
      const inserted = insertJudged(tx, { batches, at, claims: held, judgements, counts, leftOpen })
      const opened = new Map([...leftOpen].filter(isOther))
      for (const { id } of held)
        for (const derived of [judgements, counts, opened]) derived.delete(id)
      await Promise.all([
        inserted,
        updateJudged(tx, { batches, at, judgements, counts, leftOpen: opened }),
        updateFits(tx, new Map([...fits].filter(isOther)), batches),
      ])
    },
    writeHistory: () =>
      insertHistory(tx, {
        batches,
        at,
        judgements: judged.filter(differs).map(({ now }) => now),
      }),
  }
}

/** The claims and links whose nodes were added, changed or removed. */
function ownersOf({ addedNodes, changedNodes, removedNodes }: GraphChange): readonly string[] {
  return [...addedNodes, ...changedNodes, ...removedNodes].map(({ meaning }) => ownerOf(meaning))
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

/** Links that the claims they start at gave up. New links are entered as not given up. */
function givenUpAmong(record: PartialRecord, links: readonly LinkId[]) {
  const reading = readingOf(record)
  return links
    .map((id) => {
      const link = reading.link(id)
      return { id, isConceded: link?.voided === false && isGivenUp(reading, link) }
    })
    .filter(({ id, isConceded }) => isConceded || !record.newItems.ids.has(id))
}
