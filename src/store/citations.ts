import { sql } from 'kysely'
import type { CitationEntry } from '../domain/entries.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'

export async function insertCitations(
  tx: Db,
  at: Date,
  citations: readonly Numbered<CitationEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'citation',
    citations.map(({ id, of, position, report, attribution, seq }) => ({
      id,
      claim_id: 'claim' in of ? of.claim : null,
      link_id: 'link' in of ? of.link : null,
      position,
      report_id: report,
      attribution,
      version: 1,
      content_seq: seq,
      recorded_at: at,
    })),
  )
}

/** The reports among these whose source is the speaker of the claim, as `report claim` pairs. */
export async function findOwnReports(
  db: Db,
  pairs: readonly { readonly report: string; readonly claim: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ report: string; claim: string }>`
    select report.id as report, claim.id as claim
    from unnest(
      ${pairs.map(({ report }) => report)}::uuid[], ${pairs.map(({ claim }) => claim)}::uuid[]
    ) as pair (report, claim)
    join report on report.id = pair.report
    join claim on claim.id = pair.claim and claim.speaker_id = report.source_id
  `.execute(db)
  return new Set(rows.map(({ report, claim }) => `${report} ${claim}`))
}

/** Where the next citation of a claim or a link goes, and the claim whose speaker it is evidence of. */
export async function findCitationsEnd(
  db: Db,
  type: 'claim' | 'link',
  id: string,
): Promise<{ position: number; claim: string }> {
  const { rows } = await sql<{ position: number; claim: string }>`
    select (
        select coalesce(max(position) + 1, 0) from citation
        where ${sql.ref(`${type}_id`)} = ${id}::uuid
      ) as position,
      coalesce((select from_claim from link where id = ${id}::uuid), ${id}::uuid) as claim
  `.execute(db)
  return rows[0] ?? { position: 0, claim: id }
}
