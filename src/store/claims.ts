import { sql } from 'kysely'
import type { ClaimEntry } from '../domain/entries.ts'
import { pointShape } from '../domain/points.ts'
import type { Db } from './database/db.ts'
import { startOfBatch, insertRows, startDate, type Numbered } from './database/rows.ts'

/** A new claim, which relabelling judges and counts before the transaction ends. */
export type NewClaim = Numbered<ClaimEntry>

/** Inserts claims without a status, which relabelling sets before the transaction ends. */
export async function insertClaims(tx: Db, at: Date, claims: readonly NewClaim[]): Promise<void> {
  await insertRows(
    tx,
    'claim',
    claims.map((claim) => ({ ...claimRow(at, claim), shown_seq: claim.seq, cites: [] })),
  )
}

/** A new claim, without derived columns. */
export function claimRow(at: Date, claim: NewClaim) {
  return {
    id: claim.id,
    ...claimContent(claim),
    version: 1,
    recorded_at: at,
    ...startOfBatch(claim),
  }
}

/** The columns that an amendment sets. */
export function claimContent({ figure, ...claim }: Numbered<ClaimEntry>) {
  return {
    kind: claim.kind,
    speaker_id: claim.speaker,
    lang: claim.lang,
    translations: claim.texts.map(({ lang, by }) => ({ lang, by })),
    points: claim.points.map(pointShape),
    asserted_at: claim.assertedAt,
    asserted_start: startDate(claim.assertedAt),
    figure: figure && {
      form: figure.form,
      low: figure.low,
      high: figure.high,
      lowExclusive: figure.lowExclusive,
      highExclusive: figure.highExclusive,
    },
    has_rating: claim.rating !== null,
    content_seq: claim.seq,
  }
}

export async function insertAbout(tx: Db, claims: readonly Numbered<ClaimEntry>[]): Promise<void> {
  await insertRows(
    tx,
    'claim_about',
    claims.flatMap(({ id, about, seq }) =>
      about.map((source, position) => ({ seq, position, claim_id: id, source_id: source })),
    ),
  )
}

/** Rulings, among some claims or by some sources, whose speaker is not a `body`. */
export async function findRulingsWithoutBody(
  db: Db,
  { claims, speakers }: { claims: readonly string[]; speakers: readonly string[] },
): Promise<{ id: string; speaker: string | null }[]> {
  const { rows } = await sql<{ id: string; speaker: string | null }>`
    select claim.id, claim.speaker_id as speaker
    from claim left join source on source.id = claim.speaker_id
    where claim.kind = 'ruling' and claim.voided_at is null and source.kind is distinct from 'body'
      and (claim.id = any(${claims}::uuid[]) or claim.speaker_id = any(${speakers}::uuid[]))
  `.execute(db)
  return rows
}
