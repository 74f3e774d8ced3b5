import type { ClaimId } from '../domain/ids.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import { learnRegion, type RecordRegion } from '../engine/record/region.ts'
import type { Db } from './database/db.ts'
import { loadRegion } from './record-region.ts'

/** The part of the record around a claim, and the same as computations read it. */
export interface Surroundings {
  readonly region: RecordRegion
  readonly record: PartialRecord
}

/** How many claims around one are loaded. */
const claimsMax = 160

/** Loads what lies around a claim once, for everything that a page works out from it. */
export async function loadSurroundings(db: Db, id: ClaimId): Promise<Surroundings> {
  const asked = { ...nothingAsked, claims: [id] }
  const region = await loadRegion(db, asked, claimsMax)
  const record = new PartialRecord()
  learnRegion(record, asked, region)
  return { region, record }
}

const nothingAsked = {
  links: [],
  linksFrom: [],
  linksOnto: [],
  undercutsOfLinksOf: [],
  affiliations: [],
  claimsOfSide: [],
} as const
