import type { Pool } from 'pg'

const versionMin = 18

/** The server cannot be used; the message says why, without the password. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
}

/**
 * Makes sure that a database answers and is of a kind we can work with.
 *
 * @throws {ServerError} naming the variable whose URL it is
 */
export async function checkServer(pool: Pool, variable: string): Promise<void> {
  const { version, encoding } = await askServer(pool, variable)
  if (version < versionMin) {
    throw new ServerError(
      `${variable} is a PostgreSQL ${version}; the oldest that will do is ${versionMin}.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new ServerError(
      `The database of ${variable} is encoded in ${encoding}; it must be in UTF8.`,
    )
  }
}

async function askServer(
  pool: Pool,
  variable: string,
): Promise<{ version: number; encoding: string }> {
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(`
      select current_setting('server_version_num')::int / 10000 as version,
             current_setting('server_encoding') as encoding
    `)
    return rows[0] ?? { version: 0, encoding: 'nothing' }
  } catch (error) {
    throw new ServerError(`The database of ${variable} does not answer: ${wordsOf(error)}`, {
      cause: error,
    })
  }
}

/** A host with several addresses fails once for each, in an error without a message of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
