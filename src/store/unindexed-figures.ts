import { sql } from 'kysely'
import type { FigureShape } from '../domain/figure.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { figureFrom, type Words } from '../domain/words.ts'
import { keyVersion } from '../engine/figures/figures.ts'
import type { Db } from './database/db.ts'
import { forgetFigures, indexFigures } from './figure-keys.ts'
import { allWords } from './source-ref.ts'

const batchSize = 500

/**
 * Some figures that are not indexed as they are now: they were entered or amended before the index
 * existed, or by a version without it or with other keys. Redacted ones never are.
 */
export async function listUnindexedFigures(db: Db, after?: ClaimId): Promise<ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`
    select id from claim
    where figure is not null and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and not exists (
        select from figure_key
        where figure_key.claim_id = claim.id and figure_key.seq = claim.content_seq
          and figure_key.version = ${keyVersion}
      )
      and not exists (select from redaction where redaction.object = claim.id)
    order by id limit ${batchSize}
  `.execute(db)
  return rows.map(({ id }) => id)
}

interface FigureRow {
  readonly id: ClaimId
  readonly seq: number
  readonly about: SourceId[]
  readonly assertedAt: WorldDate | null
  readonly shape: FigureShape
  readonly words: Words
}

/** Indexes some figures by their current words. */
export async function indexFiguresAgain(tx: Db, claims: readonly ClaimId[]): Promise<void> {
  const { rows } = await sql<FigureRow>`
    select id, content_seq as seq, asserted_at as "assertedAt", figure as shape,
      array(
        select source_id from claim_about
        where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
      ) as about,
      ${allWords('claim.content_seq')} as words
    from claim where id = any(${claims}::uuid[])
  `.execute(tx)
  await forgetFigures(tx, claims)
  await indexFigures(
    tx,
    rows.map(({ shape, words, ...row }) => ({ ...row, figure: figureFrom(shape, words) })),
  )
}

/** Indexes every figure again. */
export async function remakeFigures(tx: Db): Promise<void> {
  await sql`delete from figure_key`.execute(tx)
  let after: ClaimId | undefined
  for (;;) {
    const claims = await listUnindexedFigures(tx, after)
    after = claims.at(-1)
    if (after === undefined) return
    await indexFiguresAgain(tx, claims)
  }
}
