import { sql } from 'kysely'
import type { Db } from './database/db.ts'
import { renewUndercutEnds } from './links.ts'

/** One of several links with the same ends. */
interface Twin {
  readonly id: string
  /** The same for all equal links. */
  readonly key: string
  /** Neither voided itself nor ended by its author. */
  readonly isLive: boolean
  /** Voided itself, or dependent on something void. */
  readonly isGone: boolean
  readonly isVoid: boolean
  readonly mergedInto: string | null
}

/**
 * Re-evaluates links whose ends or lives changed by merges. Among equal live links, the one with
 * the smallest id counts; the others lead to it, and references to them now name it. What hangs
 * from a void is void.
 *
 * @param seq the event since which readers see them differently, if they were on record before
 * @returns the given links, and all others that may have changed
 */
export async function settleLinks(
  tx: Db,
  links: readonly string[],
  seq?: number,
): Promise<readonly string[]> {
  const settled = new Set(links)
  for (let open: readonly string[] = links; open.length > 0;) {
    const wave = await withTwinsOfBefore(tx, open)
    await retarget(tx, wave)
    const changed = await updateTwins(tx, await loadTwins(tx, wave))
    for (const id of [...wave, ...changed]) settled.add(id)
    open = await listLinksOnto(tx, changed)
  }
  const all = [...settled]
  if (seq !== undefined)
    await sql`update link set shown_seq = ${seq} where id = any(${all}::uuid[])`.execute(tx)
  await renewUndercutEnds(tx, all)
  return all
}

async function withTwinsOfBefore(tx: Db, links: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from link where id = any(${links}::uuid[])
    union
    select merged_into from link where id = any(${links}::uuid[]) and merged_into is not null
    union
    select id from link where merged_into = any(${links}::uuid[])
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Makes links onto links target the one that counts. */
async function retarget(tx: Db, links: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; entered: string; target: string }>`
    select link.id, onto.id as entered, coalesce(onto.merged_into, onto.id) as target
    from link
    left join entered_reference as kept on kept.object = link.id and kept.field = 'to_link'
    join link as onto on onto.id = coalesce(kept.entered, link.to_link)
    where link.id = any(${links}::uuid[]) and link.to_link <> coalesce(onto.merged_into, onto.id)
  `.execute(tx)
  await rename(tx, 'link', 'to_link', rows)
}

async function loadTwins(tx: Db, links: readonly string[]): Promise<Twin[]> {
  const { rows } = await sql<Twin>`
    select distinct twin.id,
      concat_ws(' ', twin.relation, twin.from_claim, twin.to_claim, twin.to_link) as key,
      twin.voided_at is null and twin.ended_at is null as "isLive",
      twin.voided_at is not null or start.voided_at is not null or coalesce(
        (select voided_at is not null from claim where claim.id = twin.to_claim),
        (select is_void from link as onto where onto.id = twin.to_link)
      ) as "isGone",
      twin.is_void as "isVoid", twin.merged_into as "mergedInto"
    from link as asked
    join link as twin on twin.from_claim = asked.from_claim and twin.relation = asked.relation
      and twin.to_claim is not distinct from asked.to_claim
      and twin.to_link is not distinct from asked.to_link
    join claim as start on start.id = twin.from_claim
    where asked.id = any(${links}::uuid[])
  `.execute(tx)
  return rows
}

async function updateTwins(tx: Db, twins: readonly Twin[]): Promise<string[]> {
  const now = [...Map.groupBy(twins, ({ key }) => key).values()].flatMap((equal) => {
    const counting = equal.filter(({ isLive, isGone }) => isLive && !isGone).map(({ id }) => id)
    const [first] = counting.sort()
    return equal.flatMap(({ id, isLive, isGone, ...before }) => {
      const mergedInto = isLive && !isGone && first !== undefined && first !== id ? first : null
      const isVoid = isGone || mergedInto !== null
      const differs = isVoid !== before.isVoid || mergedInto !== before.mergedInto
      return differs ? [{ id, isVoid, mergedInto }] : []
    })
  })
  if (now.length === 0) return []
  const ids = now.map(({ id }) => id)
  await sql`
    update link set is_void = now.is_void, merged_into = now.merged_into
    from unnest(
      ${ids}::uuid[],
      ${now.map(({ isVoid }) => isVoid)}::boolean[],
      ${now.map(({ mergedInto }) => mergedInto)}::uuid[]
    ) as now (id, is_void, merged_into)
    where link.id = now.id
  `.execute(tx)
  await moveCitations(tx, ids)
  return ids
}

/** Moves evidence to the link that counts. */
async function moveCitations(tx: Db, links: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; entered: string; target: string }>`
    select citation.id, link.id as entered, coalesce(link.merged_into, link.id) as target
    from link
    join citation on citation.id in (
      select id from citation as own where own.link_id = link.id
        and not exists (
          select from entered_reference where object = own.id and field = 'link_id'
        )
      union all
      select object from entered_reference where entered = link.id and field = 'link_id'
    )
    where link.id = any(${links}::uuid[])
      and citation.link_id <> coalesce(link.merged_into, link.id)
  `.execute(tx)
  await rename(tx, 'citation', 'link_id', rows)
}

/** Changes what a column names, or restores what was entered. */
async function rename(
  tx: Db,
  table: 'link' | 'citation',
  column: 'to_link' | 'link_id',
  rows: readonly { readonly id: string; readonly entered: string; readonly target: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = now.target
    from unnest(${ids}::uuid[], ${rows.map(({ target }) => target)}::uuid[]) as now (id, target)
    where ${sql.ref(`${table}.id`)} = now.id
  `.execute(tx)
  await sql`
    delete from entered_reference where object = any(${ids}::uuid[]) and field = ${column}
  `.execute(tx)
  await sql`
    insert into entered_reference (object, field, entered)
    select id, ${column}, entered
    from unnest(
      ${ids}::uuid[],
      ${rows.map(({ entered }) => entered)}::uuid[],
      ${rows.map(({ target }) => target)}::uuid[]
    ) as now (id, entered, target)
    where entered <> target
  `.execute(tx)
}

/** Among some links, those that lead to an equal one. */
export async function listAbsorbed(tx: Db, links: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from link where id = any(${links}::uuid[]) and merged_into is not null
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Links that lead to one that no longer counts, and the event since when. */
export async function listFreed(tx: Db): Promise<{ absorbed: readonly string[]; seq: number }> {
  const { rows } = await sql<{ id: string; seq: number }>`
    select absorbed.id, link.shown_seq as seq
    from link as absorbed join link on link.id = absorbed.merged_into
    where link.is_void or link.ended_at is not null
  `.execute(tx)
  return {
    absorbed: rows.map(({ id }) => id),
    seq: rows.reduce((last, { seq }) => Math.max(last, seq), 0),
  }
}

/** Among some links, those from a claim to itself, including ended ones. */
export async function listSelfLinks(tx: Db, links: readonly string[]): Promise<string[]> {
  if (links.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from link
    where id = any(${links}::uuid[]) and from_claim = to_claim and not is_void
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Links that target some links now, or did when entered. */
export async function listLinksOnto(tx: Db, links: readonly string[]): Promise<string[]> {
  if (links.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from link where to_link = any(${links}::uuid[])
    union
    select object from entered_reference
    where entered = any(${links}::uuid[]) and field = 'to_link'
  `.execute(tx)
  return rows.map(({ id }) => id)
}
