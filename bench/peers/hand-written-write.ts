import { serve } from '@hono/node-server'
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { Pool, type PoolClient } from 'pg'
import { z } from 'zod'

/**
 * What the bench compares a write with: the rows of a rebuttal with its report, inserted by one
 * statement in a durable transaction that takes the record lock. They are the rows of the rebuttal
 * that the service filed last, with other ids and numbers. It checks nothing, derives nothing, and
 * answers with the id of the claim.
 */
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 3,
  idleTimeoutMillis: 0,
})

/** The tables that have such rows, and which of them belong to the objects $1 or the events $2. */
const tables = {
  event: 'seq = any($2::bigint[])',
  words: 'seq = any($2::bigint[])',
  report: 'id = any($1::uuid[])',
  report_page: 'report_id = any($1::uuid[])',
  name_search: 'object = any($1::uuid[])',
  claim: 'id = any($1::uuid[])',
  claim_search: 'claim_id = any($1::uuid[])',
  link: 'id = any($1::uuid[])',
  citation: 'id = any($1::uuid[])',
  node: 'owner = any($1::uuid[])',
  dependency: 'owner = any($1::uuid[])',
  status_history: 'seq = any($2::bigint[])',
  outbox: 'last_seq = any($2::bigint[])',
} as const

const columnNames = z.array(z.object({ name: z.string() }))
const json = z.array(z.object({ json: z.string() })).transform((rows) => rows[0]?.json ?? '[]')
const filed = z.array(z.object({ seq: z.coerce.number(), object: z.string() }))
const others = z.array(z.object({ id: z.string() }))
const headRow = z.array(z.object({ seq: z.coerce.number() }))

/** The rows as JSON, with `<n>` for each id, `<answered>` for the claim, `<+n>` for each number. */
interface Pattern {
  readonly insert: string
  readonly rows: string
  readonly ids: number
  /** Which of the ids is that of the new claim. */
  readonly claim: number
  readonly events: number
}

async function ask(text: string, values: unknown[] = []): Promise<unknown[]> {
  const { rows } = await pool.query(text, values)
  return rows
}

async function readPattern(): Promise<Pattern> {
  const last = filed.parse(
    await ask(
      'select seq, object from event where batch = (select max(batch) from event) order by seq',
    ),
  )
  const owned = [last.map(({ object }) => object), last.map(({ seq }) => seq)]
  const parts = await Promise.all(
    Object.entries(tables).map(async ([table, isOwned]) => {
      const named = await ask(
        `select column_name as name from information_schema.columns
         where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
           and column_name <> 'since_seq'`,
        [table],
      )
      const columns = columnNames
        .parse(named)
        .map(({ name }) => `"${name}"`)
        .join(', ')
      const rows = await ask(
        `select json_agg(owned)::text as json from (
           select ${columns} from ${table}
           where ${isOwned} and coalesce(cardinality($1::uuid[]), cardinality($2::bigint[])) > 0
         ) as owned`,
        owned,
      )
      return {
        insert: `added_${table} as (
          insert into ${table} (${columns})
          select ${columns} from json_populate_recordset(null::${table}, $1::json -> '${table}'))`,
        rows: `"${table}": ${json.parse(rows)}`,
      }
    }),
  )
  const nodes = others.parse(
    await ask('select id from node where owner = any($1::uuid[]) and id <> owner', [owned[0]]),
  )
  const links = others.parse(
    await ask('select to_claim as id from link where id = any($1::uuid[])', [owned[0]]),
  )
  const ids = [...last.map(({ object }) => object), ...nodes.map(({ id }) => id)]
  let rows = `{${parts.map((part) => part.rows).join(', ')}}`
  for (const { id } of links) rows = rows.replaceAll(id, '<answered>')
  for (const [index, id] of ids.entries()) rows = rows.replaceAll(id, `<${index}>`)
  for (const [index, { seq }] of last.entries())
    rows = rows.replaceAll(new RegExp(`\\b${seq}\\b`, 'g'), `<+${index}>`)
  return {
    insert: `with ${parts.map((part) => part.insert).join(', ')},
      answered as (
        update claim set rebuts = rebuts + 1, cites = cites || $3::uuid, shown_seq = $4,
          changed_at = now()
        where id = $2)
      select pg_notify('record', $5)`,
    rows,
    ids: ids.length,
    claim: last.findIndex(({ object }) => rows.includes(`"claim_id":"<${ids.indexOf(object)}>"`)),
    events: last.length,
  }
}

const pattern = await readPattern()

async function file(client: PoolClient, answered: string): Promise<string> {
  await client.query('begin')
  const locked = await client.query({
    name: 'lock',
    text: `update record_head set seq = seq
      returning seq, set_config('counterpoint.rules', '2', true)`,
  })
  const [{ seq } = { seq: 0 }] = headRow.parse(locked.rows)
  const ids = Array.from({ length: pattern.ids }, (_, index) =>
    index < pattern.events ? randomUUIDv7() : randomUUID(),
  )
  const rows = pattern.rows.replaceAll(/<(\+?)(\w+)>/g, (_, isNumber, name) => {
    if (name === 'answered') return answered
    return isNumber ? String(seq + 1 + Number(name)) : (ids[Number(name)] ?? '')
  })
  const claim = ids[pattern.claim] ?? ''
  const last = seq + pattern.events
  const told = JSON.stringify({ seq: last, redacts: false, moved: [answered] })
  await client.query({
    name: 'insert',
    text: pattern.insert,
    values: [rows, answered, claim, last, told],
  })
  await client.query('commit')
  return claim
}

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'POST') return new Response('ready')
  await request.json()
  const [, answered = ''] = /\/claims\/([^/]+)\//.exec(request.url) ?? []
  const client = await pool.connect()
  try {
    const claim = await file(client, answered)
    return Response.json({ claim }, { status: 201 })
  } finally {
    client.release()
  }
}

serve({ fetch: answer, hostname: '127.0.0.1', port: Number(process.env['PORT']) }, () => {
  process.stdout.write('ready\n')
})
