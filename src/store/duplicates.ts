import { sql } from 'kysely'
import type { ClaimKind, ReportKind, SourceKind } from '../domain/kinds.ts'
import type { StatementKey } from '../domain/likeness.ts'
import type { Words } from '../domain/words.ts'
import type { Db } from './database/db.ts'
import { subjects } from './merged-lists.ts'
import { keyHash, pageHash, statementRange } from './search-index.ts'
import { allWords, word } from './source-ref.ts'

/**
 * Entries on record that may be the same thing as a new entry. Redacted and voided entries are
 * excluded: the words of the former must not become known, and the latter have no effect. A merged
 * entry represents its survivor.
 */

export interface KnownSource {
  readonly id: string
  /** Slug, kind and name of the survivor. */
  readonly slug: string
  readonly kind: SourceKind
  readonly shownName: string
  readonly wikidataId: string | null
  /** The Wikidata items of this entry and of its survivor. */
  readonly items: readonly string[]
  readonly words: Words
}

export interface KnownReport {
  readonly id: string
  readonly kind: ReportKind
  readonly source: string
  readonly words: Words
}

export interface KnownClaim {
  readonly id: string
  readonly kind: ClaimKind
  readonly speaker: string
  readonly about: readonly string[]
  readonly assertedAt: string | null
  readonly text: string
}

export async function listSourcesBy(db: Db, keys: readonly string[]): Promise<KnownSource[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<KnownSource>`
    select shown.id, shown.slug, shown.kind, ${word('shown.content_seq', '/name')} as "shownName",
      source.wikidata_id as "wikidataId",
      array_remove(array[source.wikidata_id, shown.wikidata_id], null) as items,
      ${allWords('source.content_seq')} as words
    from source join source as shown on shown.id = coalesce(source.merged_into, source.id)
    where source.voided_at is null and shown.voided_at is null and source.id in (
      select source_id from source_key join source as named
        on named.id = source_id and named.content_seq = source_key.seq
      where key = any(${hashes(keys.map(keyHash))}::bytea[])
    )
    order by shown.id, source.id
  `.execute(db)
  return rows
}

export async function listReportsBy(db: Db, pages: readonly string[]): Promise<KnownReport[]> {
  if (pages.length === 0) return []
  const { rows } = await sql<KnownReport>`
    select shown.id, shown.kind, shown.source_id as source,
      ${allWords('report.content_seq')} as words
    from report join report as shown on shown.id = coalesce(report.merged_into, report.id)
    where report.voided_at is null and shown.voided_at is null and report.id in (
      select report_id from report_page join report as cited
        on cited.id = report_id and cited.content_seq = report_page.seq
      where page = any(${hashes(pages.map(pageHash))}::bytea[])
    )
    order by shown.id, report.id
  `.execute(db)
  return rows
}

/** How many entries are compared per key. */
const comparedMax = 20

/** The claims of some speakers, by search key. */
export async function listClaimsBy(
  db: Db,
  statements: readonly { readonly key: StatementKey; readonly speaker: string }[],
): Promise<KnownClaim[]> {
  if (statements.length === 0) return []
  const ranges = statements.map(({ key }) => statementRange(key))
  const { rows } = await sql<KnownClaim>`
    select distinct on (shown.id, claim.id) shown.id, shown.kind, claim.speaker_id as speaker,
      claim.asserted_at as "assertedAt", ${word('claim.content_seq', '/text')} as text,
      array(select source_id from ${subjects}) as about
    from (
      select distinct first, last, speaker
      from unnest(
        ${hashes(ranges.map(({ first }) => first))}::bytea[],
        ${hashes(ranges.map(({ last }) => last))}::bytea[],
        ${statements.map(({ speaker }) => speaker)}::uuid[]
      ) as line (first, last, speaker)
    ) as asked
    cross join lateral (
      -- "offset 0": each is looked up by its id, however many claims the speaker has.
      select said.id
      from (
        select claim_search.claim_id
        from (
          select asked.speaker as id
          union all
          select source.id from source where source.merged_into = asked.speaker
        ) as entry
        -- By the speaker as entered: nobody else's claims in these words are read. Compared as
        -- rows, so that no index of the words alone will do.
        join claim_search
          on (claim_search.facets[3], claim_search.statement) >= (entry.id::text, asked.first)
          and (claim_search.facets[3], claim_search.statement) <= (entry.id::text, asked.last)
        union all
        select claim_id from claim_search
        where facets is null and statement between asked.first and asked.last
        offset 0
      ) as worded
      cross join lateral (
        select claim.id, claim.merged_into from claim
        where claim.id = worded.claim_id and claim.speaker_id = asked.speaker
          and claim.voided_at is null
        offset 0
      ) as said
      join claim as shown on shown.id = coalesce(said.merged_into, said.id)
      where shown.voided_at is null
      limit ${comparedMax}
    ) as found
    join claim on claim.id = found.id
    join claim as shown on shown.id = coalesce(claim.merged_into, claim.id)
    order by shown.id, claim.id
  `.execute(db)
  return rows
}

/** Bytes in PostgreSQL's notation, because an array of them is sent as text. */
function hashes(bytes: readonly Buffer[]): string[] {
  return bytes.map((each) => `\\x${each.toString('hex')}`)
}
