import { isDeepStrictEqual } from 'node:util'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { rulesVersion, type Status } from '../../domain/status.ts'
import { loadClaimRows, type ClaimRow } from '../../store/claim-rows.ts'
import { findClaimsAround } from '../../store/claims-around.ts'
import type { Db } from '../../store/database/db.ts'
import { loadNeighbourhood } from '../../store/neighbourhood.ts'
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
  readonly lang: DisplayLanguage
  readonly cites: readonly ClaimId[]
  readonly rulesVersion: number
}

/** A claim whose status, or the sentence that explains it, is changed by a write. */
export interface ExplainedChange {
  readonly claim: ClaimId
  /** null for a new claim. */
  readonly before: Explained | null
  readonly after: Explained
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
): Promise<readonly ExplainedChange[]> {
  const claims = [...new Set([...rejudged, ...(await quotersOf(tx, changed))])].slice(
    0,
    comparedMax,
  )
  const was = await explainClaims(before, claims, language)
  const is = await explainClaims(tx, claims, language)
  const changes = claims.flatMap((claim): ExplainedChange[] => {
    const after = is.get(claim)
    if (!after || isDeepStrictEqual(was.get(claim), after)) return []
    return [{ claim, before: was.get(claim) ?? null, after }]
  })
  return changes.slice(0, explainedMax)
}

/**
 * Sentences quote claims at most three links away: an undercut, the link that it attacks, and that
 * link's end.
 */
const quotedOver = 3
const quotedMax = 3

/** Claims whose sentence may quote what changed. */
async function quotersOf(tx: Db, changed: readonly string[]): Promise<readonly ClaimId[]> {
  const around = await findClaimsAround(tx, changed, comparedMax)
  const quoted = around.filter((claim) => changed.includes(claim)).slice(0, quotedMax)
  const claims = [...around]
  for (const claim of quoted)
    claims.push(...(await loadNeighbourhood(tx, claim, quotedOver)).claims)
  return claims
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
    statusLabel: words?.label ?? null,
    explanation: words ? { text: words.text, lang: words.lang, cites, rulesVersion } : null,
  }
}
