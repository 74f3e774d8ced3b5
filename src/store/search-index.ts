import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClaimEntry, ReportEntry, SourceEntry } from '../domain/entries.ts'
import {
  anyDay,
  reportPages,
  sourceKeys,
  statementKey,
  type SourceTraits,
  type StatementKey,
  type StatementTraits,
} from '../domain/likeness.ts'
import { sourceToken } from '../domain/search/source-token.ts'
import { nameKey } from '../domain/search/terms.ts'
import type { Db } from './database/db.ts'
import { insertRows, type Numbered } from './database/rows.ts'
import { searchForm } from './search-form.ts'
import { tokenVector } from './token-vector.ts'

/** The capacity of an index entry, with room to spare. Longer names are not indexed. */
const aliasBytesMax = 2000

type IndexedClaim = Pick<
  ClaimEntry,
  'id' | 'kind' | 'lang' | 'speaker' | 'about' | 'text' | 'assertedAt'
> & {
  readonly texts: readonly { readonly text: string }[]
}
type IndexedSource = Numbered<
  Pick<SourceEntry, 'id' | 'name' | 'aliases' | 'url' | 'wikidataId'>
> & {
  readonly names: readonly { readonly name: string }[]
}
type IndexedReport = Numbered<Pick<ReportEntry, 'id' | 'url' | 'archiveUrl'>>

/** Indexes claims by their current words. */
export async function indexClaims(tx: Db, claims: readonly IndexedClaim[]): Promise<void> {
  if (claims.length === 0) return
  const ids = claims.map(({ id }) => id)
  const tokens = claims.map(({ text, texts, speaker, about }) =>
    tokenVector(
      [text, ...texts.map((translation) => translation.text)],
      [...(speaker === null ? [] : [speaker]), ...about].map(sourceToken),
    ),
  )
  const statements = claims.map((claim) => statementHex(claim))
  const facets = claims.map(facetsOf)
  await sql`
    insert into claim_search (claim_id, tokens, statement, facets, form)
    select id, tokens::tsvector, decode(statement, 'hex'), facets::text[], ${sql.lit(searchForm)}
    from unnest(${ids}::uuid[], ${tokens}::text[], ${statements}::text[], ${facets}::text[])
      as now (id, tokens, statement, facets)
    on conflict (claim_id) do update set
      tokens = excluded.tokens, statement = excluded.statement, facets = excluded.facets,
      form = excluded.form
  `.execute(tx)
}

/** The facets of a claim, as PostgreSQL writes an array: its kind, its language, its speaker. */
export function facetsOf({ kind, lang, speaker }: Facets): string {
  return `{${[kindFacet(kind), languageFacet(lang), ...(speaker === null ? [] : [speaker])].join(',')}}`
}

interface Facets {
  readonly kind: string
  readonly lang: string
  readonly speaker: string | null
}

export function kindFacet(kind: string): string {
  return `kind:${kind}`
}

export function languageFacet(lang: string): string {
  return `lang:${lang}`
}

export async function indexSources(tx: Db, sources: readonly IndexedSource[]): Promise<void> {
  const keys = sources.flatMap((source) =>
    sourceKeys(traitsOf(source)).map((key) => {
      return { seq: source.seq, source_id: source.id, key: keyHash(key) }
    }),
  )
  await Promise.all([indexAliases(tx, sources), insertRows(tx, 'source_key', keys)])
}

/** Indexes the names by which the claims of sources are found. */
export async function indexAliases(
  tx: Db,
  sources: readonly Pick<IndexedSource, 'id' | 'seq' | 'name' | 'names' | 'aliases'>[],
): Promise<void> {
  const rows = sources.flatMap(({ id, seq, name, names, aliases }) =>
    aliasTerms([name, ...names.map((other) => other.name), ...aliases]).map((tokens) => {
      return { seq, source_id: id, tokens, form: searchForm }
    }),
  )
  await insertRows(tx, 'source_alias', rows)
}

function traitsOf({ name, names, aliases, url, wikidataId }: IndexedSource): SourceTraits {
  return { names: [name, ...names.map((other) => other.name), ...aliases], url, wikidataId }
}

/** Short, because matches are then compared by their words. */
export function keyHash(key: string): Buffer {
  return hash('sha256', key, 'buffer').subarray(0, 16)
}

/** The stored key of a statement, in hexadecimal. */
export function statementHex(statement: StatementTraits): string | null {
  const key = statementKey(statement)
  return key === undefined ? null : statementHash(key).toString('hex')
}

/** Half of it depends on the words and half on the day, so that words are found for any day. */
function statementHash({ words, day }: StatementKey): Buffer {
  return Buffer.concat([halfHash(words), halfHash(day)])
}

/** The first and last stored hash for a key; a key without a day covers all days. */
export function statementRange(key: StatementKey): { first: Buffer; last: Buffer } {
  if (key.day !== anyDay) return { first: statementHash(key), last: statementHash(key) }
  const words = halfHash(key.words)
  return {
    first: Buffer.concat([words, Buffer.alloc(halfBytes, 0x00)]),
    last: Buffer.concat([words, Buffer.alloc(halfBytes, 0xff)]),
  }
}

const halfBytes = 8

function halfHash(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, halfBytes)
}

/** The distinct names of a source, as tokens. */
export function aliasTerms(names: readonly string[]): string[] {
  return [...new Set(names.map(nameKey))].filter(
    (tokens) => tokens !== '' && Buffer.byteLength(tokens) <= aliasBytesMax,
  )
}

export async function indexReports(tx: Db, reports: readonly IndexedReport[]): Promise<void> {
  await insertRows(
    tx,
    'report_page',
    reports.flatMap(({ id, seq, url, archiveUrl }) =>
      reportPages([url, archiveUrl]).map((page) => ({ seq, report_id: id, page: pageHash(page) })),
    ),
  )
}

export function pageHash(page: string): Buffer {
  return hash('sha256', page, 'buffer')
}
