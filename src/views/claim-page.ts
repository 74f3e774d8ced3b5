import type { DisplayLanguage } from '../domain/display-language.ts'
import { loadClaimRows } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { listHistory, type HistoryRow } from '../store/history.ts'
import { loadOutlook } from '../store/outlook.ts'
import { listRated } from '../store/ratings.ts'
import { loadSurroundings } from '../store/surroundings.ts'
import { readSnapshot } from '../store/database/transaction.ts'
import { readClaimCard, type CardChoice, type ClaimCard } from './claim-card.ts'
import { loadAttributionLine } from './load-attribution.ts'
import { presentClaims } from './present-claims.ts'
import type { ClaimView } from './claim.ts'
import { readOrigins } from './read-origins.ts'
import { findRelated, loadRelated, type RelatedClaims } from './related-claims.ts'
import { wordWhatWouldChange, type WhatWouldChangeView } from './what-would-change.ts'

/** What a claim's page shows in addition to its card. */
export interface ClaimPageData extends ClaimCard {
  /** Fact-checkers' claims that rate it. */
  readonly ratings: readonly ClaimView[]
  /** Claims that it rates, if it is a fact-checker's. */
  readonly rated: readonly ClaimView[]
  /** Its past statuses, newest first, without changes of cites alone. */
  readonly statuses: readonly Pick<HistoryRow, 'status' | 'at' | 'seq' | 'rulesVersion'>[]
  /** null for a voided claim, and where only programs read it. */
  readonly whatWouldChange: WhatWouldChangeView | null
  /** Where it was said, and by how many it is relayed; null likewise. */
  readonly attribution: string | null
  /** Claims that it is linked with in other ways; none where only programs read it. */
  readonly related: readonly RelatedClaims[]
  /** The last event of the moment that is shown, if that is not now. */
  readonly past?: { readonly seq: number }
}

/** The API lists what does not fit on a page. */
const shownMax = { counterpoints: 50, statuses: 50 }

interface PageChoice extends Pick<CardChoice, 'since'> {
  readonly isForPeople: boolean
}

/** @throws {DomainError} `not-found` */
export async function loadClaimPage(
  db: Db,
  id: string,
  language: DisplayLanguage,
  { isForPeople, since }: PageChoice,
): Promise<ClaimPageData> {
  return readSnapshot(db, (now) => readClaimPage(now, id, language, { isForPeople, since }))
}

/**
 * The same in a transaction that shows the record of a moment in the past; `asItStood` completes it.
 */
export function readPastClaimPage(
  then: Db,
  id: string,
  language: DisplayLanguage,
): Promise<ClaimPageData> {
  return readClaimPage(then, id, language, { isForPeople: true, since: undefined, isPast: true })
}

/** Leaves out what the log, which is read whole, has of the time after. */
export function asItStood(
  page: ClaimPageData,
  { seq, at }: { readonly seq: number; readonly at: string },
): ClaimPageData {
  const { amendedAt, statuses } = page
  const moment = new Date(at)
  return {
    ...page,
    amendedAt: amendedAt && amendedAt <= moment ? amendedAt : undefined,
    statuses: statuses.filter((status) => status.seq <= seq),
    asOf: moment,
    past: { seq },
  }
}

async function readClaimPage(
  now: Db,
  id: string,
  language: DisplayLanguage,
  { isForPeople, since, isPast = false }: PageChoice & { readonly isPast?: boolean },
): Promise<ClaimPageData> {
  const { counterpoints } = shownMax
  const choice = { counterpoints, opinions: 'on', since } as const
  const isOfNow = isForPeople && !isPast
  // Everything that needs no words is asked for at once, and what lies around the claim only once.
  const around = isOfNow ? loadSurroundings(now, id) : undefined
  const record = around?.then((surroundings) => surroundings.record)
  const [card, history, origins, moves, relatedRows] = await Promise.all([
    readClaimCard(now, id, language, choice, record),
    listHistory(now, id, { before: undefined, limit: shownMax.statuses }),
    isOfNow ? readOrigins(now, id, record) : undefined,
    isOfNow ? loadOutlook(now, id, around) : undefined,
    isForPeople ? findRelated(now, id, { known: counterpoints }) : [],
  ])
  const present = async (ids: readonly string[]) => {
    const claims = await presentClaims(now, await loadClaimRows(now, ids, language), language)
    return claims.map(({ view }) => view)
  }
  const shown = new Set(card.counterpoints.map(({ claim }) => claim.id))
  const [ratings, rated, attribution, whatWouldChange, related] = await Promise.all([
    present(card.claim.badges.ratings.map((rating) => rating.claim)),
    card.claim.rating === null ? [] : listRated(now, id).then(present),
    origins ? loadAttributionLine(now, card.claim, origins, language) : null,
    isOfNow ? wordWhatWouldChange(now, card.claim, moves, language) : null,
    loadRelated(now, relatedRows, shown, language),
  ])
  return {
    ...card,
    ratings,
    rated,
    attribution,
    whatWouldChange,
    related,
    statuses: history.filter(({ status }, index) => status !== history[index + 1]?.status),
  }
}
