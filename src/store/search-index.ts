import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClaimEntry, ReportEntry, SourceEntry } from '../domain/entries.ts'
import { pageAddress } from '../domain/page-address.ts'
import { termOf } from '../domain/search-terms.ts'
import { searchTokens } from '../domain/search-tokens.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'

/** Where a tsvector stops counting. */
const positionMax = 16_383
/** Between two texts, so that no phrase runs from one into the other. */
const gap = 100

/** Makes claims found by the words that they have now. */
export async function indexClaims(
  tx: Db,
  claims: readonly Pick<ClaimEntry, 'id' | 'text' | 'texts'>[],
): Promise<void> {
  if (claims.length === 0) return
  const rows = claims.map(({ id, text, texts }) => ({
    id,
    tokens: tokenVector([text, ...texts.map((translation) => translation.text)]),
  }))
  await sql`
    insert into claim_search (claim_id, tokens)
    select id, tokens::tsvector
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ tokens }) => tokens)}::text[]
    ) as now (id, tokens)
    on conflict (claim_id) do update set tokens = excluded.tokens
  `.execute(tx)
}

export async function indexSources(
  tx: Db,
  sources: readonly Numbered<SourceEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'source_alias',
    sources.flatMap(({ id, seq, name, names, aliases }) => {
      const terms = [name, ...names.map((other) => other.name), ...aliases].map(termOf)
      return [...new Set(terms)]
        .filter((tokens) => tokens !== '')
        .map((tokens) => ({ seq, source_id: id, tokens }))
    }),
  )
}

export async function indexReports(
  tx: Db,
  reports: readonly Numbered<ReportEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'report_page',
    reports.flatMap(({ id, seq, url, archiveUrl }) => {
      const pages = [url, archiveUrl].flatMap((each) => (each === null ? [] : [pageAddress(each)]))
      return [...new Set(pages)].map((page) => ({ seq, report_id: id, page: pageHash(page) }))
    }),
  )
}

export function pageHash(page: string): Buffer {
  return createHash('sha256').update(page, 'utf8').digest()
}

/** Texts as a tsvector in its own notation: tokens are letters and digits alone, so none is escaped. */
export function tokenVector(texts: readonly string[]): string {
  let position = 0
  return texts
    .flatMap((text) => {
      const placed = searchTokens(text).map(
        (token) => `'${token}':${Math.min(++position, positionMax)}`,
      )
      position += gap
      return placed
    })
    .join(' ')
}
