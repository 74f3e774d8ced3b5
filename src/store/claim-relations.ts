import { sql, type RawBuilder } from 'kysely'
import type { CounterpointRole } from '../domain/kinds.ts'
import { affiliationsUpFrom } from './merged-lists.ts'

/** Filters by what other tables tell. */
export interface RelatedFilters {
  readonly about?: readonly string[] | undefined
  readonly report?: readonly string[] | undefined
  readonly story?: readonly string[] | undefined
  /** Sources of claims that rebut, undercut or qualify it. */
  readonly responseFrom?: readonly string[] | undefined
  /** As what somebody rebuts, undercuts or qualifies it. */
  readonly role?: readonly CounterpointRole[] | undefined
  /** What fact-checkers call it. */
  readonly rating?: readonly string[] | undefined
  /** Sources of reports that it is cited from. */
  readonly quotedSource?: readonly string[] | undefined
}

/** What other tables tell. */
export interface Related {
  /** Whether the claim `listed.id` matches; `limit 1` keeps it from being answered for all at once. */
  readonly condition: RawBuilder<unknown>
  /** A statement that finds every claim that matches, and perhaps some that do not. */
  readonly candidates: RawBuilder<unknown>
}

/** The conditions of filters that other tables tell. */
export function relatedOf(filters: RelatedFilters): Related[] {
  const { about, report, story, quotedSource } = filters
  return [
    ...when(about, (ids) => ({
      condition: sql`(
        select true from claim join claim_about
          on claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
        where claim.id = listed.id and claim_about.source_id = any(${ids}::uuid[]) limit 1
      )`,
      candidates: sql`select claim_id from claim_about where source_id = any(${ids}::uuid[])`,
    })),
    ...when(report, (ids) => ({
      condition: sql`(
        select true from citation
        where report_id = any(${ids}::uuid[]) and claim_id = listed.id and voided_at is null limit 1
      )`,
      candidates: sql`
        select claim_id from citation
        where report_id = any(${ids}::uuid[]) and claim_id is not null
      `,
    })),
    ...when(story, (ids) => {
      const members = sql`
        select coalesce(entered.merged_into, entered.id)
        from story join story_claim
          on story_claim.story_id = story.id and story_claim.seq = story.content_seq
        join claim as entered on entered.id = story_claim.claim_id
        where story.id = any(${ids}::uuid[])
      `
      return { condition: sql`(listed.id in (${members})) is true`, candidates: members }
    }),
    ...when(quotedSource, (ids) => ({
      condition: sql`(
        select true from citation join report on report.id = citation.report_id
        where citation.claim_id = listed.id and citation.voided_at is null
          and report.source_id = any(${ids}::uuid[])
        limit 1
      )`,
      candidates: sql`select claim_id from quoted_by where source_id = any(${ids}::uuid[])`,
    })),
    ...responsesOf(filters),
  ]
}

/** Who answers a claim, and how fact-checkers rate it. */
function responsesOf({ responseFrom, role, rating }: RelatedFilters): Related[] {
  return [
    ...when(responseFrom, (ids) => ({
      condition: sql`(
        select true from link join claim as response on response.id = link.from_claim
        where link.to_claim = listed.id and not link.is_void
          and link.relation in ('rebuts', 'undercuts', 'qualifies')
          and response.speaker_id = any(${ids}::uuid[])
        limit 1
      )`,
      candidates: sql`select claim_id from answered_by where speaker_id = any(${ids}::uuid[])`,
    })),
    ...when(role, roleRelation),
    ...when(rating, (ratings) => ({
      condition: sql`(
        select true from claim
        join claim as rated on claim.badges -> 'ratings' ? rated.id::text
        join words on words.seq = rated.content_seq and words.field = '/rating'
        where claim.id = listed.id and rated.id in (
          select by_claim from rated_as where rated_as.claim_id = listed.id and ${isOneOf(ratings)}
        )
          and rating_key(words.body) in (${keysOf(ratings)})
        limit 1
      )`,
      candidates: sql`select claim_id from rated_as where ${isOneOf(ratings)}`,
    })),
  ]
}

/** What answers in each role; for parties, the link says so. */
const answerers: Readonly<Record<CounterpointRole, string | undefined>> = {
  ruling: 'ruling',
  party_response: undefined,
  fact_check: 'fact_checker',
  analyst_opinion: 'analyst',
  third_party: 'other',
}

/** Somebody, and for whom they speak now. */
function voiceOf(speaker: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with recursive voice (id) as (
      select ${speaker}
      union
      select whole.id from voice ${affiliationsUpFrom(sql`voice.id`)}
      where whole.relation = 'speaks_for'
    )
    select id from voice
  )`
}

function roleRelation(roles: readonly CounterpointRole[]): Related {
  const others = roles.flatMap((role) => answerers[role] ?? [])
  const isByParty = others.length < roles.length
  const answering = sql`
    join claim as response on response.id = link.from_claim
    join claim as answered on answered.id = link.to_claim
    left join source on source.id = response.speaker_id
    where link.to_claim = listed.id and not link.is_void
      and response.speaker_id is distinct from answered.speaker_id
  `
  const byOthers = {
    condition: sql`(
      select true from answered_as join link on link.id = answered_as.link_id ${answering}
      and answered_as.claim_id = listed.id and answered_as.answerer = any(${others}::text[])
      and answerer_of(response.kind, source.kind) = answered_as.answerer
      and (response.kind = 'ruling' or link.fit is null)
      and not exists (
        select from ${voiceOf(sql`response.speaker_id`)} as one
        join ${voiceOf(sql`answered.speaker_id`)} as other using (id)
      )
      limit 1
    )`,
    candidates: sql`select claim_id from answered_as where answerer = any(${others}::text[])`,
  }
  if (!isByParty) return byOthers
  const byParty = {
    condition: sql`(
      select true from link ${answering}
      and link.fit is not null and response.kind <> 'ruling'
      limit 1
    )`,
    candidates: sql`select to_claim from link where fit is not null`,
  }
  if (others.length === 0) return byParty
  return {
    condition: sql`(${byParty.condition} or ${byOthers.condition}) is true`,
    candidates: sql`${byParty.candidates} union ${byOthers.candidates}`,
  }
}

function isOneOf(ratings: readonly string[]): RawBuilder<unknown> {
  return sql`rated_as.rating in (${keysOf(ratings)})`
}

function keysOf(ratings: readonly string[]): RawBuilder<unknown> {
  return sql`select rating_key(sent) from unnest(${ratings}::text[]) as sent`
}

export function when<T, R>(value: T | undefined, condition: (value: T) => R): R[] {
  return value === undefined ? [] : [condition(value)]
}
