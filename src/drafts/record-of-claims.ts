import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { Db } from '../store/database/db.ts'
import { presentClaims, type PresentedClaim } from '../views/present-claims.ts'
import { loadAnswers, type AnswersOnRecord } from './answers.ts'

/** Claims as they stand, and what answers those that a draft repeats or cites. */
export interface RecordOfClaims {
  readonly presented: ReadonlyMap<ClaimId, PresentedClaim>
  readonly answers: AnswersOnRecord
  /** Whether all that were asked for were read. Claims that are gone are none. */
  readonly isWhole: boolean
}

/** How many claims of one draft are judged, and how many are read at once. */
const judgedMax = 1_200
const partSize = 150
/** Claims may be large; a part has as many as fit into one answer. */
const partsMax = 24

/** What is on record of the claims that a draft repeats or cites, the first that are asked for. */
export async function loadRecordOf(
  db: Db,
  asked: readonly ClaimId[],
  language: DisplayLanguage,
): Promise<RecordOfClaims> {
  const presented = new Map<ClaimId, PresentedClaim>()
  const answers = noAnswers()
  let left = asked.slice(0, judgedMax)
  for (let part = 0; left.length > 0 && part < partsMax; part++) {
    const { rows, isCut } = await claimsThatFit(db, left.slice(0, partSize), language)
    const some = await presentClaims(db, rows, language)
    for (const each of some) presented.set(each.view.id, each)
    const found = await loadAnswers(
      db,
      some.map(({ view }) => view),
      language,
    )
    for (const [claim, answer] of found.strongest) answers.strongest.set(claim, answer)
    for (const [claim, given] of found.ofParties) answers.ofParties.set(claim, given)
    for (const [claim, given] of found.ofOthers) answers.ofOthers.set(claim, given)
    const last = rows.at(-1)?.id
    left = left.slice(isCut && last !== undefined ? left.indexOf(last) + 1 : partSize)
  }
  return { presented, answers, isWhole: left.length === 0 && asked.length <= judgedMax }
}

function noAnswers() {
  return {
    strongest: new Map(),
    ofParties: new Map(),
    ofOthers: new Map(),
  } satisfies AnswersOnRecord
}
