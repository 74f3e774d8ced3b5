import { hash } from 'node:crypto'
import {
  sql,
  type CompiledQuery,
  type PostgresCursor,
  type PostgresPool,
  type PostgresQueryResult,
  type RawBuilder,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Db } from './db.ts'

/** The placeholder for ids in a statement. */
const asked = Symbol('asked')

/**
 * The ids for which a prepared statement runs. A subquery hides their number from the planner, so
 * that no specific plan looks cheaper than the generic one.
 */
export const askedIds: RawBuilder<unknown> = sql`any((select ${asked}::uuid[])::uuid[])`

/** A row as JSON, in which an instant is a string. */
export type Sent<Row> = {
  readonly [K in keyof Row]: Date extends Row[K] ? Exclude<Row[K], Date> | string : Row[K]
}

/**
 * A statement built once per language and planned once per connection, which takes longer than
 * running it. For frequent reads by id; a statement whose best plan depends on its values is better
 * planned each time.
 *
 * A row is sent as one JSON value, because parsing some thirty columns costs more than the rest of
 * a read; `receive` turns its strings back into instants.
 */
export function prepared<Row>(
  name: string,
  receive: (sent: Sent<Row>) => Row,
  build: (lang: DisplayLanguage) => RawBuilder<Row>,
): (db: Db, ids: readonly string[], lang: DisplayLanguage) => Promise<Row[]> {
  const statements = new Map<DisplayLanguage, Ask<Row>>()
  return (db, ids, lang) => {
    const ask = statements.get(lang) ?? asking(`${name}.${lang}`, receive, () => build(lang))
    statements.set(lang, ask)
    return ask(db, ids)
  }
}

/** The same for a statement that is the same in every language. */
export function preparedAlike<Row>(
  name: string,
  receive: (sent: Sent<Row>) => Row,
  build: () => RawBuilder<Row>,
): (db: Db, ids: readonly string[]) => Promise<Row[]> {
  return asking(`${name}.all`, receive, build)
}

type Ask<Row> = (db: Db, ids: readonly string[]) => Promise<Row[]>

function asking<Row>(
  name: string,
  receive: (sent: Sent<Row>) => Row,
  build: () => RawBuilder<Row>,
): Ask<Row> {
  type Received = { readonly sent: Sent<Row> }
  let statement: CompiledQuery<Received> | undefined
  return async (db, ids) => {
    statement ??= named(name, withTexts(asJson(build()).compile(db)))
    const parameters = statement.parameters.map((value) => (value === asked ? ids : value))
    const { rows } = await db.executeQuery<Received>({ ...statement, parameters })
    return rows.map(({ sent }) => receive(sent))
  }
}

/** Stands in a statement for a value that differs each time. */
class Later {
  readonly name: PropertyKey

  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A statement that is built once, whatever its values: building a long one again takes longer than
 * reading its answer. One that readers send begins with `plannedOnce`.
 */
export function builtOnce<Row, Values extends object>(
  build: (valueOf: (name: keyof Values) => RawBuilder<unknown>) => RawBuilder<Row>,
): (db: Db, values: Values) => Promise<readonly Row[]> {
  let statement: CompiledQuery<Row> | undefined
  return async (db, given) => {
    statement ??= build((name) => sql`${new Later(name)}`).compile(db)
    const values = new Map<PropertyKey, unknown>(Object.entries(given))
    const parameters = statement.parameters.map((value) =>
      value instanceof Later ? values.get(value.name) : value,
    )
    return (await db.executeQuery<Row>({ ...statement, parameters })).rows
  }
}

function asJson<Row>(rows: RawBuilder<Row>): RawBuilder<{ readonly sent: Sent<Row> }> {
  return sql`select to_json(found) as sent from (${rows}) as found`
}

/**
 * Texts that are the same each time, such as the language, become part of the statement: each value
 * that is sent with it costs something.
 */
function withTexts<Row>(statement: CompiledQuery<Row>): CompiledQuery<Row> {
  const parameters: unknown[] = []
  const text = statement.sql.replace(/\$(\d+)/g, (_, nth: string) => {
    const value = statement.parameters[Number(nth) - 1]
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
    parameters.push(value)
    return `$${parameters.length}`
  })
  return { ...statement, sql: text, parameters }
}

/**
 * The name is part of the text, since Kysely passes on nothing else. Operators see it there too.
 */
function named<Row>(name: string, statement: CompiledQuery<Row>): CompiledQuery<Row> {
  return { ...statement, sql: `/* ${name} */ ${statement.sql}` }
}

const nameInText = /^\/\* (\S+) \*\/ /

const anyName = 'planned-once'

/**
 * Begins a statement that each connection plans once: its text is always the same, and its best plan
 * does not depend on its values. Planning a statement takes longer than most of them run.
 */
export const plannedOnce: RawBuilder<unknown> = sql.raw(`/* ${anyName} */ `)

/** How many statements may get a name from their text. The write path has fewer than 200. */
const namesMax = 1000
const names = new Map<string, string>()

/** A name for a statement that has none; the same text has the same name. */
function nameFor(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size === namesMax) return known
  const name = hash('sha256', text, 'hex').slice(0, 32)
  names.set(text, name)
  return name
}

/**
 * A pool whose connections prepare every statement that has a name, or all of them.
 *
 * @param preparesAll for the write path: its statements have a fixed text, and their best plan does
 * not depend on their values
 */
export function preparing(pool: Pool, preparesAll = false): PostgresPool {
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client, preparesAll)
      clients.set(client, known)
      return known
    },
  }
}

type PostgresPoolClient = Awaited<ReturnType<PostgresPool['connect']>>

function preparingClient(client: PoolClient, preparesAll: boolean): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: string | object, values: readonly unknown[] = []): object {
    if (typeof text !== 'string') throw new TypeError('Nothing here reads by cursors.')
    const given = nameInText.exec(text)?.[1]
    const isAnyName = given === undefined ? preparesAll : given === anyName
    const name = isAnyName ? nameFor(text) : given
    return client.query({ text, values: [...values], ...(name !== undefined && { name }) })
  }
  return { query, release: (destroy) => client.release(destroy) }
}
