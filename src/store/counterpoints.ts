import { sql } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { CounterpointRole, Direction, Relation, SourceKind } from '../domain/kinds.ts'
import { counterpointsOf, roleOf } from '../engine/counterpoints.ts'
import { PartialRecord } from '../engine/partial-record.ts'
import type { RecordView } from '../engine/record.ts'
import { compareTimes } from '../engine/time.ts'
import type { Db } from './database/db.ts'
import { settleRecord } from './settle-record.ts'

/** A counterpoint to `answered`, by ids; if its direction is `from`, the one that this answers. */
export interface CounterpointRow {
  readonly answered: ClaimId
  readonly claim: ClaimId
  readonly link: LinkId
  readonly relation: Relation
  readonly direction: Direction
  readonly via: ClaimId | null
  readonly role: CounterpointRole
  /**
   * Whether its attack is not OUT. A qualification has no attack, and is effective while it stands.
   */
  readonly effective: boolean
}

/**
 * The counterpoints to some claims: in the order of each claim's cites, then earliest first, with
 * undated ones last.
 */
export async function loadCounterpoints(
  db: Db,
  answered: readonly ClaimId[],
): Promise<CounterpointRow[]> {
  const record = new PartialRecord()
  const found = await settleRecord(db, record, () =>
    answered.flatMap((id) =>
      counterpointsOf(record, id).map((counterpoint) => ({ answered: id, ...counterpoint })),
    ),
  )
  const kinds = await loadSpeakerKinds(
    db,
    found.map(({ claim }) => claim),
  )
  const attacks = await loadStandingAttacks(db, found)
  const fallen = await loadFallen(
    db,
    found.map(({ claim }) => claim),
  )
  const places = await loadPlaces(db, answered)
  const rows = await settleRecord(db, record, () =>
    found.flatMap((row) => {
      const link = record.link(row.link)
      const role = roleIn(record, row, kinds)
      if (!link || !role) return []
      const { relation, ended } = link
      const stands =
        relation === 'qualifies' ? !ended && !fallen.has(row.claim) : attacks.has(keyOf(row))
      return [{ ...row, relation, role, effective: stands }]
    }),
  )
  const startOf = (id: ClaimId) => record.claim(id)?.assertedAt ?? null
  const placeOf = (row: CounterpointRow) => places.get(row.answered)?.indexOf(row.claim) ?? -1
  return rows.toSorted(
    (a, b) =>
      before(placeOf(a), placeOf(b)) ||
      compareTimes(startOf(a.claim), startOf(b.claim)) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  )
}

/** Cited ones first; -1 means not cited. */
function before(a: number, b: number): number {
  return (a < 0 ? Number.MAX_SAFE_INTEGER : a) - (b < 0 ? Number.MAX_SAFE_INTEGER : b)
}

function roleIn(
  record: RecordView,
  { claim, answered }: { claim: ClaimId; answered: ClaimId },
  kinds: ReadonlyMap<ClaimId, SourceKind | null>,
): CounterpointRole | undefined {
  const speaking = record.claim(claim)
  const subject = record.claim(answered)
  const kind = kinds.get(claim) ?? null
  return speaking && subject && roleOf(record, speaking, subject, kind)
}

async function loadSpeakerKinds(
  db: Db,
  claims: readonly ClaimId[],
): Promise<Map<ClaimId, SourceKind | null>> {
  const { rows } = await sql<{ id: ClaimId; kind: SourceKind | null }>`
    select claim.id, source.kind from claim left join source on source.id = claim.speaker_id
    where claim.id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

interface Edge {
  readonly answered: ClaimId
  readonly claim: ClaimId
  readonly link: LinkId
}

/** The keys of the counterpoints whose attack is not OUT. */
async function loadStandingAttacks(db: Db, edges: readonly Edge[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Edge>`
    select target as answered, source as claim, owner as link from node
    where owner = any(${edges.map(({ link }) => link)}::uuid[]) and owner <> id
      and target = any(${[...new Set(edges.map(({ answered }) => answered))]}::uuid[])
      and kind = 'attack' and label is distinct from 'OUT'
  `.execute(db)
  return new Set(rows.map(keyOf))
}

/** The claims that are OUT. */
async function loadFallen(db: Db, claims: readonly ClaimId[]): Promise<ReadonlySet<ClaimId>> {
  const { rows } = await sql<{ id: ClaimId }>`
    select id from node where id = any(${claims}::uuid[]) and label = 'OUT'
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

async function loadPlaces(db: Db, claims: readonly ClaimId[]): Promise<Map<ClaimId, ClaimId[]>> {
  const { rows } = await sql<{ id: ClaimId; cites: ClaimId[] }>`
    select id, cites from claim where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, cites }) => [id, cites]))
}

function keyOf({ answered, claim, link }: Edge): string {
  return `${answered} ${claim} ${link}`
}
