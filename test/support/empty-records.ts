import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { cloneTemplate, dropClone } from './clone.ts'
import type { Template } from './postgres.ts'

/** An empty record in a database of its own, as the service sees it, until it is dropped. */
export async function anEmptyRecord(
  template: Template,
): Promise<{ db: Db; drop: () => Promise<void> }> {
  const database = await cloneTemplate(template)
  const db = openDb(
    openPool({
      url: database.serviceUrl,
      applicationName: 'counterpoint tests',
      connectionsMax: 2,
      limits: servingLimits,
    }),
  )
  const drop = async () => {
    await db.destroy()
    await dropClone(template, database)
  }
  return { db, drop }
}
