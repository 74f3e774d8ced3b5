import { writeFile } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import pino from 'pino'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import type { DB } from '../../src/store/database/tables.ts'
import { preparing } from '../../src/store/database/prepared.ts'
import { openPool, servingLimits } from '../../src/store/database/pool.ts'
import type { Dataset } from '../data.ts'
import { plannedRequests, type PlannedRequest } from './requests.ts'
import { terminal } from '../terminal.ts'

interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

interface Planned extends PlannedRequest {
  readonly ms: number
  readonly buffers: number
  readonly statements: number
  readonly indexes: readonly string[]
  readonly scans: readonly string[]
}

/** A request that reads more pages than this deserves a look. */
const buffersMax = 5000

/** Tables of no more than a few rows in these records, and PostgreSQL's own. */
const smallTables = /^(?:record_head|rules_in_force|redaction|pg_\w+)$/

const folder = new URL('..', import.meta.url)

/**
 * Sends every kind of read through the service, and then explains each statement that it sent, with
 * the same parameters and in the same transaction; writes bench/PLANS.md.
 */
export async function planEverything(dataset: Dataset): Promise<void> {
  const { serviceUrl } = dataset.embedded
  const pool = openPool({
    url: serviceUrl,
    applicationName: 'bench plans',
    connectionsMax: 4,
    limits: { ...servingLimits, statementMs: 0 },
  })
  const sent: Statement[] = []
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    log: ({ query: { sql, parameters } }) => void sent.push({ sql, parameters }),
  })
  const app = createApp({
    db,
    log: pino({ level: 'warn' }, pino.destination(2)),
    publicUrl: new URL('http://localhost'),
    isServing: () => true,
  })
  const planned: Planned[] = []
  for (const request of await plannedRequests(dataset)) {
    sent.length = 0
    const { path, body, isPage } = request
    const response = await app.request(path, {
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      ...(isPage && { headers: { accept: 'text/html' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`)
    const plan = await explained(pool, request, [...sent])
    planned.push(plan)
    terminal.progress(lineOf(plan))
  }
  await pool.end()
  await writeFile(new URL('PLANS.md', folder), page(dataset, planned))
}

/** Repeats the statements of a request on one connection, explaining all that read tables. */
async function explained(
  pool: Pool,
  request: PlannedRequest,
  statements: readonly Statement[],
): Promise<Planned> {
  const client = await pool.connect()
  const total = { ms: 0, buffers: 0 }
  const indexes = new Set<string>()
  const scans = new Set<string>()
  try {
    await client.query('begin read only')
    const isPast = statements.some(({ sql }) => sql.includes('counterpoint.as_of'))
    for (const { sql, parameters } of statements) {
      if (/^\s*(?:begin|start|commit|rollback|set|explain)\b/i.test(sql)) continue
      if (sql.includes('set_config')) {
        await client.query(sql, [...parameters])
        continue
      }
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${sql}`, [
        ...parameters,
      ])
      const plan = queryPlan.parse(rows[0])['QUERY PLAN'][0]
      total.ms += plan['Execution Time']
      total.buffers += plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks']
      walk(plan.Plan, indexes, scans)
    }
    await client.query('rollback')
    return {
      ...request,
      ...total,
      statements: statements.length,
      indexes: [...indexes].sort(),
      // A view of the past is a union with a table that is usually empty.
      scans: [...scans].filter((scan) => !isPast || !scan.includes('_was')).sort(),
    }
  } finally {
    client.release()
  }
}

const planNode = z.looseObject({
  'Node Type': z.string(),
  'Index Name': z.string().optional(),
  'Relation Name': z.string().optional(),
  'Actual Loops': z.number(),
  'Shared Hit Blocks': z.number(),
  'Shared Read Blocks': z.number(),
  get Plans() {
    return z.array(planNode).optional()
  },
})
type PlanNode = z.infer<typeof planNode>

const queryPlan = z.object({
  'QUERY PLAN': z.tuple([z.object({ 'Execution Time': z.number(), Plan: planNode })]),
})

function walk(node: PlanNode, indexes: Set<string>, scans: Set<string>): void {
  const { 'Index Name': index, 'Node Type': type, 'Relation Name': relation } = node
  if (node['Actual Loops'] > 0 && index) indexes.add(index)
  if (node['Actual Loops'] > 0 && type.endsWith('Seq Scan') && relation)
    if (!smallTables.test(relation)) scans.add(relation)
  for (const child of node.Plans ?? []) walk(child, indexes, scans)
}

function isFlagged({ scans, buffers }: Planned): boolean {
  return scans.length > 0 || buffers > buffersMax
}

function lineOf(plan: Planned): string {
  const { path, body, ms, buffers, statements, indexes, scans } = plan
  const shortened = decodeURIComponent(path).replaceAll(
    /[0-9a-f]{8}-[0-9a-f-]{27}/g,
    (id) => `…${id.slice(-4)}`,
  )
  const request = `${body ? 'POST' : 'GET'} ${shortened.replaceAll('|', '\\|')}`
  const read = [...indexes, ...scans.map((scan) => `**seq scan of ${scan}**`)].join(', ')
  return `| ${isFlagged(plan) ? '⚠ ' : ''}\`${request}\` | ${ms.toFixed(1)} | ${buffers} | ${statements} | ${read} |`
}

function page({ claims }: Dataset, planned: readonly Planned[]): string {
  return `# Plans at ${claims.toLocaleString('en')} claims

Written by \`npm run bench -- --only plans\`. The bench sends each request
through the service, and runs each of its statements again under \`explain (analyze, buffers)\` with the same
parameters. Time and pages (8 kB) are totals over all statements of a request. A ⚠ marks a table of the
record that was read whole, or more than ${buffersMax.toLocaleString('en')} pages.

${planned.filter(isFlagged).length} of ${planned.length} requests are marked.

| request | ms in the database | pages | statements | read by |
|---|---:|---:|---:|---|
${planned.map(lineOf).join('\n')}
`
}
