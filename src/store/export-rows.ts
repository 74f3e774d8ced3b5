import type { Noun } from '../domain/nouns.ts'
import { sql, type RawBuilder } from 'kysely'
import type { EndingNoun } from '../formats/bundle.ts'
import { enteredIn } from './as-entered.ts'
import { citationJson, type CitationRow } from './citation-rows.ts'
import { enteredClaimColumns, type EndlessRow } from './claim-columns.ts'
import type { Db } from './database/db.ts'
import { endingVerbs } from './lives.ts'
import { linkColumns, type LinkRow } from './link-rows.ts'
import { reportColumns, type ReportRow } from './report-rows.ts'
import { mergeColumns, type MergeRow } from './merges.ts'
import { word } from './source-ref.ts'
import { sourceColumns, type SourceRow } from './source-rows.ts'
import { storyColumns, type StoryRow } from './story-rows.ts'

/** The end of a life, as its event has it, without voided citations. */
export interface EndingRow {
  readonly seq: number
  readonly noun: Noun | EndingNoun
  readonly what: 'withdrawn' | 'ended' | 'voided'
  readonly object: string
  readonly at: string | null
  /** null if removed. */
  readonly reason: string | null
  /** A voided withdrawal keeps its citations, which were voided with it. */
  readonly citations: readonly CitationRow[]
}

export type ExportedReport = Omit<ReportRow, 'claims' | 'answered' | 'claimsSeq'>

/** The whole record, a page at a time, each type in the order of entry. */
export interface RecordPages {
  readonly sources: AsyncIterable<readonly SourceRow[]>
  readonly reports: AsyncIterable<readonly ExportedReport[]>
  readonly claims: AsyncIterable<readonly (EndlessRow & { readonly seq: number })[]>
  readonly links: AsyncIterable<readonly (LinkRow & { readonly seq: number })[]>
  readonly stories: AsyncIterable<readonly StoryRow[]>
  readonly endings: AsyncIterable<readonly EndingRow[]>
  readonly merges: AsyncIterable<readonly ExportedMerge[]>
}

/** A merge, and why it was voided, if it was. */
export interface ExportedMerge extends MergeRow {
  readonly voidReason: string | null
}

interface EnteredRows {
  readonly source: SourceRow
  readonly report: ExportedReport
  readonly claim: EndlessRow & { readonly seq: number }
  readonly link: LinkRow & { readonly seq: number }
  readonly story: StoryRow
}

/** The columns of each type, with references as entered. */
const entered: Readonly<Record<keyof EnteredRows, RawBuilder<unknown>>> = {
  source: sourceColumns('en', 'entered'),
  report: reportColumns('en', 'entered'),
  claim: sql`${enteredClaimColumns('en')}, claim.content_seq as seq`,
  link: sql`${linkColumns('en', 'entered')}, link.content_seq as seq`,
  story: storyColumns('entered'),
}

/** An object as it was entered. */
export async function findAsEntered<T extends keyof EnteredRows>(
  db: Db,
  type: T,
  id: string,
): Promise<EnteredRows[T] | undefined> {
  const { rows } = await sql<EnteredRows[T]>`
    select ${entered[type]} from ${fromTable(type)} where ${sql.ref(`${type}.id`)} = ${id}::uuid
  `.execute(db)
  return rows[0]
}

const pageSize = 500

/** Requires a transaction with one snapshot of the record. */
export function readRecord(tx: Db): RecordPages {
  return {
    sources: pages((after) => byContent(tx, 'source', after)),
    reports: pages((after) => byContent(tx, 'report', after)),
    claims: pages((after) => byContent(tx, 'claim', after)),
    links: pages((after) => byContent(tx, 'link', after)),
    stories: pages((after) => byContent(tx, 'story', after)),
    merges: pages((after) => merges(tx, after)),
    endings: pages((after) => endings(tx, after)),
  }
}

async function byContent<T extends keyof EnteredRows>(
  tx: Db,
  type: T,
  after: number,
): Promise<EnteredRows[T][]> {
  const seq = sql.ref(`${type}.content_seq`)
  const { rows } = await sql<EnteredRows[T]>`
    select ${entered[type]} from ${fromTable(type)}
    where ${seq} > ${after} order by ${seq} limit ${pageSize}
  `.execute(tx)
  return rows
}

/** A link, with its guard. */
function fromTable(type: keyof EnteredRows): RawBuilder<unknown> {
  return type === 'link' ? sql`link left join node as guard on guard.id = link.id` : sql.table(type)
}

async function merges(tx: Db, after: number): Promise<ExportedMerge[]> {
  const { rows } = await sql<ExportedMerge>`
    select ${mergeColumns}, ${word('merge.voided_seq', '/reason')} as "voidReason"
    from merge where content_seq > ${after} order by content_seq limit ${pageSize}
  `.execute(tx)
  return rows
}

async function endings(tx: Db, after: number): Promise<EndingRow[]> {
  const { rows } = await sql<EndingRow>`
    select event.seq, event.object, split_part(event.kind, '.', 1) as noun,
      split_part(event.kind, '.', 2) as what, event.body::json #>> '{facts,at}' as at,
      reason.body as reason, ${sources} as citations
    from event left join words as reason on reason.seq = event.seq and reason.field = '/reason'
    where split_part(event.kind, '.', 2) in ${endingVerbs}
      and event.kind not in ('citation.voided', 'merge.voided') and event.seq > ${after}
    order by event.seq limit ${pageSize}
  `.execute(tx)
  return rows
}

const sources = sql`coalesce((
  select json_agg(${citationJson('en')} order by citation.position, citation.id)
  from citation join report on report.id = ${enteredIn('citation', 'report_id')}
  where citation.ending_seq = event.seq
    and (citation.voided_at is null and report.voided_at is null or exists (
      select from event as undone
      where undone.object = event.object and undone.seq > event.seq
        and undone.kind in ('withdrawal.voided', 'end.voided')
    ))
), '[]')`

async function* pages<T extends { readonly seq: number }>(
  read: (after: number) => Promise<T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = 0; ;) {
    const rows = await read(after)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.seq
  }
}
