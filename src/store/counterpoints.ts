import { sql } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { CounterpointRole, Direction, Relation } from '../domain/kinds.ts'
import { attacksOntoClaim } from '../engine/standing/attacks.ts'
import { counterpointsOf } from '../engine/standing/counterpoints.ts'
import { PartialLabels } from '../engine/graph/partial-labels.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import { readingOf, type Reading } from '../engine/reading/reading.ts'
import { compareStarts, worldTimeOf } from '../domain/world-time.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { plannedOnce } from './database/prepared.ts'
import { isOwnIn, roleIn } from './counterpoint-roles.ts'
import { answerLabelsAndKinds } from './labels.ts'
import { settleLabelled, settleRecord } from './settle-record.ts'

/** A counterpoint to `answered`, by ids; if its direction is `from`, the one that this answers. */
export interface CounterpointRow {
  readonly answered: ClaimId
  readonly claim: ClaimId
  readonly link: LinkId
  readonly relation: Relation
  readonly direction: Direction
  readonly via: ClaimId | null
  readonly role: CounterpointRole
  /** Whether the speaker of the claim that it answers says it. */
  readonly isOwn: boolean
  /**
   * Whether its attack is not OUT. A qualification has no attack, and is effective while it stands.
   */
  readonly effective: boolean
}

/**
 * The counterpoints to some claims: in the order of each claim's cites, then earliest first, with
 * undated ones last.
 *
 * @param known what is known already: these claims, with their cites, and a part of the record
 */
export async function loadCounterpoints(
  db: Db,
  answered: readonly ClaimId[],
  known: {
    readonly citing?: Promise<readonly Citing[]>
    readonly record?: Promise<PartialRecord>
  } = {},
): Promise<CounterpointRow[]> {
  const citing = known.citing ?? loadCiting(db, answered)
  const finding = async (record: PartialRecord) => ({
    record,
    found: await findCounterpoints(db, record, answered),
  })
  const [{ record, found }, cited] = await Promise.all([
    known.record ? known.record.then(finding) : finding(new PartialRecord()),
    citing,
  ])
  // Sorting looks no place up twice.
  const places = new Map(cited.map(({ id, cites }) => [id, placesIn(cites)]))
  const rows = await judgeCounterpoints(db, record, found)
  const startOf = (id: ClaimId) => record.claim(id)?.assertedAt ?? worldTimeOf(null)
  const placeOf = (row: CounterpointRow) =>
    places.get(row.answered)?.get(row.claim) ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compareStarts(startOf(a.claim), startOf(b.claim)) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  )
}

/** A claim with the claims that its status cites, and where it leads if it was merged. */
export interface Citing {
  readonly id: ClaimId
  readonly mergedInto: ClaimId | null
  readonly cites: readonly ClaimId[]
}

export async function loadCiting(db: Db, claims: readonly ClaimId[]): Promise<readonly Citing[]> {
  const { rows } = await sql<Citing>`${plannedOnce}
    select id, merged_into as "mergedInto", cites from claim where id = any(${hiddenIds(claims)})
  `.execute(db)
  return rows
}

/** A counterpoint that is not judged yet. */
export type FoundCounterpoint = Omit<CounterpointRow, 'relation' | 'role' | 'isOwn' | 'effective'>

/** The counterpoints to some claims, in no order. */
export async function findCounterpoints(
  db: Db,
  record: PartialRecord,
  answered: readonly ClaimId[],
): Promise<readonly FoundCounterpoint[]> {
  return settleRecord(db, record, () =>
    answered.flatMap((id) =>
      counterpointsOf(record, id).map((counterpoint) => ({ answered: id, ...counterpoint })),
    ),
  )
}

/** What each counterpoint is to what it answers, and whether it has effect. */
export async function judgeCounterpoints(
  db: Db,
  record: PartialRecord,
  found: readonly FoundCounterpoint[],
): Promise<readonly CounterpointRow[]> {
  const labels = new PartialLabels()
  const answered = [...new Set(found.map((row) => row.answered))]
  const claims = [...new Set(found.map(({ claim }) => claim))]
  const links = [...new Set(found.map(({ link }) => link))]
  const kinds = await answerLabelsAndKinds(db, labels, [...claims, ...links])
  return settleLabelled(db, record, labels, async () => {
    const reading = readingOf(record)
    const standing = standingAttacks(reading, labels, answered)
    const judged = await mapInSlices(found, (row): CounterpointRow[] => {
      const link = reading.link(row.link)
      const role = roleIn(record, row, kinds)
      if (!link || !role) return []
      const { relation, ended } = link
      // A qualification has no attack.
      const effective =
        relation === 'qualifies'
          ? !ended && labels.label(row.claim) !== 'OUT'
          : standing.has(keyOf(row))
      return [{ ...row, relation, role, isOwn: isOwnIn(record, row), effective }]
    })
    return judged.flat()
  })
}

/** The keys of the attacks onto some claims that are not OUT. */
function standingAttacks(
  reading: Reading,
  labels: PartialLabels,
  answered: readonly ClaimId[],
): ReadonlySet<string> {
  return new Set(
    answered.flatMap((id) =>
      attacksOntoClaim(reading, labels, id)
        .filter(({ label }) => label !== 'OUT')
        .map(({ source, link }) => keyOf({ answered: id, claim: source, link })),
    ),
  )
}

/** Where each stands first. */
function placesIn(ids: readonly ClaimId[]): ReadonlyMap<ClaimId, number> {
  return new Map(ids.map((id, place) => [id, place] as const).toReversed())
}

function keyOf({ answered, claim, link }: Pick<CounterpointRow, 'answered' | 'claim' | 'link'>) {
  return `${answered} ${claim} ${link}`
}
