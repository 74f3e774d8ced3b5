import { sql } from 'kysely'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { citationJson, type CitationRow } from '../citation-rows.ts'
import type { Db } from '../database/db.ts'
import type { Search } from '../search.ts'
import { listFound, type FoundPage } from './found.ts'
import type { Place, PlaceLimits } from './places.ts'

/** A quote that a search found. */
export interface QuoteRow {
  readonly id: string
  readonly citation: CitationRow
  /** The claim that it is evidence of, or that its link starts at. */
  readonly claim: ClaimId
  readonly link: LinkId | null
}

export async function listQuotes(
  db: Db,
  asked: {
    readonly search: Search
    readonly after: Place | undefined
    readonly limit: number
  },
  lang: DisplayLanguage,
  limits?: PlaceLimits,
): Promise<FoundPage<QuoteRow>> {
  const load = async (ids: readonly string[]) => loadQuotes(db, ids, lang)
  return listFound(db, { ...asked, type: 'citation' }, load, limits)
}

/** Those that are shown with their claim or link. */
async function loadQuotes(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<string, QuoteRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<QuoteRow>`
    select citation.id, ${citationJson(lang)} as citation, claim.id as claim, link.id as link
    from citation
    join report on report.id = citation.report_id
    left join link on link.id = citation.link_id
    join claim on claim.id = coalesce(citation.claim_id, link.from_claim)
    where citation.id = any(${ids}::uuid[])
      and citation.voided_at is null and report.voided_at is null and claim.voided_at is null
      and link.is_void is not true
      and not exists (
        select from redaction where redaction.object in (citation.id, claim.id, link.id)
      )
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
