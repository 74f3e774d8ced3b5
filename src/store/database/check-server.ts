import type { Pool } from 'pg'
import { PlainError } from '../../domain/plain-error.ts'

const versionMin = 18

/** The server cannot be used; the message says why, without the password. */
export class ServerError extends PlainError {
  override readonly name = 'ServerError'
}

export interface Demands {
  /** The variable that holds its URL. */
  readonly variable: string
  readonly allowsDataLoss: boolean
}

/**
 * Verifies that a database answers, is one that we can work with, and keeps what it acknowledges.
 *
 * @throws {ServerError} naming the variable that holds its URL
 */
export async function checkServer(
  pool: Pool,
  { variable, allowsDataLoss }: Demands,
): Promise<void> {
  const { version, encoding, risks } = await askServer(pool, variable)
  if (version < versionMin) {
    throw new ServerError(`${variable} is PostgreSQL ${version}; the minimum is ${versionMin}.`)
  }
  if (encoding !== 'UTF8') {
    throw new ServerError(
      `The database of ${variable} is encoded in ${encoding}; it must be in UTF8.`,
    )
  }
  if (risks.length > 0 && !allowsDataLoss) {
    throw new ServerError(
      `The database of ${variable} could lose what it has acknowledged: ${risks.join(', ')} off. Turn on what is off, or set ALLOW_DATA_LOSS=on if everything may be lost.`,
    )
  }
}

interface Asked {
  readonly version: number
  readonly encoding: string
  /** Settings without which a crash can lose committed data, and which are off. */
  readonly risks: readonly string[]
}

async function askServer(pool: Pool, variable: string): Promise<Asked> {
  try {
    const { rows } = await pool.query<Asked>(`
      select current_setting('server_version_num')::int / 10000 as version,
             current_setting('server_encoding') as encoding,
             array(
               select name
               from unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) as name
               where current_setting(name) = 'off'
             ) as risks
    `)
    return rows[0] ?? { version: 0, encoding: 'nothing', risks: [] }
  } catch (error) {
    throw new ServerError(`The database of ${variable} does not answer: ${wordsOf(error)}`, {
      cause: error,
    })
  }
}

/** A host with several addresses fails once per address, and the combined error has no message. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
