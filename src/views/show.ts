import { found } from '../domain/errors.ts'
import type { Noun } from '../domain/nouns.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { findCitationRow } from '../store/citation-rows.ts'
import { findClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { loadLinkRows } from '../store/link-rows.ts'
import { findMerge } from '../store/merges.ts'
import { findReportRow } from '../store/report-rows.ts'
import { findSourceRow } from '../store/source-rows.ts'
import { findStoryRow } from '../store/story-rows.ts'
import { viewMerge } from './merge.ts'
import type { Revision, Versioned } from './revision.ts'
import { presentClaims, presentInOrder } from './present-claims.ts'
import { citationsSeq, viewCitation } from './citation.ts'
import type { ClaimView } from './claim.ts'
import { linkSeq, reportSeq, sourceSeq, viewLink, viewReport, viewSource } from './objects.ts'
import { viewStoryFields } from './story.ts'

/** An object as returned, with its revision. */
export interface Shown<T> {
  readonly body: T
  readonly revision: Revision
}

/** Shows one noun; throws `not-found` if there is no such object. */
export type Show<T> = (db: Db, id: string, language: DisplayLanguage) => Promise<Shown<T>>

export async function showSource(db: Db, id: string, language: DisplayLanguage) {
  const row = found(await findSourceRow(db, id, language))
  return { body: viewSource(row), revision: { version: row.version, seq: sourceSeq(row) } }
}

export async function showReport(db: Db, id: string, language: DisplayLanguage) {
  const row = found(await findReportRow(db, id, language))
  return { body: viewReport(row), revision: { version: row.version, seq: reportSeq(row) } }
}

export async function showClaim(
  db: Db,
  id: string,
  language: DisplayLanguage,
): Promise<Shown<ClaimView>> {
  const row = found(await findClaimRow(db, id, language))
  const [claim] = await presentClaims(db, [row], language)
  const { view, seq } = found(claim)
  return { body: view, revision: { version: row.version, seq } }
}

export async function showLink(db: Db, id: string, language: DisplayLanguage) {
  const [first] = await loadLinkRows(db, [id], language)
  const row = found(first)
  return { body: viewLink(row), revision: { version: row.version, seq: linkSeq(row) } }
}

/** How many of its claims a story is shown with; its own list has all of them, page by page. */
const storyClaimsMax = 200

/** A story with its first claims, in its own order. */
export async function showStory(db: Db, id: string, language: DisplayLanguage) {
  const story = found(await findStoryRow(db, id))
  const claims = await presentInOrder(db, story.claims.slice(0, storyClaimsMax), language)
  const seq = Math.max(story.seq, story.redaction?.seq ?? 0, ...claims.map((claim) => claim.seq))
  return {
    body: {
      ...viewStoryFields(story),
      claims: claims.map(({ view }) => view),
      counts: { claims: story.claims.length },
    },
    revision: { version: story.version, seq },
  }
}

async function showCitation(db: Db, id: string, language: DisplayLanguage) {
  const row = found(await findCitationRow(db, id, language))
  return {
    body: viewCitation(row),
    revision: { version: row.version, seq: citationsSeq([row]) },
  }
}

export async function showMerge(db: Db, id: string) {
  const row = found(await findMerge(db, id))
  return {
    body: viewMerge(row),
    revision: { version: row.version, seq: row.voidedSeq ?? row.seq },
  }
}

const shows = {
  source: showSource,
  report: showReport,
  claim: showClaim,
  link: showLink,
  story: showStory,
  citation: showCitation,
} as const satisfies Readonly<Record<Noun, Show<Versioned>>>

type Bodies = { readonly [N in Noun]: Awaited<ReturnType<(typeof shows)[N]>>['body'] }

/** How the objects of each noun are shown. */
export const showOf: { readonly [N in Noun]: Show<Bodies[N]> } = shows
