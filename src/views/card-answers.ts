import type { DisplayLanguage } from '../domain/display-language.ts'
import { loadClaimRows } from '../store/claim-rows.ts'
import type { CounterpointRow } from '../store/counterpoints.ts'
import type { Db } from '../store/database/db.ts'
import type { ClaimView } from './claim.ts'
import type { CounterpointView } from './counterpoint.ts'
import { presentClaims } from './present-claims.ts'
import { presentCounterpoints } from './present-counterpoints.ts'

/** The answers to a claim, as its card and its page show them. */
export interface CardAnswers {
  /** What its speaker replaced it by. It stands before all answers of others. */
  readonly replacement: ClaimView | undefined
  /**
   * Those of its own speaker first, then effective ones, then in the order of cites; at most as many
   * as requested.
   */
  readonly counterpoints: readonly CounterpointView[]
  /** How many others there are, without the opinions that were left out. */
  readonly moreCounterpoints: number
  /** How many views of analysts are not among them, because the embedder asked for none. */
  readonly opinionsLeftOut: number
  /** How many are among them all the same, because the status rests on them. */
  readonly opinionsKept: number
  /**
   * The answer to name where there is room for one only: it has force and words. If there is none, a
   * claim that this one contradicts.
   */
  readonly strongest: CounterpointView | undefined
  /** What to name if no answer has force: one that had, or claimed to. */
  readonly overcome: CounterpointView | undefined
}

/** What an embedder can choose about the answers on a card. */
export interface AnswerChoice {
  readonly counterpoints: number
  /** Whether the views of analysts are among them on which its status does not rest. */
  readonly opinions: 'on' | 'off'
}

/** The words of an answer may have been removed; then the next one is named. */
const heardMax = 3

export async function loadCardAnswers(
  db: Db,
  claim: ClaimView,
  found: readonly CounterpointRow[],
  { counterpoints, opinions }: AnswerChoice,
  language: DisplayLanguage,
): Promise<CardAnswers> {
  const replacing = claim.status === 'corrected' ? claim.explanation?.cites[0] : undefined
  const all = oncePerClaim(found).filter((row) => row.claim !== replacing)
  // A label may name an analyst; readers learn what was said.
  const cited = new Set<string>(claim.explanation?.cites)
  const isUnwanted = ({ role }: CounterpointRow) => opinions === 'off' && role === 'analyst_opinion'
  const kept = all.filter((row) => !isUnwanted(row) || cited.has(row.claim))
  const chosen = kept.toSorted(ownFirst).slice(0, counterpoints)
  const heard = strongestOf(kept)
  const lost = heard.length === 0 ? kept.slice(0, heardMax) : []
  const [presented, [replacement]] = await Promise.all([
    presentCounterpoints(db, [...new Set([...chosen, ...heard, ...lost])], 1, language),
    loadClaimRows(db, replacing === undefined ? [] : [replacing], language).then((rows) =>
      presentClaims(db, rows, language),
    ),
  ])
  const shown = presented.slice(0, chosen.length)
  const firstOf = (rows: readonly CounterpointRow[]) =>
    rows
      .flatMap((row) => presented.find((each) => each.claim.id === row.claim) ?? [])
      .find((each) => each.claim.text !== null)
  return {
    replacement: replacement?.view,
    counterpoints: shown,
    moreCounterpoints: kept.length - shown.length,
    opinionsLeftOut: all.length - kept.length,
    opinionsKept: kept.filter(isUnwanted).length,
    strongest: firstOf(heard),
    overcome: firstOf(lost),
  }
}

/** Those with force, strongest first: what may be named where there is room for one answer only. */
export function strongestOf(found: readonly CounterpointRow[]): readonly CounterpointRow[] {
  return oncePerClaim(found)
    .filter(({ effective }) => effective)
    .toSorted(answersFirst)
    .slice(0, heardMax)
}

/** One row for each claim; effective ones first. */
function oncePerClaim(rows: readonly CounterpointRow[]): readonly CounterpointRow[] {
  const seen = new Set<string>()
  return rows
    .toSorted((a, b) => Number(b.effective) - Number(a.effective))
    .filter(({ claim }) => !seen.has(claim) && seen.add(claim))
}

function ownFirst(a: CounterpointRow, b: CounterpointRow): number {
  return Number(b.isOwn && b.effective) - Number(a.isOwn && a.effective)
}

/** Those that answer the claim, before those that it contradicts itself. */
function answersFirst(a: CounterpointRow, b: CounterpointRow): number {
  return Number(a.direction === 'from') - Number(b.direction === 'from')
}
