import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { listUnindexedFigures } from '../src/store/unindexed-figures.ts'
import { openDb, openPool, servingLimits } from '../src/store/database/pool.ts'
import { withClient, type Dataset } from './data.ts'
import { terminal } from './terminal.ts'

const lookAgainMs = 5_000

/** A service that leaves its work undone for so long has stopped doing it. */
const patienceMs = 10 * 60_000

/**
 * Waits until the running service of a record has done what a new version does in the background:
 * with that, it would keep a core busy while it is measured.
 */
export async function untilSettled(dataset: Dataset): Promise<void> {
  let least = Infinity
  let since = performance.now()
  for (;;) {
    const left = await workLeft(dataset)
    if (left === 0) return
    if (left < least) [least, since] = [left, performance.now()]
    if (performance.now() - since > patienceMs)
      throw new Error(
        `The service of the record of ${dataset.claims} claims does nothing about ${left} objects that it has to prepare.`,
      )
    terminal.progress(
      `Waiting for the record of ${dataset.claims} claims: ${left} objects are still being prepared in the background.`,
    )
    await sleep(lookAgainMs)
  }
}

const counts = z.tuple([z.object({ left: z.coerce.number() })])

/** How many objects the service still has to read or index. */
async function workLeft({ adminUrl, embedded }: Dataset): Promise<number> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query(`
      select (select count(*) from unread_answers)
        + (select count(*) from name_search_missing)
        + (select count(*) from claim_search where form is null)
        + (select count(distinct source_id) from source_alias where form is null) as left
    `),
  )
  const [{ left }] = counts.parse(rows)
  return left + (await unindexedFigures(embedded.serviceUrl))
}

/** The first of them; none if there are none. */
async function unindexedFigures(url: string): Promise<number> {
  const limits = { ...servingLimits, statementMs: 0 }
  const pool = openPool({ url, applicationName: 'bench', connectionsMax: 1, limits })
  try {
    return (await listUnindexedFigures(openDb(pool))).length
  } finally {
    await pool.end()
  }
}
