import type { RawBuilder } from 'kysely'
import { lockHead } from '../../src/store/head.ts'
import type { Db } from '../../src/store/database/db.ts'

const accepted = 'accepted'

/**
 * The database's answer to statements that are tried and rolled back, or that it accepts them. The
 * record lock is held by default.
 */
export async function answerTo(
  db: Db,
  statements: RawBuilder<unknown> | readonly RawBuilder<unknown>[],
  { isLocked = true }: { isLocked?: boolean } = {},
): Promise<string> {
  try {
    return await db.transaction().execute(async (tx) => {
      if (isLocked) await lockHead(tx)
      for (const statement of [statements].flat()) await statement.execute(tx)
      throw new Error(accepted)
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
