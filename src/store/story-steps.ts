import { sql, type RawBuilder } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Status } from '../domain/status.ts'
import type { StoryChange } from '../domain/story-change.ts'
import type { Moment } from './as-of.ts'
import type { Db } from './database/db.ts'

/** One change of a story. */
export interface StoryStep {
  /** The last event of the write that made it. */
  readonly seq: number
  readonly at: Date
  readonly change: StoryChange
  /** The claim that changed; the story for its title. */
  readonly object: string
  readonly before: Status | null
  readonly after: Status | null
  /** Of an answer that was added: the link, and the claim that answers. */
  readonly link: LinkId | null
  readonly answer: ClaimId | null
}

/** Where a page ended. */
export interface StepPosition {
  readonly seq: number
  readonly place: string
}

interface Asked {
  readonly story: string
  readonly from: Moment
  readonly to: Moment
  /** The claims that the story has at the later moment, and did not have at the earlier one. */
  readonly added: readonly ClaimId[]
  readonly removed: readonly ClaimId[]
  /** The claims that it has at both. */
  readonly kept: readonly ClaimId[]
  readonly isRetitled: boolean
  readonly after: StepPosition | undefined
  readonly limit: number
}

/**
 * The changes of a story after one moment and up to another, which is read with `asOf`, in order of
 * time. A claim that was added changes since then.
 */
export async function listStorySteps(
  db: Db,
  { story, from, to, added, removed, kept, isRetitled, after, limit }: Asked,
): Promise<readonly (StoryStep & StepPosition)[]> {
  const versions = sql`
    select seq from event
    where object = ${story}::uuid and kind in ('story.added', 'story.amended')
      and seq > ${from.seq}::bigint and seq <= ${to.seq}::bigint
  `
  const { rows } = await sql<StoryStep & StepPosition>`
    with titled as materialized (
      select version.seq, (
        select jsonb_object_agg(field, body) from words
        where words.seq = version.seq and field like '/title%'
      ) as titles
      from (${versions}) as version
      where ${isRetitled}
    ),
    joined as materialized (
      select added.id, coalesce(
        (
          select min(story_claim.seq) from story_claim
          where story_claim.claim_id = added.id and story_claim.story_id = ${story}::uuid
            and story_claim.seq > ${from.seq}::bigint and story_claim.seq <= ${to.seq}::bigint
        ),
        (select max(version.seq) from (${versions}) as version)
      ) as seq
      from unnest(${added}::uuid[]) as added (id)
    ),
    member as materialized (
      select id, ${from.seq}::bigint as since from unnest(${kept}::uuid[]) as kept (id)
      union all
      select id, coalesce(seq, ${from.seq}::bigint) from joined
    ),
    step as (
      select seq, 'titleChanged' as change, ${story}::uuid as object, null as before, null as after,
        null::uuid as link, null::uuid as answer
      from (
        -- Since when it has the title that it has at the later moment.
        select min(titled.seq) as seq from titled
        where titled.seq > coalesce((
          select max(other.seq) from titled as other
          where other.titles is distinct from (
            select titles from titled as last order by last.seq desc limit 1
          )
        ), 0)
      ) as retitled
      where ${isRetitled} and seq is not null
      union all
      select seq, 'claimAdded', id, null, null, null, null from joined where seq is not null
      union all
      select left_at.seq, 'claimRemoved', removed.id, null, null, null, null
      from unnest(${removed}::uuid[]) as removed (id) cross join lateral (
        select coalesce(min(version.seq), (select max(last.seq) from (${versions}) as last)) as seq
        from (${versions}) as version
        where version.seq > coalesce((
          select max(story_claim.seq) from story_claim
          where story_claim.claim_id = removed.id and story_claim.story_id = ${story}::uuid
            and story_claim.seq <= ${to.seq}::bigint
        ), 0)
      ) as left_at
      where left_at.seq is not null
      union all
      select found.seq, 'claimAmended', member.id, null, null, null, null
      from member cross join lateral (
        select seq from event
        where object = member.id and kind = 'claim.amended'
          and seq > member.since and seq <= ${to.seq}::bigint and ${isReadable(sql`member.id`)}
        offset 0
      ) as found
      union all
      select made.seq, 'answerAdded', member.id, null, null, found.id, found.from_claim
      from member cross join lateral (
        select link.id, link.from_claim, link.content_seq from link
          join claim as answer on answer.id = link.from_claim
        where link.to_claim = member.id and link.relation in ('rebuts', 'undercuts', 'qualifies')
          and link.recorded_at > ${from.at} and not link.is_void and link.merged_into is null
          and ${isReadable(sql`link.id`)} and ${isReadable(sql`answer.id`)}
        offset 0
      ) as found
      cross join lateral (
        select min(seq) as seq from event where object = found.id and kind = 'link.added'
      ) as made
      where made.seq > member.since
      union all
      select found.seq,
        case when found.status is distinct from was.status then 'statusChanged'
          else 'reasonsChanged' end,
        member.id, was.status, found.status, null, null
      from member cross join lateral (
        select seq, status from status_history
        where claim_id = member.id and seq > member.since and seq <= ${to.seq}::bigint
        offset 0
      ) as found
      cross join lateral (
        select status from status_history
        where claim_id = member.id and seq < found.seq
        order by seq desc limit 1
      ) as was
    ),
    placed as (
      select event.batch as seq, step.change, step.object, step.before, step.after, step.link,
        step.answer, concat_ws(' ', ${placeOfChange}, step.object, step.link, step.seq) as place
      from step join event on event.seq = step.seq
    )
    select placed.*, event.at from placed join event on event.seq = placed.seq
    where ${after ? sql`(placed.seq, placed.place collate "C") > (${after.seq}::bigint, ${after.place})` : sql`true`}
    order by placed.seq, placed.place collate "C"
    limit ${limit}
  `.execute(db)
  return rows
}

/** A letter for each kind of change, in the order of `storyChanges`. */
const placeOfChange: RawBuilder<string> = sql`case step.change
  when 'titleChanged' then 'a' when 'claimAdded' then 'b' when 'claimRemoved' then 'c'
  when 'claimAmended' then 'd' when 'answerAdded' then 'e' when 'statusChanged' then 'f'
  else 'g' end`

function isReadable(id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`not exists (select from redaction where redaction.object = ${id})`
}
