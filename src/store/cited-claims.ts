import { sql, type RawBuilder } from 'kysely'
import type { Translated } from '../domain/translation.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { OpenBasis } from '../sentences/explanation.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { wordsSeq } from './redactions.ts'
import { sourceRef, word, type SourceRef } from './source-ref.ts'

/** What a sentence about another claim may say about a claim. */
export interface CitedClaim {
  readonly id: ClaimId
  readonly kind: ClaimKind
  readonly status: Status | null
  readonly speaker: SourceRef | null
  /** In the display language if available, otherwise in the original. */
  readonly words: string | null
  readonly translated: Translated | null
  readonly assertedAt: WorldDate | null
  /** Its words are later than its date. */
  readonly wasReworded?: boolean
  readonly withdrawnAt: WorldDate | null
  /** For a ruling, the title of its report. */
  readonly reference: { readonly title: string | null; readonly seq: number } | null
  /** For a claim that is OUT, who defeated it: the first few speakers, and how many there are. */
  readonly answeredBy: {
    readonly named: readonly (SourceRef | null)[]
    readonly count: number
    readonly claims: readonly ClaimId[]
  } | null
  /** For a corrected claim, what replaced it. */
  readonly replacement: {
    readonly claim: ClaimId
    readonly by: SourceRef | null
    readonly at: WorldDate | null
    readonly isConcession: boolean
    readonly status: Status | null
  } | null
  /**
   * For a denied claim that others rely on, how much of it the parties it is about deny; `disputed` if
   * only others do.
   */
  readonly deniedAs: OpenBasis['status'] | null
  /** The last event that changed any of this, except names and titles. */
  readonly seq: number
}

export async function loadCitedClaims(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<Map<ClaimId, CitedClaim>> {
  if (ids.length === 0) return new Map()
  const rows = await citedClaimsById(db, ids, lang)
  return new Map(rows.map((row) => [row.id, row]))
}

const citedClaimsById = prepared<CitedClaim>(
  'cited-claims',
  (sent) => sent,
  (lang) => sql<CitedClaim>`
    select claim.id, claim.kind, claim.status, claim.asserted_at as "assertedAt",
      claim.withdrawn_at as "withdrawnAt",
      ${sourceRef('claim.speaker_id', lang)} as speaker,
      coalesce(translated.body, ${word('claim.content_seq', '/text')}) as words,
      ${howTranslated} as translated,
      ${reference} as reference,
      ${answeredBy(lang)} as "answeredBy",
      case when claim.status = 'corrected' then (
        select json_build_object(
          'claim', later.id,
          'by', ${sourceRef('later.speaker_id', lang)},
          'at', (
            select asserted_at from claim as first where first.id = coalesce(
              (claim.account #>> array['firsts', later.id::text])::uuid, later.id
            )
          ),
          'isConcession', claim.account #>> '{cites,0,relation}' <> 'supersedes',
          'status', later.status
        )
        from claim as later where later.id = claim.cites[1]
      ) end as replacement,
      ${deniedAs} as "deniedAs",
      greatest(claim.shown_seq, claim.content_seq, ${answersSeq}, (
        select max(greatest(cite.shown_seq, cite.content_seq)) from claim as cite
        where cite.id = any(claim.cites)
          and claim.status in ('corrected', 'countered', 'ruled_against')
      )) as seq
    from claim left join lateral ${translationOf(lang)} as translated on true
    where claim.id = ${askedIds}
  `,
)

/**
 * A translation of a row of `claim` into the display language if the original is in another one; human
 * translations take precedence.
 */
function translationOf(lang: DisplayLanguage): RawBuilder<unknown> {
  return sql`(
    select words.body, translation.value ->> 'by' as by
    from jsonb_array_elements(claim.translations) with ordinality as translation (value, position)
    join words on words.seq = claim.content_seq
      and words.field = '/texts/' || (translation.position - 1) || '/text'
    where claim.translations <> '[]' and not ${isIn(sql`claim.lang`, lang)}
      and ${isIn(sql`translation.value ->> 'lang'`, lang)}
    order by translation.value ->> 'by' = 'machine', translation.position
    limit 1
  )`
}

/** From what language and by whom a claim was translated; null if its own words are shown. */
const howTranslated = sql<Translated | null>`case when translated.body is not null
  then json_build_object('from', claim.lang, 'by', translated.by) end`

/** Whether a language tag belongs to the display language, in any region or script. */
function isIn(tag: RawBuilder<unknown>, lang: DisplayLanguage): RawBuilder<boolean> {
  return sql`lower(split_part(${tag}, '-', 1)) = ${lang}`
}

/** The document of the ruling, or else the first that reports it. */
const reference = sql`case when claim.kind = 'ruling' then (
  select json_build_object(
    'title', ${word('report.content_seq', '/title')},
    'seq', greatest(${wordsSeq('report.content_seq', 'report.id')}, citation.content_seq)
  )
  from citation join report on report.id = citation.report_id
  where citation.claim_id = claim.id and citation.ending_seq is null
    and citation.voided_at is null
  order by report.kind = 'ruling' desc, citation.position, citation.id
  limit 1
) end`

/** By the answers that its account names. Accounts of version 1 of the rules name no links. */
const deniedAs = sql<CitedClaim['deniedAs']>`case when claim.status = 'denied' then (
  select case
    when count(*) = 0 or bool_or(answer.fit is null or answer.fit = 'meets')
      or claim.account @? '$.cites[*] ? (exists (@.subjects[*]) && !exists (@.links[*]))'
      then 'denied'
    when bool_or(answer.fit = 'partly') then 'denied_partly'
    when claim.account @? '$.cites[*] ? (@.as == "attack" && !exists (@.subjects[*]))'
      then 'disputed'
    else 'answered_elsewhere' end
  from link as answer where answer.id = any(array(
    select (jsonb_path_query(claim.account,
      '$.cites[*] ? (exists (@.subjects[*])).links[*]') #>> '{}')::uuid
  ))
) end`

const answersSeq = sql<number | null>`(
  select max(answer.shown_seq) from link as answer
  where claim.status = 'denied' and answer.to_claim = claim.id
)`

function answeredBy(lang: DisplayLanguage): RawBuilder<CitedClaim['answeredBy']> {
  return sql`case when claim.status in ('countered', 'ruled_against') then (
    select json_build_object(
      'named', json_agg(${sourceRef('voice.speaker_id', lang)} order by voice.place)
        filter (where voice.place <= ${namedMax}),
      'count', count(*),
      'claims', claim.cites
    )
    from (
      select cite.speaker_id, row_number() over (order by min(cited.position)) as place
      from unnest(claim.cites) with ordinality as cited (id, position)
      join claim as cite on cite.id = cited.id
      group by cite.speaker_id, coalesce(cite.speaker_id, cite.id)
    ) as voice
  ) end`
}
