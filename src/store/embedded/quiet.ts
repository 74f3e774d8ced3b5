import { type Client, escapeLiteral } from 'pg'

/**
 * Keeps statements and parameters out of the server's log: error messages quote what they refuse.
 */
export const quietSettings = {
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const

/** For a server that an earlier version started and that is still running; takes effect at once. */
export async function ensureQuiet(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select name from pg_settings
    where setting is distinct from ($1::json ->> name) and name = any($2)`,
    [JSON.stringify(quietSettings), Object.keys(quietSettings)],
  )
  if (rows.length === 0) return
  for (const [name, value] of Object.entries(quietSettings))
    await admin.query(`alter system set ${name} = ${escapeLiteral(value)}`)
  await admin.query('select pg_reload_conf()')
}
