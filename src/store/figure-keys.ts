import { sql } from 'kysely'
import type { ClaimEntry } from '../domain/entries.ts'
import type { Figure, FigureShape } from '../domain/figure.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import { figureFrom, type Words } from '../domain/words.ts'
import { comparisonKey, keyVersion } from '../engine/figures/figures.ts'
import type { Db } from './database/db.ts'
import { insertRows, startDate, type Numbered } from './database/rows.ts'
import { keyHash } from './search-index.ts'
import { allWords } from './source-ref.ts'

type IndexedFigure = Numbered<Pick<ClaimEntry, 'id' | 'about' | 'assertedAt' | 'figure'>>

/** Indexes the figures among new or amended claims; those of amended claims have been forgotten. */
export async function indexFigures(tx: Db, claims: readonly IndexedFigure[]): Promise<void> {
  await insertRows(
    tx,
    'figure_key',
    claims.flatMap(({ id, seq, about, assertedAt, figure }) =>
      figure === null
        ? []
        : subjectKeys(figure, about).map((key) => {
            const at = startDate(assertedAt)?.toISOString() ?? 'infinity'
            return { claim_id: id, seq, key, at, version: keyVersion }
          }),
    ),
  )
}

export async function forgetFigures(tx: Db, claims: readonly ClaimId[]): Promise<void> {
  await sql`delete from figure_key where claim_id = any(${claims}::uuid[])`.execute(tx)
}

/** One key for each subject; a figure about nobody has one too. */
function subjectKeys(figure: Figure, about: readonly SourceId[]): Buffer[] {
  const shared = comparisonKey(figure)
  const subjects = about.length === 0 ? [''] : [...new Set(about)]
  return subjects.map((subject) => keyHash(`${shared} ${subject}`))
}

/** A figure on record, with the entries by which any one of its subjects may be named. */
export interface FigureToCompare {
  readonly claim: ClaimId
  readonly figure: Figure
  readonly subject: readonly SourceId[]
}

/** How many earlier, and how many later figures each is compared with. */
const comparedMax = 20
/** How many pairs of one write are compared. */
const pairsMax = 2000

/**
 * Pairs of figures that may be comparable, those nearest in date first. What was withdrawn or
 * replaced is left out, since nobody asserts it any more.
 */
export async function listComparable(
  db: Db,
  figures: readonly FigureToCompare[],
): Promise<(readonly [ClaimId, ClaimId])[]> {
  const asked = figures.flatMap(({ claim, figure, subject }) =>
    subjectKeys(figure, subject).map((key) => ({ claim, key: `\\x${key.toString('hex')}` })),
  )
  if (asked.length === 0) return []
  const { rows } = await sql<{ claim: ClaimId; other: ClaimId; distance: number }>`
    select distinct asked.claim, other.id as other, abs(extract(epoch from case
      when near.at = own.at then interval '0' else near.at - own.at end))::float8 as distance
    from unnest(
      ${asked.map(({ claim }) => claim)}::uuid[], ${asked.map(({ key }) => key)}::bytea[]
    ) as asked (claim, key)
    cross join lateral (
      select at from figure_key where claim_id = asked.claim limit 1
    ) as own
    cross join lateral (
      (
        select claim_id, seq, at from figure_key
        where key = asked.key and at >= own.at and claim_id <> asked.claim
        order by at limit ${comparedMax}
      ) union all (
        select claim_id, seq, at from figure_key
        where key = asked.key and at < own.at
        order by at desc limit ${comparedMax}
      )
    ) as near
    join claim as other on other.id = near.claim_id and other.content_seq = near.seq
    where other.status not in ('withdrawn', 'corrected')
    order by distance, asked.claim, other
    limit ${pairsMax}
  `.execute(db)
  return rows.map(({ claim, other }) => [claim, other])
}

/** Figures with their numbers and words; what is withdrawn, replaced, voided or redacted has none. */
export async function loadFigures(
  db: Db,
  claims: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, Figure>> {
  if (claims.length === 0) return new Map()
  const { rows } = await sql<{ id: ClaimId; shape: FigureShape; words: Words }>`
    select id, figure as shape, ${allWords('claim.content_seq')} as words from claim
    where id = any(${claims}::uuid[]) and figure is not null
      and status not in ('withdrawn', 'corrected')
  `.execute(db)
  return new Map(
    rows.flatMap(({ id, shape, words }) => {
      const figure = figureFrom(shape, words)
      return figure && words['/figure/metric'] !== undefined ? [[id, figure] as const] : []
    }),
  )
}

/** How many figures of a merged source are compared. */
const mergedMax = 200

/** The figures about some sources under any of their entries, the latest first. */
export async function listFiguresAbout(db: Db, sources: readonly SourceId[]): Promise<ClaimId[]> {
  if (sources.length === 0) return []
  const { rows } = await sql<{ id: ClaimId }>`
    select id from claim
    where figure is not null and id in (
      select claim_id from claim_about
      where source_id = any(${sources}::uuid[]) and claim.content_seq = claim_about.seq
    )
    order by asserted_start desc nulls last, id
    limit ${mergedMax}
  `.execute(db)
  return rows.map(({ id }) => id)
}
