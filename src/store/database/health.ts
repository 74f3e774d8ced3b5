import type { Db } from './db.ts'
import { findSchemaGap } from './schema.ts'

/** Whether the database answers and has every migration; it may have more, from a newer version. */
export async function isUp(db: Db): Promise<boolean> {
  return (await findSchemaGap(db)).pending.length === 0
}
