import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { loadClaimRows, type ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { readInParts } from './read-in-parts.ts'
import { weightOfClaim } from './row-weight.ts'

/** Some claims in this order: the first that fit into one answer. Those that are gone are left out. */
export async function claimsThatFit(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<{ readonly rows: readonly ClaimRow[]; readonly isCut: boolean }> {
  const { rows, isCut } = await readInParts<ClaimRow | undefined>(
    ids.length,
    async ({ count, done }) => {
      const asked = ids.slice(done, done + count)
      const found = new Map((await loadClaimRows(db, asked, lang)).map((row) => [row.id, row]))
      return asked.map((id) => found.get(id))
    },
    (row) => (row ? weightOfClaim(row) : 0),
  )
  return { rows: rows.filter((row) => row !== undefined), isCut }
}
