import { sql, type RawBuilder } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { ReaderChange } from '../domain/reader-change.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'
import { entered } from './transcription.ts'
import { pointEnds, pointWords, translations, wordsLike } from './version-parts.ts'

/** What changed in each way: answers and other claims, citations, or the claim itself, by ids. */
export type ListedChanges = Readonly<Record<ReaderChange, readonly string[]>>

interface ChangesRow extends ListedChanges {
  readonly seen: readonly string[]
}

/**
 * What changed for a reader of a claim after a moment, but for its status: of the claim itself, of its
 * quotes and of its answers, also those onto its restatements. What lost its words by now is left
 * out, and so is what was both added and voided after the moment, since no reader has seen it.
 *
 * @param until the moment that is read with `asOf`; absent, now
 */
export async function listChanges(
  db: Db,
  claim: ClaimId,
  since: Date,
  until?: Date,
): Promise<ListedChanges> {
  const window = { since, until }
  // The ids of all that is looked at are returned, for caches.
  const { rows } = await sql<ChangesRow>`${plannedOnce}
    with recursive version (id) as (
      select ${claim}::uuid
      union
      select link.to_claim from version join link on link.from_claim = version.id
      where link.relation = 'supersedes' and link.change = 'wording' and ${isLive}
    ),
    member (id) as (
      select id from version
      union
      select other.id from member cross join lateral (
        select to_claim as id from link
        where from_claim = member.id and relation = 'restates' and ${isLive}
        union all
        select from_claim from link
        where to_claim = member.id and relation = 'restates' and ${isLive}
      ) as other
    ),
    -- Looked up one by one: the planner expects far more members than there are.
    entry as materialized (
      select link.id as link, link.relation, link.recorded_at, link.ended_at,
        link.content_seq as link_seq, answer.id as claim, answer.withdrawn_at, answer.content_seq,
        link.is_void or answer.is_void as is_void
      from member cross join lateral (
        select id, relation, recorded_at, ended_at, from_claim, content_seq, is_void from link
        where link.to_claim = member.id and link.merged_into is null
          and link.relation in ('rebuts', 'undercuts', 'qualifies', 'concedes', 'supports')
        offset 0
      ) as link
      cross join lateral (
        select id, withdrawn_at, content_seq, voided_at is not null as is_void from claim
        where claim.id = link.from_claim and claim.merged_into is null
        offset 0
      ) as answer
      where (link.relation in ('rebuts', 'concedes') or member.id in (select id from version))
        and answer.id not in (select id from member)
        and ${isReadable(sql`link.id`)} and ${isReadable(sql`answer.id`)}
    ),
    reply as (select * from entry where not is_void),
    -- What a reader may have seen, and is an entry error by now.
    error as (
      select relation = 'concedes' as is_confirmation, claim from entry
      where is_void and relation <> 'supports' and recorded_at <= ${since}
        and (
          ${hasEvent(sql`entry.link`, 'link.voided', window)}
          or ${hasEvent(sql`entry.claim`, 'claim.voided', window)}
        )
      group by 1, 2
    ),
    answer as materialized (
      select claim, withdrawn_at, content_seq, min(recorded_at) > ${since} as is_new,
        bool_and(ended_at is not null) as is_dropped, array_agg(link) as links
      from reply where relation in ('rebuts', 'undercuts', 'qualifies')
      group by claim, withdrawn_at, content_seq
    ),
    other as materialized (
      select relation, claim from reply where relation in ('concedes', 'supports')
      group by relation, claim having min(recorded_at) > ${since}
    ),
    made as materialized (
      select event.seq, event.body from claim join event on event.seq = claim.content_seq
      where claim.id = ${claim}::uuid
    ),
    before as materialized (
      select seq, body from event
      where object = ${claim}::uuid and kind in ('claim.added', 'claim.amended') and at <= ${since}
      order by seq desc limit 1
    ),
    own as (
      select ${wordsLike('made', '/text')} is distinct from ${wordsLike('before', '/text')} as text,
        ${pointWords('made')} is distinct from ${pointWords('before')}
          or ${pointEnds('made')} is distinct from ${pointEnds('before')} as points,
        ${translations('made')} is distinct from ${translations('before')} as translations,
        ${entered('made')} is distinct from ${entered('before')} as entered
      from made cross join before
      -- Of an earlier version whose words were removed, nothing can be said.
      where made.seq <> before.seq and exists (select from words where words.seq = before.seq)
    ),
    -- Of each report, as many new quotes as were voided correct these.
    quote as (
      select id, report_id, row_number() over (partition by report_id order by position, id)
        <= (
          select count(*) from citation as old
          where old.claim_id = ${claim}::uuid and old.ending_seq is null
            and old.report_id = citation.report_id and old.voided_at > ${since}
            and old.recorded_at <= ${since} and ${isReadable(sql`old.id`)}
        ) as corrects
      from citation
      where claim_id = ${claim}::uuid and ending_seq is null and ${isReadable(sql`citation.id`)}
        and voided_at is null and recorded_at > ${since}
    ),
    lost_quote as (
      select id, row_number() over (partition by report_id order by position, id)
        > (select count(*) from quote where quote.report_id = citation.report_id) as is_lost
      from citation
      where claim_id = ${claim}::uuid and ending_seq is null and ${isReadable(sql`citation.id`)}
        and voided_at > ${since} and recorded_at <= ${since}
    )
    select
      array(select claim from answer where is_new) as "answersAdded",
      array(select claim from answer where withdrawn_at is not null
        and ${hasEvent(sql`answer.claim`, 'claim.withdrawn', window)}) as "answersWithdrawn",
      array(select claim from answer where exists (
        select from link where link.to_claim = answer.claim and link.relation = 'supersedes'
          and ${isLive} and link.recorded_at > ${since}
      )) as "answersReplaced",
      array(select claim from answer where is_dropped and exists (
        select from unnest(links) as link (id) where ${hasEvent(sql`link.id`, 'link.ended', window)}
      )) as "answersDropped",
      array(select claim from answer where not is_new and exists (
        select from words as old join words as now on now.field = old.field
        where now.seq = answer.content_seq and old.field = '/text' and old.body <> now.body
          and old.seq = (
            select seq from event where object = answer.claim
              and kind in ('claim.added', 'claim.amended') and at <= ${since}
            order by seq desc limit 1
          )
      )) as "answersCorrected",
      array(select claim from answer where not is_new and exists (
        select from reply join event as made on made.seq = reply.link_seq
          cross join lateral (
            select body from event
            where object = reply.link and kind in ('link.added', 'link.amended') and at <= ${since}
            order by seq desc limit 1
          ) as before
        where reply.link = any(answer.links) and reply.recorded_at <= ${since}
          and made.at > ${since} and ${touchedIn('made')} is distinct from ${touchedIn('before')}
      )) as "answersReread",
      array(
        select claim from error
        where not is_confirmation and claim not in (select claim from answer)
      ) as "answersRemoved",
      array(select claim from other where relation = 'concedes') as "confirmationsAdded",
      array(
        select claim from reply where relation = 'concedes' and recorded_at <= ${since} and (
          ${hasEvent(sql`reply.link`, 'link.ended', window)}
          or ${hasEvent(sql`reply.claim`, 'claim.withdrawn', window)}
          or exists (
            select from link where link.to_claim = reply.claim and link.relation = 'supersedes'
              and ${isLive} and link.recorded_at > ${since}
          )
        ) group by claim
      ) as "confirmationsTakenBack",
      array(
        select claim from error where is_confirmation
          and claim not in (select claim from reply where relation = 'concedes')
      ) as "confirmationsRemoved",
      array(select claim from other where relation = 'supports') as "reasonsAdded",
      array(select id from quote where not corrects) as "quotesAdded",
      array(select id from quote where corrects) as "quotesCorrected",
      array(select id from lost_quote where is_lost) as "quotesRemoved",
      array(select ${claim}::uuid from own where text) as "wordsCorrected",
      array(select ${claim}::uuid from own where points) as "pointsChanged",
      array(select ${claim}::uuid from own where translations) as "translationsChanged",
      array(select ${claim}::uuid from own where entered and not text) as "detailsCorrected",
      array(
        select id from member union select link from entry union select claim from entry
      ) as seen
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('A select without a source gave no row.')
  const { seen: _, ...changes } = row
  return changes
}

const isLive = sql<boolean>`link.ended_at is null and not link.is_void`

/** Whether its words were not removed. */
function isReadable(id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`not exists (select from redaction where redaction.object = ${id})`
}

interface Window {
  readonly since: Date
  readonly until: Date | undefined
}

function hasEvent(
  object: RawBuilder<unknown>,
  kind: string,
  { since, until }: Window,
): RawBuilder<boolean> {
  return sql`exists (
    select from event where event.object = ${object} and event.kind = ${sql.lit(kind)}
      and event.at > ${since} ${until === undefined ? sql`` : sql`and event.at <= ${until}`}
  )`
}

/** What a link touches, as entered. */
function touchedIn(version: 'made' | 'before'): RawBuilder<unknown> {
  const facts = sql`(${sql.ref(`${version}.body`)}::jsonb -> 'facts')`
  return sql`jsonb_build_array(
    ${facts} -> 'relation', coalesce(${facts} -> 'aspect', 'null'),
    coalesce(${facts} -> 'response', 'null'), coalesce(${facts} -> 'meets', '[]')
  )`
}
