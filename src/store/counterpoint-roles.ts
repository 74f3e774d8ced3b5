import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { CounterpointRole, SourceKind } from '../domain/kinds.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import type { RecordView } from '../engine/record/record.ts'
import { roleOf } from '../engine/standing/counterpoints.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { plannedOnce } from './database/prepared.ts'
import { settleRecord } from './settle-record.ts'

/** A claim, and one that it answers. */
interface Answering {
  readonly claim: ClaimId
  readonly answered: ClaimId
}

/** Who answers, by the claims that do; `own` for the speaker of the claim that is answered. */
export async function loadRoles(
  db: Db,
  answering: readonly Answering[],
): Promise<ReadonlyMap<ClaimId, CounterpointRole | 'own'>> {
  if (answering.length === 0) return new Map()
  const record = new PartialRecord()
  const kinds = await loadSpeakerKinds(db, [...new Set(answering.map(({ claim }) => claim))])
  return settleRecord(db, record, async () => {
    const roles = await mapInSlices(answering, (each) => {
      const role = isOwnIn(record, each) ? 'own' : roleIn(record, each, kinds)
      return role ? [[each.claim, role] as const] : []
    })
    return new Map(roles.flat())
  })
}

export function roleIn(
  record: RecordView,
  { claim, answered }: Answering,
  kinds: ReadonlyMap<ClaimId, SourceKind | null>,
): CounterpointRole | undefined {
  const speaking = record.claim(claim)
  const subject = record.claim(answered)
  const kind = kinds.get(claim) ?? null
  return speaking && subject && roleOf(record, speaking, subject, kind)
}

/** Whether the speaker of the claim that is answered says it. */
export function isOwnIn(record: RecordView, { claim, answered }: Answering): boolean {
  const speaker = record.claim(claim)?.speaker ?? null
  return speaker !== null && speaker === record.claim(answered)?.speaker
}

async function loadSpeakerKinds(
  db: Db,
  claims: readonly ClaimId[],
): Promise<Map<ClaimId, SourceKind | null>> {
  const { rows } = await sql<{ id: ClaimId; kind: SourceKind | null }>`${plannedOnce}
    select claim.id, source.kind from claim left join source on source.id = claim.speaker_id
    where claim.id = any(${hiddenIds(claims)})
  `.execute(db)
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}
