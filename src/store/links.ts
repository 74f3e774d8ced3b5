import { sql } from 'kysely'
import type { LinkEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { startOfBatch, insertRows, type Numbered } from './database/rows.ts'

export async function insertLinks(
  tx: Db,
  at: Date,
  links: readonly Numbered<LinkEntry>[],
  voided: ReadonlySet<string>,
): Promise<void> {
  const rows = links.map(({ id, relation, from, to, ...link }) => ({
    id,
    relation,
    from_claim: from,
    to_claim: 'claim' in to ? to.claim : null,
    to_link: 'link' in to ? to.link : null,
    ...linkContent(link),
    version: 1,
    shown_seq: link.seq,
    recorded_at: at,
    is_conceded: false,
    is_void: voided.has(id),
    ...startOfBatch(link),
  }))
  const undercuts = links.flatMap(({ id, to }) => ('link' in to ? [id] : []))
  await Promise.all([insertRows(tx, 'link', rows), insertUndercutEnds(tx, undercuts)])
}

/** The columns that an amendment sets. */
export function linkContent({
  aspect,
  arguendo,
  response,
  meets,
  change,
  seq,
}: Pick<Numbered<LinkEntry>, 'aspect' | 'arguendo' | 'response' | 'meets' | 'change' | 'seq'>) {
  return { aspect, arguendo, response, meets, change, content_seq: seq }
}

async function insertUndercutEnds(tx: Db, undercuts: readonly string[]): Promise<void> {
  if (undercuts.length === 0) return
  await sql`
    with recursive attacked (undercut, link_id) as (
      select id, to_link from link where id = any(${undercuts}::uuid[])
      union
      select attacked.undercut, link.to_link
      from attacked join link on link.id = attacked.link_id
      where link.to_link is not null
    )
    insert into undercut_end (claim_id, link_id)
    select end_claim, undercut
    from attacked
    join link on link.id = attacked.link_id
    cross join unnest(array[link.from_claim, link.to_claim]) as end_claim
    where end_claim is not null
    on conflict do nothing
  `.execute(tx)
}

/** Recomputes what some undercuts are about, and the undercuts of these, recursively. */
export async function renewUndercutEnds(tx: Db, links: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with recursive dependent (id) as (
      select unnest(${links}::uuid[])
      union
      select link.id from dependent join link on link.to_link = dependent.id
    )
    select link.id from dependent join link on link.id = dependent.id where link.to_link is not null
  `.execute(tx)
  const undercuts = rows.map(({ id }) => id)
  if (undercuts.length === 0) return
  await sql`delete from undercut_end where link_id = any(${undercuts}::uuid[])`.execute(tx)
  await insertUndercutEnds(tx, undercuts)
}

/** Whether a link that is not voided connects a claim to others. */
export async function isLinked(db: Db, claim: string): Promise<boolean> {
  const { rows } = await sql`
    select from link where (from_claim = ${claim} or to_claim = ${claim}) and not is_void limit 1
  `.execute(db)
  return rows.length > 0
}

/**
 * Whether somebody answers a claim, in any of its wordings: rebuts it or a restatement of it,
 * undercuts it or qualifies it.
 */
export async function isAnswered(db: Db, claim: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive version (id) as (
      select ${claim}::uuid
      union
      select case when link.from_claim = version.id then link.to_claim else link.from_claim end
      from version join link on version.id in (link.from_claim, link.to_claim)
      where link.relation = 'supersedes' and link.change = 'wording' and not link.is_void
        and link.ended_at is null
    )
    select from version join claim on claim.id = version.id where claim.answers > 0 limit 1
  `.execute(db)
  return rows.length > 0
}

/** Which of some claims and links are void. */
export async function findVoid(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from claim where id = any(${ids}::uuid[]) and voided_at is not null
    union all
    select id from link where id = any(${ids}::uuid[]) and is_void
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Marks as void what depends on voided claims and links, recursively, and returns what is newly
 * void.
 */
export async function spreadVoid(tx: Db, roots: readonly string[], seq: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive dependent (id) as (
      select link.id from link
      where link.id = any(${roots}::uuid[])
        or link.from_claim = any(${roots}::uuid[]) or link.to_claim = any(${roots}::uuid[])
      union
      select link.id from dependent join link on link.to_link = dependent.id
    )
    update link set is_void = true, shown_seq = ${seq}
    from dependent where link.id = dependent.id and not link.is_void
    returning link.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}
