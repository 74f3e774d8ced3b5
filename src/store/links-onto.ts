import { sql } from 'kysely'
import type { LinkId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/** The live links onto a link, oldest first. */
export async function listLinksOnto(
  db: Db,
  link: LinkId,
  { limit }: { readonly limit: number },
): Promise<readonly LinkId[]> {
  const { rows } = await sql<{ id: LinkId }>`
    select id from link
    where to_link = ${link}::uuid and not is_void and ended_at is null
    order by id limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}
