import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { AffiliationRelation, SourceKind } from '../domain/kinds.ts'
import type { Reading } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { redactionOf, type RedactionRow } from './redactions.ts'
import { allWords, sourceRef, type SourceRef } from './source-ref.ts'

/** A source as it is read. */
export interface SourceRow {
  readonly id: string
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly mergedInto: string | null
  /** The last merge that changed what is shown of it; 0 if none. */
  readonly shownSeq: number
  readonly slug: string
  readonly kind: SourceKind
  readonly wikidataId: string | null
  readonly nameLangs: readonly string[]
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly seq: number
  readonly affiliations: readonly {
    readonly relation: AffiliationRelation
    readonly source: SourceRef
    readonly from: string | null
    readonly to: string | null
  }[]
}

export interface NewestPosition {
  readonly at: string
  readonly id: string
}

export async function findSourceRow(
  db: Db,
  id: string,
  lang: DisplayLanguage,
): Promise<SourceRow | undefined> {
  const [row] = await loadSourceRows(db, [id], lang)
  return row
}

/** Some sources, in no particular order. */
export async function loadSourceRows(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select ${sourceColumns(lang)} from source where id = any(${ids}::uuid[])
  `.execute(db)
  return rows
}

/** Sources that are not voided, newest on record first. */
export async function listSources(
  db: Db,
  {
    kind,
    after,
    limit,
  }: {
    kind?: readonly SourceKind[] | undefined
    after: NewestPosition | undefined
    limit: number
  },
  lang: DisplayLanguage,
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select ${sourceColumns(lang)} from source
    where voided_at is null and merged_into is null
      ${kind ? sql`and kind = any(${kind}::text[])` : sql``}
      ${after ? sql`and (recorded_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by recorded_at desc, id desc
    limit ${limit}
  `.execute(db)
  return rows
}

/** The columns of `source` that make up a `SourceRow`. */
export function sourceColumns(lang: DisplayLanguage, reading: Reading = 'led') {
  return sql`
    source.id, source.version, source.recorded_at as "recordedAt", source.voided_at as "voidedAt",
    source.merged_into as "mergedInto", coalesce(source.shown_seq, 0) as "shownSeq",
    source.slug, source.kind, source.wikidata_id as "wikidataId",
    source.name_langs::text[] as "nameLangs", source.content_seq as seq,
    ${allWords('source.content_seq')} as words, ${redactionOf('source.content_seq', 'source.id')} as redaction,
    coalesce((
      select json_agg(
        json_build_object(
          'relation', affiliation.relation,
          'source', ${sourceRef('affiliation.to_id', lang, sql`affiliation.shown_seq`)},
          'from', affiliation.from_date,
          'to', affiliation.until_date
        )
        order by affiliation.is_own desc, affiliation.position
      )
      from ${reading === 'led' ? affiliations : enteredAffiliations}
    ), '[]') as affiliations
  `
}

/**
 * The affiliations of a source and of every entry merged into it, without duplicates and
 * self-references.
 */
const affiliations = sql`(
  select distinct on (relation, whole, from_date, until_date) relation, from_date, until_date,
    whole as to_id, named.shown_seq, position, part.id = source.id as is_own
  from source as part
  join affiliation on affiliation.source_id = part.id and affiliation.seq = part.content_seq
  join source as named on named.id = affiliation.to_id
  cross join lateral (select coalesce(named.merged_into, named.id)) as led (whole)
  where (part.id = source.id or part.merged_into = source.id) and whole <> source.id
  order by relation, whole, from_date, until_date, is_own desc, position
) as affiliation`

/**
 * As entered, but for what counts for nothing and is refused today: affiliations of a source with
 * itself, or with what is voided.
 */
const enteredAffiliations = sql`(
  select relation, from_date, until_date, to_id, null::bigint as shown_seq, position, true as is_own
  from affiliation
  join source as named on named.id = affiliation.to_id
  join source as led on led.id = coalesce(named.merged_into, named.id)
  where affiliation.source_id = source.id and affiliation.seq = source.content_seq
    and named.id <> source.id and (led.voided_at is null or source.voided_at is not null)
) as affiliation`
