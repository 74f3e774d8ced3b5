import type { KyselyPlugin } from 'kysely'
import type { Db } from './db.ts'

/** What a read returned, and every id that it saw. */
export interface Seen<T> {
  readonly value: T
  readonly ids: ReadonlySet<string>
}

/**
 * Runs a read, and notes every id in the rows that it gets: its result depends on these objects.
 * Statements must therefore return the ids of what they look at.
 */
export async function seeing<T>(db: Db, read: (db: Db) => Promise<T>): Promise<Seen<T>> {
  const ids = new Set<string>()
  const value = await read(db.withPlugin(noting(ids)))
  return { value, ids }
}

function noting(ids: Set<string>): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      note(result.rows, ids)
      return Promise.resolve(result)
    },
  }
}

function note(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (isLikeId(value)) ids.add(value)
  } else if (Array.isArray(value)) {
    for (const item of value) note(item, ids)
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) note(item, ids)
  }
}

/** Of the length and with the hyphens of a UUID; anything else with these does no harm. */
function isLikeId(text: string): boolean {
  return text.length === 36 && text[8] === '-' && text[13] === '-' && text[18] === '-'
}
