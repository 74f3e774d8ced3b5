import type { ClaimId } from '../../domain/ids.ts'
import { relations } from '../../domain/kinds.ts'
import { SharedOut } from '../../engine/change/sharing.ts'
import { targetClaim } from '../../engine/record/links.ts'
import { PartialRecord } from '../../engine/record/partial-record.ts'
import type { RecordLink, RecordView } from '../../engine/record/record.ts'
import type { Db } from '../../store/database/db.ts'
import { findAnswered } from '../../store/idempotency.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Cuts, JointPart } from '../record/member.ts'

/**
 * Finds the writes that repeat a request, and those that answer a claim near one that an earlier one
 * answers. Writes that depend on each other by longer ways are found when they are entered.
 */
export async function divide(tx: Db, parts: readonly JointPart[]): Promise<Cuts> {
  const near = new SharedOut()
  const record = new PartialRecord(undefined, { took: () => {}, check: () => {}, saw: near.saw })
  const [repeated, special] = await Promise.all([
    repeatsAmong(tx, parts),
    settleRecord(tx, record, () =>
      parts.map(({ entry }) => areNewer(linksAround(record, entry.answered))),
    ),
  ])
  const alone = parts.keys().filter((place) => repeated.has(place) || special[place] === true)
  return { alone: new Set(alone), after: dependentAmong(near, parts) }
}

/** What befell an earlier version is worked out again when something answers it or what replaced it. */
function areNewer(links: readonly RecordLink[]): boolean {
  return links.some(({ relation }) => relation === 'supersedes')
}

/** The links of a claim and of those that it is linked with. */
function linksAround(record: RecordView, claim: ClaimId): readonly RecordLink[] {
  const links = linksOf(record, claim)
  const ends = new Set(links.flatMap((link) => [link.from, targetClaim(link) ?? link.from]))
  ends.delete(claim)
  return [...links, ...[...ends].flatMap((end) => linksOf(record, end))]
}

function linksOf(record: RecordView, claim: ClaimId): readonly RecordLink[] {
  return relations.flatMap((relation) => [
    ...record.linksFrom(claim, relation),
    ...record.linksOnto(claim, relation),
  ])
}

async function repeatsAmong(tx: Db, parts: readonly JointPart[]): Promise<ReadonlySet<number>> {
  const keyed = parts.flatMap(({ idempotent }, place) =>
    idempotent ? [{ idempotent, place }] : [],
  )
  const answered = await findAnswered(
    tx,
    keyed.map(({ idempotent }) => idempotent),
  )
  const seen = new Set<string>()
  const repeats = keyed.filter(({ idempotent: { apiKeyId, key } }, index) => {
    const isSeen = seen.has(`${apiKeyId} ${key}`)
    seen.add(`${apiKeyId} ${key}`)
    return isSeen || answered.has(index)
  })
  return new Set(repeats.map(({ place }) => place))
}

/** Those that are linked with one since the last of them. */
function dependentAmong(near: SharedOut, parts: readonly JointPart[]): ReadonlySet<number> {
  const dependent = new Set<number>()
  let seen = new Set<string>()
  for (const [place, { entry }] of parts.entries()) {
    const root = near.rootOf(entry.answered)
    if (seen.has(root)) {
      dependent.add(place)
      seen = new Set()
    }
    seen.add(root)
  }
  return dependent
}
