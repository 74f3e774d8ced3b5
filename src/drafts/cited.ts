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
  /** The claims cited from them: those that were taken back or replaced first, then the newest. */
  readonly claims: readonly ClaimId[]
  /** Those that were taken back or replaced. */
  readonly closed: ReadonlySet<ClaimId>
}

/** How many claims of one page are looked at, and how many are listed if nothing is found in them. */
const [lookedAtMax, listedMax] = [100, 20]

/** The addresses of a draft whose pages are on record. None of them is fetched. */
export async function findCited(
  db: Db,
  addresses: readonly CitedAddress[],
): Promise<{ readonly pages: readonly CitedReport[]; readonly isComplete: boolean }> {
  const asked = await mapInSlices(addresses, ({ address }) => pageAddress(address))
  const rows = await loadCitedFrom(db, asked, lookedAtMax)
  const byAddress = Map.groupBy(rows, ({ nth }) => nth)
  let isComplete = true
  const pages = addresses.flatMap((cited, nth) => {
    const found = byAddress.get(nth)
    if (!found) return []
    const reports = [...new Set(found.map(({ report }) => report))]
    const closed = new Set(found.flatMap(({ claim, isClosed }) => (isClosed && claim) || []))
    if (closed.size >= lookedAtMax) isComplete = false
    const all = new Set([...closed, ...found.flatMap(({ claim }) => claim ?? [])])
    const claims = [...all].slice(0, Math.max(closed.size, listedMax))
    return [{ cited, reports, claims, closed }]
  })
  return { pages, isComplete }
}
