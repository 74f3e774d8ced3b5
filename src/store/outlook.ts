import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import { worldTimeOf } from '../domain/world-time.ts'
import { componentOf } from '../engine/outlook/component.ts'
import { outlookOf, type StatusAfter } from '../engine/outlook/outlook.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'
import { loadSurroundings, type Surroundings } from './surroundings.ts'

/**
 * Works out which single events would move the status of a claim; undefined if it has too many
 * neighbours for that. Nothing is written and nothing is locked: one statement loads the claim's
 * surroundings, and the rules run in memory.
 */
export async function loadOutlook(
  db: Db,
  id: ClaimId,
  around: Promise<Surroundings> = loadSurroundings(db, id),
): Promise<readonly StatusAfter[] | undefined> {
  const [{ region }, at] = await Promise.all([around, loadLastTime(db)])
  const component = componentOf(region, id)
  const outlook = component && outlookOf(component, id, worldTimeOf(at.toISOString()))
  if (outlook === undefined) return undefined
  const after = await mapInSlices(outlook.events, outlook.after)
  return after.filter((each) => each !== undefined)
}

/** When something was last entered, so that the answer is a function of the record. */
async function loadLastTime(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`${plannedOnce}
    select at from event where seq = (select seq from record_head)
  `.execute(db)
  const [last] = rows
  if (!last) throw new Error('A claim is on record, but no event.')
  return last.at
}
