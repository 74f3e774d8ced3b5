import { sql } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Fit } from '../domain/kinds.ts'
import type { Batches } from '../engine/change/sharing.ts'
import type { Db } from './database/db.ts'

/** Writes what some answers touch, where it changed. */
export async function updateFits(
  tx: Db,
  fits: ReadonlyMap<LinkId, Fit | null>,
  batches: Batches,
): Promise<void> {
  if (fits.size === 0) return
  const links = [...fits.keys()]
  await sql`
    update link set fit = now.fit, shown_seq = now.seq
    from unnest(
      ${links}::uuid[], ${[...fits.values()]}::text[], ${links.map((id) => batches(id).last)}::bigint[]
    ) as now (id, fit, seq)
    where link.id = now.id and link.fit is distinct from now.fit
  `.execute(tx)
}

/** Some claims whose answers were not read yet; marks them as read. */
export async function takeUnreadAnswers(tx: Db, limit: number): Promise<ClaimId[]> {
  const { rows } = await sql<{ claim: ClaimId }>`
    delete from unread_answers
    where claim_id in (select claim_id from unread_answers limit ${limit})
    returning claim_id as claim
  `.execute(tx)
  return rows.map(({ claim }) => claim)
}

/**
 * Notes the claims that an older version has let somebody answer, which it still may during an
 * upgrade: it leaves the response of rebuttals and undercuts empty. What was on record before the
 * upgrade was noted by the migration, and is not read again at every start.
 */
export async function noteUnreadAnswers(tx: Db): Promise<void> {
  await sql`
    insert into unread_answers
    select distinct to_claim from link
    where recorded_at > now() - interval '7 days' and to_claim is not null and not is_void
      and relation in ('rebuts', 'undercuts') and response is null and fit is null
      and content_seq > (select since_seq from answers_read)
    on conflict do nothing
  `.execute(tx)
}
