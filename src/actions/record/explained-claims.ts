import { isDeepStrictEqual } from 'node:util'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { rulesInForce } from '../../domain/rules.ts'
import type { Status } from '../../domain/status.ts'
import { loadClaimRows, type ClaimRow } from '../../store/claim-rows.ts'
import { findClaimsAround } from '../../store/claims-around.ts'
import type { Db } from '../../store/database/db.ts'
import { loadStatusWords, type StatusWords } from '../../store/status-words.ts'

/** Where a claim stands, in words. */
export interface Explained {
  /** null if it is voided or merged away. */
  readonly status: Status | null
  readonly statusLabel: string | null
  readonly explanation: Explanation | null
}

interface Explanation {
  readonly text: string
  readonly short: string
  readonly lang: DisplayLanguage
  readonly cites: readonly ClaimId[]
  readonly rulesVersion: number
  readonly rules: string
}

/** A claim whose status, or the sentence that explains it, is changed by a write. */
interface ExplainedChange {
  readonly claim: ClaimId
  /** null for a new claim. */
  readonly before: Explained | null
  readonly after: Explained
}

/** The claims that a write changes so, and whether there may be more than are listed. */
export interface ExplainedChanges {
  readonly explained: readonly ExplainedChange[]
  readonly isCut: boolean
}

/**
 * A write can change thousands. Nobody reads that many sentences, and each takes time under the
 * lock.
 */
export const explainedMax = 100
const comparedMax = 500

/**
 * What a write changes in statuses and sentences. The writing transaction holds the record lock, so
 * that any other connection still sees the record as it was before.
 *
 * @param written.rejudged claims whose judgement differs
 * @param written.changed claims and links that were entered or amended: others quote their words
 */
export async function explainChanges(
  { tx, before }: { readonly tx: Db; readonly before: Db },
  {
    rejudged,
    changed,
  }: { readonly rejudged: readonly ClaimId[]; readonly changed: readonly string[] },
  language: DisplayLanguage,
): Promise<ExplainedChanges> {
  const claims = await quotersOf(tx, [...rejudged, ...changed])
  const was = await explainClaims(before, claims, language)
  const is = await explainClaims(tx, claims, language)
  const changes = claims.flatMap((claim): ExplainedChange[] => {
    const after = is.get(claim)
    if (!after || isDeepStrictEqual(was.get(claim), after)) return []
    return [{ claim, before: was.get(claim) ?? null, after }]
  })
  return {
    explained: changes.slice(0, explainedMax),
    isCut: changes.length > explainedMax || claims.length === comparedMax,
  }
}

/**
 * Sentences quote claims at most three steps away: an undercut, the link that it attacks, and a
 * restatement of that link's end.
 */
const quotedOver = 3

/** Claims whose sentence may quote some objects, or the status of one, the nearest first. */
async function quotersOf(tx: Db, objects: readonly string[]): Promise<readonly ClaimId[]> {
  const found = new Set<ClaimId>()
  let wave: readonly string[] = objects
  for (let step = 0; step <= quotedOver && wave.length > 0 && found.size < comparedMax; step++) {
    const around = await findClaimsAround(tx, wave.slice(0, comparedMax), comparedMax)
    wave = around.filter((claim) => !found.has(claim))
    for (const claim of around) if (found.size < comparedMax) found.add(claim)
  }
  return [...found]
}

/** Where each claim stands now, in the words shown to readers. */
export async function explainClaims(
  db: Db,
  claims: readonly ClaimId[],
  language: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, Explained>> {
  const rows = await loadClaimRows(db, claims, language)
  const words = await loadStatusWords(db, rows, language)
  return new Map(rows.map((row) => [row.id, explained(row, words.get(row.id))]))
}

function explained({ status, cites }: ClaimRow, words: StatusWords | undefined): Explained {
  return {
    status,
    statusLabel: words?.standing.label ?? null,
    explanation: words
      ? { text: words.text, short: words.short, lang: words.lang, cites, ...rulesInForce }
      : null,
  }
}
