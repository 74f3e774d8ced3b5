import { isRemembered, type EarlierVersion } from '../domain/badges.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId } from '../domain/ids.ts'
import { itemsToCompile } from '../engine/change/affected.ts'
import { compileClaim, compileLink } from '../engine/graph/compile.ts'
import { diffContributions } from '../engine/graph/diff.ts'
import { answeredVersionsOf, answering, successorsOf } from '../engine/standing/earlier-versions.ts'
import { PartialLabels } from '../engine/graph/partial-labels.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import { settle } from '../engine/record/settle.ts'
import { statusOf } from '../engine/standing/status.ts'
import { changesWithout, withoutClaims } from '../engine/record/without.ts'
import type { Db } from './database/db.ts'
import { seeWholeRecord } from './database/seen-ids.ts'
import { HypotheticalLabels, type Effort } from './hypothetical-labels.ts'
import { loadContributions } from './nodes.ts'
import { labelledLoader, settleLabelled, settleRecord } from './settle-record.ts'

/**
 * For some claims, the nearest version that each replaces and that was answered before that (rules,
 * 1.6): `earlierVersion`. Computed as a write would compute it that takes back the replacements, but
 * nothing is written. The reads must see one state of the record.
 */
export async function loadEarlierVersions(
  db: Db,
  claims: readonly ClaimId[],
  effort?: Effort,
): Promise<ReadonlyMap<ClaimId, EarlierVersion>> {
  await seeWholeRecord(db)
  const known = { record: new PartialRecord(), labels: new PartialLabels(), effort }
  const found = new Map<ClaimId, EarlierVersion>()
  const answered = await settleRecord(db, known.record, () =>
    claims.map((claim) => [claim, answeredVersionsOf(known.record, claim)] as const),
  )
  for (const [claim, versions] of answered) {
    for (const version of versions) {
      const last = await lastStatus(db, known, version)
      if (last === undefined) continue
      found.set(claim, last)
      break
    }
  }
  return found
}

interface Known {
  readonly record: PartialRecord
  readonly labels: PartialLabels
  readonly effort: Effort | undefined
}

/** The status of a version without the claims that replace it, if readers should still see it. */
async function lastStatus(
  db: Db,
  { record, labels, effort }: Known,
  version: ClaimId,
): Promise<EarlierVersion | undefined> {
  const gone = await settleRecord(db, record, () => successorsOf(record, version))
  const then = withoutClaims(record, gone)
  const changes = await settleRecord(db, record, () => changesWithout(record, gone))
  const items = await settleLabelled(db, record, labels, () =>
    itemsToCompile(then, changes, labels),
  )
  const after = await settleRecord(db, record, () => [
    ...items.claims.map((claim) => compileClaim(then, claim)),
    ...items.links.map((link) => compileLink(then, link)),
  ])
  const before = await loadContributions(db, [...items.claims, ...items.links])
  const change = diffContributions(before, after)
  const labelsThen = new HypotheticalLabels(labels, change, effort)
  const loadMissing = labelledLoader(db, record, labels)
  const compute = () => {
    const judgement = statusOf(then, labelsThen, version)
    if (judgement === undefined) return undefined
    const { status, cites } = judgement
    if (!isRemembered(status)) return undefined
    const by = answering(then, labelsThen, version, { status, cites }).slice(0, namedMax)
    return { claim: version, status, by }
  }
  return settle(compute, async () => (await loadMissing()) || (await labelsThen.load(db)))
}
