import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Status } from '../domain/status.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { isInFuture } from '../domain/world-time.ts'
import { listConflictingFigures, loadClaimRows } from '../store/claim-rows.ts'
import { loadCounterpoints, type CounterpointRow } from '../store/counterpoints.ts'
import type { PartialRecord } from '../engine/record/partial-record.ts'
import type { Db } from '../store/database/db.ts'
import { listLastStatuses, type PastStatus } from '../store/history.ts'
import { readSnapshot } from '../store/database/transaction.ts'
import { findLastAmendment } from '../store/transcription.ts'
import { showLasting } from './lasting.ts'
import { presentClaims } from './present-claims.ts'
import { aClaim } from './remaining.ts'
import type { ClaimView } from './claim.ts'
import type { CounterpointView } from './counterpoint.ts'
import { loadCardAnswers, type AnswerChoice, type CardAnswers } from './card-answers.ts'
import { asOfHour } from './as-of-hour.ts'
import type { ChangedSince } from '../sentences/changes-since.ts'
import { loadSince } from './since.ts'

/** Everything that a claim's card shows, read from one snapshot of the record. */
export interface ClaimCard extends CardAnswers {
  readonly claim: ClaimView
  /** Figures linked to this one by a rebuttal, other than the counterpoints shown. */
  readonly conflictingFigures: readonly ClaimView[]
  readonly change: LastChange
  /** When the transcription of the claim was last amended, if ever. */
  readonly amendedAt: Date | undefined
  readonly since: ChangedSince | undefined
  readonly asOf: Date
}

/** When status or cites last changed, and the previous status, if any. */
interface LastChange {
  readonly at: Date
  readonly move: { readonly from: Status | null; readonly at: Date } | undefined
}

/** What an embedder can choose about a card. */
export interface CardChoice extends AnswerChoice {
  readonly since: WorldDate | undefined
}

/**
 * @throws {DomainError} `not-found`, `merged`; `gone` or `legally-withheld` if its words were
 * removed
 */
export async function loadClaimCard(
  db: Db,
  id: string,
  language: DisplayLanguage,
  choice: CardChoice,
): Promise<ClaimCard> {
  return readSnapshot(db, (now) => readClaimCard(now, id, language, choice))
}

/** The same in several languages; what has no words is read once. */
export async function loadClaimCards(
  db: Db,
  id: string,
  languages: readonly DisplayLanguage[],
  choice: CardChoice,
): Promise<readonly ClaimCard[]> {
  return readSnapshot(db, (now) => {
    const bare = readBare(now, id, choice)
    return Promise.all(languages.map((language) => inWords(now, id, language, choice, bare)))
  })
}

/**
 * The same within the caller's snapshot.
 *
 * @param record what the caller has read of the record, if anything
 */
export async function readClaimCard(
  now: Db,
  id: string,
  language: DisplayLanguage,
  choice: CardChoice,
  record?: Promise<PartialRecord>,
): Promise<ClaimCard> {
  return inWords(now, id, language, choice, readBare(now, id, choice, record))
}

/** What a card shows, without words. */
interface BareCard {
  readonly readAt: Date
  readonly found: readonly CounterpointRow[]
  readonly statuses: readonly PastStatus[]
  readonly amendedAt: Date | undefined
  readonly since: ChangedSince | undefined
}

async function readBare(
  now: Db,
  id: string,
  choice: CardChoice,
  record?: Promise<PartialRecord>,
): Promise<BareCard> {
  const readAt = new Date()
  const [found, statuses, amendedAt, since] = await Promise.all([
    loadCounterpoints(now, [id], { ...(record && { record }) }),
    listLastStatuses(now, id),
    findLastAmendment(now, id),
    choice.since === undefined || isInFuture(choice.since, readAt)
      ? undefined
      : loadSince(now, id, choice.since),
  ])
  return { readAt, found, statuses, amendedAt, since }
}

async function inWords(
  now: Db,
  id: string,
  language: DisplayLanguage,
  choice: CardChoice,
  bare: Promise<BareCard>,
): Promise<ClaimCard> {
  const [{ body: claim }, { readAt, found, statuses, amendedAt, since }] = await Promise.all([
    showLasting(now, aClaim, id, language),
    bare,
  ])
  const answers = await loadCardAnswers(now, claim, found, choice, language)
  const { counterpoints, strongest, overcome } = answers
  const change = lastChangeOf(claim, statuses)
  return {
    claim,
    ...answers,
    conflictingFigures: await loadConflicts(now, claim, counterpoints, language),
    change,
    amendedAt,
    since,
    asOf: asOfHour(readAt, [
      change.at,
      ...(amendedAt ? [amendedAt] : []),
      ...[...counterpoints, strongest, overcome].filter((each) => each !== undefined).map(newest),
    ]),
  }
}

function newest({ claim, link }: CounterpointView): Date {
  const times = [claim.recordedAt, claim.statusSince, link.recordedAt].filter((at) => at !== null)
  return new Date(Math.max(...times.map((at) => Date.parse(at))))
}

/** How many conflicting figures a card shows besides its counterpoints. */
const conflictsMax = 3

async function loadConflicts(
  db: Db,
  claim: ClaimView,
  shown: readonly CounterpointView[],
  language: DisplayLanguage,
): Promise<readonly ClaimView[]> {
  if (!claim.badges.figuresConflict) return []
  const ids = (await listConflictingFigures(db, claim.id))
    .filter((id) => shown.every((each) => each.claim.id !== id))
    .slice(0, conflictsMax)
  const presented = await presentClaims(db, await loadClaimRows(db, ids, language), language)
  return presented.map(({ view }) => view).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** @param statuses each status that it has had, newest first */
function lastChangeOf(claim: ClaimView, statuses: readonly PastStatus[]): LastChange {
  const at = claim.statusSince ?? claim.voidedAt ?? claim.recordedAt
  const before = statuses.find(({ status }) => status !== claim.status)
  return {
    at: statuses[0]?.at ?? new Date(at),
    move: before && { from: before.status, at: new Date(at) },
  }
}
