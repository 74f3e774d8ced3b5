import type { ClaimId } from '../domain/ids.ts'
import { pageAddress } from '../domain/page-address.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { loadCitedFrom } from '../store/cited-pages.ts'
import type { Db } from '../store/database/db.ts'
import type { CitedAddress } from './reading/draft.ts'

/** An address of a draft whose page is a report on record. */
export interface CitedReport {
  readonly cited: CitedAddress
  readonly reports: readonly string[]
  /** The newest claims cited from them. */
  readonly claims: readonly ClaimId[]
}

/** How many claims of one page are listed. */
const claimsMax = 20

/** The addresses of a draft whose pages are on record. None of them is fetched. */
export async function findCited(
  db: Db,
  addresses: readonly CitedAddress[],
): Promise<readonly CitedReport[]> {
  const pages = await mapInSlices(addresses, ({ address }) => pageAddress(address))
  const rows = await loadCitedFrom(db, pages, claimsMax)
  const byAddress = Map.groupBy(rows, ({ nth }) => nth)
  return addresses.flatMap((cited, nth) => {
    const found = byAddress.get(nth)
    if (!found) return []
    const reports = [...new Set(found.map(({ report }) => report))]
    const claims = new Set(found.flatMap(({ claim }) => claim ?? []))
    return [{ cited, reports, claims: [...claims].slice(0, claimsMax) }]
  })
}
