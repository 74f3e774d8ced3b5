import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

/** Progress of a rewrite. */
export interface EraseListener {
  readonly onTable: (table: string, count: { readonly nth: number; readonly of: number }) => void
}

/** What could not be rewritten, and why. */
export interface NotRewritten {
  readonly table: string
  readonly reason: 'locked' | 'still seen' | 'not ours'
}

/** Tables of ids, numbers and codes that never contained words. */
const wordless = [
  'affiliation',
  'answered_as',
  'answered_by',
  'answers_read',
  'claim_about',
  'claim_facets',
  'dependency',
  'facet',
  'facet_totals',
  'facets_to_count',
  'kysely_migration',
  'kysely_migration_lock',
  'node',
  'node_was',
  'outbox',
  'outbox_reader',
  'quoted_by',
  'rate_limit',
  'record_head',
  'redaction',
  'status_history',
  'story_claim',
  'undercut_end',
  'unread_answers',
]

/** How long to wait for each table. */
export interface Patience {
  readonly lockMs: number
  readonly attemptsMax: number
  readonly pauseMs: number
}

/** Shorter than a reader waits for a lock, so that no reader queued behind us is refused. */
const patient: Patience = { lockMs: 3_000, attemptsMax: 20, pauseMs: 1_000 }

/**
 * Rewrites each table that may have contained words, with its indexes, so that no file still
 * contains removed words; also the statistics, which contain samples. Reads and writes of a table
 * wait meanwhile.
 */
export async function rewriteTables(
  pool: Pool,
  listener: EraseListener,
  patience = patient,
): Promise<readonly NotRewritten[]> {
  const client = await pool.connect()
  try {
    const tables = await listTables(client)
    await client.query(`set lock_timeout = ${patience.lockMs}`)
    const kept: NotRewritten[] = []
    for (const [index, table] of tables.entries()) {
      listener.onTable(table, { nth: index + 1, of: tables.length })
      const reason = await rewrite(client, table, patience)
      if (reason) kept.push({ table, reason })
    }
    return kept
  } finally {
    // `set local` ends with the transaction.
    client.release(true)
  }
}

/** Statistics are collected again before their table is rewritten. */
async function listTables(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('public.%I', relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and not relname = any($1)
     order by relname`,
    [wordless],
  )
  return [...rows.map(({ name }) => name), 'pg_catalog.pg_statistic']
}

async function rewrite(
  client: PoolClient,
  table: string,
  { attemptsMax, pauseMs }: Patience,
): Promise<NotRewritten['reason'] | undefined> {
  for (let attempt = 1; ; attempt++) {
    const reason = await rewriteOnce(client, table)
    if (!reason || reason === 'not ours' || attempt >= attemptsMax) return reason
    await sleep(pauseMs)
  }
}

async function rewriteOnce(
  client: PoolClient,
  table: string,
): Promise<NotRewritten['reason'] | undefined> {
  let isSeen = false
  // Rows that an older transaction may still see are copied too. The server reports how many, in
  // its own language.
  const heed = ({ detail = '' }: { detail?: string | undefined }) => {
    isSeen ||= /^[1-9]/.test(detail)
  }
  const verb = table.startsWith('public.') ? 'full, analyze, verbose' : 'full, verbose'
  const before = await findFile(client, table)
  client.on('notice', heed)
  try {
    await client.query(`vacuum (${verb}) ${table}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') return 'locked'
    throw error
  } finally {
    client.off('notice', heed)
  }
  if ((await findFile(client, table)) === before) return 'not ours'
  return isSeen ? 'still seen' : undefined
}

async function findFile(client: PoolClient, table: string): Promise<string | undefined> {
  const { rows } = await client.query<{ file: string }>(
    'select pg_relation_filenode($1::regclass)::text as file',
    [table],
  )
  return rows[0]?.file
}
