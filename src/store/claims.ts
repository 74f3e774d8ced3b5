import { sql } from 'kysely'
import type { ClaimEntry } from '../domain/entries.ts'
import { knownStartOf } from '../domain/world-date.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'

/** Inserts claims without a status: relabelling gives them one before the transaction ends. */
export async function insertClaims(
  tx: Db,
  at: Date,
  claims: readonly Numbered<ClaimEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'claim',
    claims.map(({ id, kind, speaker, lang, texts, assertedAt, figure, rating, seq }) => ({
      id,
      kind,
      speaker_id: speaker,
      lang,
      translations: texts.map(({ lang, by }) => ({ lang, by })),
      asserted_at: assertedAt,
      asserted_start: new Date(knownStartOf(assertedAt)),
      figure: figure && {
        form: figure.form,
        low: figure.low,
        high: figure.high,
        lowExclusive: figure.lowExclusive,
        highExclusive: figure.highExclusive,
      },
      has_rating: rating !== null,
      version: 1,
      content_seq: seq,
      shown_seq: seq,
      recorded_at: at,
      cites: [],
      badges: null,
      rebuts: 0,
      undercuts: 0,
      qualifies: 0,
      supports: 0,
    })),
  )
  await insertRows(
    tx,
    'claim_about',
    claims.flatMap(({ id, about, seq }) =>
      about.map((source, position) => ({ seq, position, claim_id: id, source_id: source })),
    ),
  )
}

export async function withdrawClaim(tx: Db, id: string, at: string, seq: number): Promise<void> {
  await tx
    .updateTable('claim')
    .set({ withdrawn_at: at, shown_seq: seq })
    .where('id', '=', id)
    .execute()
}

/** A voided claim has no status: it counts for nothing. */
export async function voidClaim(tx: Db, id: string, at: Date, seq: number): Promise<void> {
  await tx
    .updateTable('claim')
    .set({ voided_at: at, shown_seq: seq })
    .where('id', '=', id)
    .execute()
}

/** How far the life of a claim or a link has come. */
export interface Lives {
  readonly id: string
  /** When it was withdrawn or ended. */
  readonly closedAt: string | null
  readonly voidedAt: Date | null
}

export async function findLives(db: Db, ids: readonly string[]): Promise<Map<string, Lives>> {
  const { rows } = await sql<Lives>`
    select id, withdrawn_at as "closedAt", voided_at as "voidedAt"
    from claim where id = any(${ids}::uuid[])
    union all
    select id, ended_at as "closedAt", voided_at as "voidedAt"
    from link where id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
