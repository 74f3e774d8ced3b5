import { sql, type RawBuilder } from 'kysely'
import type { ClaimFilters } from '../../src/store/claim-filters.ts'
import { orderOf, type ClaimSort } from '../../src/store/claim-order.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Search } from '../../src/store/search.ts'

/** The ids of all claims that filters select, in order, by one plain statement for every list. */
export async function plainList(
  db: Db,
  { status, kind, textLang, speaker, about, report, story, responseFrom, ...rest }: ClaimFilters,
  sort: ClaimSort,
): Promise<string[]> {
  const { matching, answered, changedSince, assertedFrom, assertedTo } = rest
  const { role, rating, quotedSource } = rest
  const { rows } = await sql<{ id: string }>`
    with recursive voice (of, id) as (
      select id, id from source
      union
      select voice.of, coalesce(named.merged_into, named.id)
      from voice
      join source as entry on voice.id in (entry.id, entry.merged_into)
      join affiliation on affiliation.source_id = entry.id and affiliation.seq = entry.content_seq
      join source as named on named.id = affiliation.to_id
      where affiliation.relation = 'speaks_for'
    )
    select claim.id
    from claim left join claim_search on claim_search.claim_id = claim.id
    where claim.voided_at is null and claim.merged_into is null
      and ${given(status, (values) => sql`claim.status = any(${values}::text[])`)}
      and ${given(kind, (values) => sql`claim.kind = any(${values}::text[])`)}
      and ${given(textLang, (values) => sql`claim.lang::text = any(${values}::text[])`)}
      and ${given(speaker, (ids) => sql`claim.speaker_id = any(${ids}::uuid[])`)}
      and ${given(
        about,
        (ids) => sql`(claim.id, claim.content_seq) in (
        select claim_id, seq from claim_about join source on source.id = source_id
        where coalesce(source.merged_into, source.id) = any(${ids}::uuid[])
      )`,
      )}
      and ${given(
        report,
        (ids) => sql`claim.id in (
        select claim_id from citation where report_id = any(${ids}::uuid[]) and voided_at is null
      )`,
      )}
      and ${given(
        story,
        (ids) => sql`claim.id in (
        select coalesce(member.merged_into, member.id)
        from story
        join story_claim on story_claim.story_id = story.id and story_claim.seq = story.content_seq
        join claim as member on member.id = story_claim.claim_id
        where story.id = any(${ids}::uuid[])
      )`,
      )}
      and ${given(
        responseFrom,
        (ids) => sql`claim.id in (
        select link.to_claim from link join claim as response on response.id = link.from_claim
        where not link.is_void and response.speaker_id = any(${ids}::uuid[])
          and link.relation in ('rebuts', 'undercuts', 'qualifies')
      )`,
      )}
      and ${given(
        quotedSource,
        (ids) => sql`claim.id in (
        select claim_id from citation join report on report.id = citation.report_id
        where citation.voided_at is null and report.source_id = any(${ids}::uuid[])
      )`,
      )}
      and ${given(
        role,
        (roles) => sql`claim.id in (
        select to_claim from (
          select link.to_claim, link.fit, response.kind, answering.kind as by,
            response.speaker_id = aimed.speaker_id as own,
            (response.speaker_id, aimed.speaker_id) in (
              select one.of, other.of from voice as one join voice as other using (id)
            ) as of_one_voice
          from link join claim as response on response.id = link.from_claim
          join claim as aimed on aimed.id = link.to_claim
          left join source as answering on answering.id = response.speaker_id
          where not link.is_void and link.relation in ('rebuts', 'undercuts', 'qualifies')
        ) as answer
        where own is not true and (
          kind = 'ruling' and not of_one_voice and 'ruling' = any(${roles}::text[])
          or kind <> 'ruling' and fit is not null and 'party_response' = any(${roles}::text[])
          or kind <> 'ruling' and fit is null and not of_one_voice and case by
            when 'fact_checker' then 'fact_check' = any(${roles}::text[])
            when 'analyst' then 'analyst_opinion' = any(${roles}::text[])
            else 'third_party' = any(${roles}::text[])
          end
        )
      )`,
      )}
      and ${given(
        rating,
        (ratings) => sql`claim.id in (
        select rated.id from claim as rated
        cross join jsonb_array_elements_text(rated.badges -> 'ratings') as by (id)
        join claim as rater on rater.id = by.id::uuid
        join words on words.seq = rater.content_seq and words.field = '/rating'
        where lower(words.body) = any(${ratings.map((each) => each.toLowerCase())}::text[])
      )`,
      )}
      and ${given(answered, (isAnswered) => sql`(claim.answers > 0) = ${isAnswered}`)}
      and ${given(matching, ({ query }) => sql`claim_search.tokens @@ ${query}::tsquery`)}
      and ${given(changedSince, (date) => sql`claim.changed_at >= ${date}`)}
      and ${given(assertedFrom, ({ day }) => {
        return sql`not isempty(claim.asserted_days * daterange(${day}::date, null))`
      })}
      and ${given(assertedTo, ({ day }) => {
        return sql`not isempty(claim.asserted_days * daterange(null, ${day}::date, '[]'))`
      })}
    order by ${keyOf(sort, matching)} desc nulls last, claim.id desc
  `.execute(db)
  return rows.map(({ id }) => id)
}

function given<T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>) {
  return value === undefined ? sql`true` : condition(value)
}

function keyOf(sort: ClaimSort, matching: Search | undefined): RawBuilder<unknown> {
  if (sort === 'newest') return sql`claim.asserted_start`
  if (sort === 'changed') return sql`claim.changed_at`
  if (sort === 'most_countered') return sql`claim.rebuts + claim.undercuts + claim.qualifies`
  return orderOf('relevance', matching).key
}
