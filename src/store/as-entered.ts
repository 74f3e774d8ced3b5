import { sql, type RawBuilder } from 'kysely'

/** What a column named when the row was entered, regardless of merges. */
export function enteredIn(table: string, column: string): RawBuilder<string> {
  return sql`coalesce(
    (
      select entered from entered_reference
      where object = ${sql.ref(`${table}.id`)} and field = ${sql.lit(column)}
    ),
    ${sql.ref(`${table}.${column}`)}
  )`
}

/** Whether a row was entered as naming an object, through an indexed column. */
export function isEnteredAs(table: string, column: string, id: RawBuilder<unknown>) {
  const named = sql.ref(`${table}.${column}`)
  const own = sql.ref(`${table}.id`)
  return sql<boolean>`(
    (${named} = ${id} and not exists (
      select from entered_reference where object = ${own} and field = ${sql.lit(column)}
    ))
    or ${own} in (
      select object from entered_reference where entered = ${id} and field = ${sql.lit(column)}
    )
  )`
}

/**
 * References either resolve to survivors (`led`) or are read as entered, for export and re-entry.
 */
export type Reading = 'led' | 'entered'
