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
