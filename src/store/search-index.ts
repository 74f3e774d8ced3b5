import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClaimEntry, ReportEntry, SourceEntry } from '../domain/entries.ts'
import { pageAddress } from '../domain/page-address.ts'
import { termOf } from '../domain/search-terms.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'
import { tokenVector } from './token-vector.ts'

/** What an index entry holds, with room to spare. A name that takes more is no other name. */
const aliasBytesMax = 2000

type IndexedClaim = Pick<ClaimEntry, 'id' | 'text'> & {
  readonly texts: readonly { readonly text: string }[]
}
type IndexedSource = Numbered<Pick<SourceEntry, 'id' | 'name' | 'aliases'>> & {
  readonly names: readonly { readonly name: string }[]
}
type IndexedReport = Numbered<Pick<ReportEntry, 'id' | 'url' | 'archiveUrl'>>

/** Makes claims found by the words that they have now. */
export async function indexClaims(tx: Db, claims: readonly IndexedClaim[]): Promise<void> {
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

export async function indexSources(tx: Db, sources: readonly IndexedSource[]): Promise<void> {
  await insertRows(
    tx,
    'source_alias',
    sources.flatMap(({ id, seq, name, names, aliases }) => {
      const terms = aliasTerms([name, ...names.map((other) => other.name), ...aliases])
      return terms.map((tokens) => ({ seq, source_id: id, tokens }))
    }),
  )
}

/** The distinct names of a source, in tokens. */
export function aliasTerms(names: readonly string[]): string[] {
  return [...new Set(names.map(termOf))].filter(
    (tokens) => tokens !== '' && Buffer.byteLength(tokens) <= aliasBytesMax,
  )
}

export async function indexReports(tx: Db, reports: readonly IndexedReport[]): Promise<void> {
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
