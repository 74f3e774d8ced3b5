import { sql } from 'kysely'
import type { ClaimId, LinkId, SourceId } from '../domain/ids.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { CitationRow } from './citation-rows.ts'
import type { CitedClaim } from './cited-claims.ts'
import { ownClaimColumns, type EndlessRow } from './claim-columns.ts'
import { askedIds, preparedAlike, type Sent } from './database/prepared.ts'
import type { NamedLink } from './named-links.ts'
import type { SourceRef } from './source-ref.ts'
import type { Translation } from '../domain/translation.ts'

/** Everything that makes up some claims: each object once, the words of all in one place. */
export interface ClaimParts {
  readonly claims: readonly SentClaim[] | null
  readonly rules: { readonly version: number | null; readonly sinceSeq: number | null }
  readonly subjects: readonly SentSubject[] | null
  readonly citations: readonly SentCitation[] | null
  readonly cited: readonly SentCited[] | null
  readonly links: readonly SentLink[] | null
  readonly sources: readonly SentSource[] | null
  /** The words by place: the event, the field, and the text. */
  readonly seqs: readonly number[] | null
  readonly fields: readonly string[] | null
  readonly texts: readonly string[] | null
}

type Composed = 'words' | 'redaction' | 'speaker' | 'about' | 'citations' | 'rules'

export interface SentClaim extends Sent<Omit<EndlessRow, Composed>> {
  readonly speaker: SourceId | null
  readonly contentSeq: number
}

export interface SentSubject {
  readonly claim: ClaimId
  readonly position: number
  readonly source: SourceId
}

export interface SentCitation extends Pick<
  CitationRow,
  'id' | 'version' | 'recordedAt' | 'voidedAt' | 'attribution' | 'seq'
> {
  readonly claim: ClaimId
  readonly position: number
  readonly report: string
  readonly publishedAt: string | null
  readonly source: SourceId
  readonly reportSeq: number
}

export interface SentCited extends Pick<
  CitedClaim,
  'id' | 'status' | 'assertedAt' | 'withdrawnAt' | 'seq'
> {
  readonly kind: ClaimKind
  readonly lang: string
  readonly translations: readonly Translation[]
  readonly speaker: SourceId | null
  readonly contentSeq: number
}

export interface SentLink extends Omit<NamedLink, 'id' | 'from'> {
  readonly id: LinkId
  readonly from: ClaimId
  /** The speaker of that claim, if the link ended: only then a sentence names its author. */
  readonly author: SourceId | null
}

/** An entry of a source, and the source that it stands for. */
export interface SentSource extends Pick<SourceRef, 'slug' | 'kind' | 'seq'> {
  readonly id: SourceId
  readonly whole: SourceId
  readonly nameLangs: readonly string[]
  /** The last merge that changed whom the entry means. */
  readonly shownSeq: number | null
}

/**
 * The parts of some claims. Every part of a statement costs something for each claim, also where it is
 * not carried out, so each kind of object is read once for all of them, and put together afterwards.
 */
export const claimParts = preparedAlike<ClaimParts>(
  'claim-parts',
  (sent) => sent,
  () => sql<ClaimParts>`
    with asked as materialized (
      select ${ownClaimColumns}, claim.speaker_id as speaker, claim.content_seq as "contentSeq"
      from claim where claim.id = ${askedIds}
    ),
    subject as materialized (
      select claim_about.claim_id as claim, claim_about.position, claim_about.source_id as source
      from asked join claim_about
        on claim_about.claim_id = asked.id and claim_about.seq = asked."contentSeq"
    ),
    cite as materialized (
      select citation.claim_id as claim, citation.position, citation.id, citation.version,
        citation.recorded_at as "recordedAt", citation.voided_at as "voidedAt",
        citation.attribution, citation.content_seq as seq, report.id as report,
        report.published_at as "publishedAt", report.source_id as source,
        report.content_seq as "reportSeq"
      from asked join citation on citation.claim_id = asked.id
        join report on report.id = citation.report_id
      where citation.ending_seq is null
        and citation.voided_at is null and report.voided_at is null
    ),
    cited as materialized (
      select id, kind, status, lang, translations, asserted_at as "assertedAt",
        withdrawn_at as "withdrawnAt", speaker_id as speaker, content_seq as "contentSeq",
        greatest(shown_seq, content_seq) as seq
      from claim
      where id = any(array(select unnest(cites[1:${sql.lit(namedMax)}]) from asked))
        and kind <> 'ruling' and status not in ('corrected', 'countered', 'ruled_against')
    ),
    named as materialized (
      select id, aspect, response, fit, meets, ended_at as at, to_claim as "to", shown_seq as seq,
        from_claim as "from", case when ended_at is not null then (
          select speaker_id from claim as author where author.id = link.from_claim
        ) end as author
      from link where id = any(array(
        select jsonb_array_elements_text(
          jsonb_path_query_array(account, '$.cites[*].links[*]')
          || jsonb_path_query_array(account, '$.cites[*].reverse[*]')
          || jsonb_path_query_array(account, '$.cites[*].answer.link')
        )::uuid
        from asked where account is not null and cites <> '{}'
      ))
    ),
    speaking as materialized (
      select entry.id, source.id as whole, source.slug, source.kind,
        source.name_langs::text[] as "nameLangs", source.content_seq as seq,
        entry.shown_seq as "shownSeq"
      from source as entry join source on source.id = coalesce(entry.merged_into, entry.id)
      where entry.id = any(array(
        select speaker from asked
        union all select source from subject
        union all select source from cite
        union all select speaker from cited
        union all select author from named
      ))
    )
    select
      (select json_agg(asked) from asked) as claims,
      (
        select json_build_object('version', max(version), 'sinceSeq', max(since_seq))
        from rules_in_force
      ) as rules,
      (select json_agg(subject) from subject) as subjects,
      (select json_agg(cite) from cite) as citations,
      (select json_agg(cited) from cited) as cited,
      (select json_agg(named) from named) as links,
      (select json_agg(speaking) from speaking) as sources,
      json_agg(seq) as seqs, json_agg(field) as fields, json_agg(body) as texts
    from words where seq = any(array(
      select "contentSeq" from asked
      union all select seq from cite
      union all select "reportSeq" from cite
      union all select "contentSeq" from cited
      union all select seq from speaking
    ))
  `,
)
