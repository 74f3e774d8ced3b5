import { claimsIn, linksIn } from '../domain/account-items.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { readerLabel } from '../domain/status-labels.ts'
import { noSourceGiven } from '../domain/uncited.ts'
import { explain } from '../sentences/explain.ts'
import { loadCitedClaims, loadNamedLinks } from './cited-claims.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { explainedOf } from './explained.ts'
import { readableAccount, type ReadableRow } from './readable-account.ts'
import { datedByFirst, seqOfNamed, speakersOf, type NamedItems } from './named-items.ts'

/** The words for a status. */
export interface StatusWords {
  readonly label: string
  readonly text: string
  readonly lang: DisplayLanguage
  /** The last event that changed anything that label and text name. */
  readonly seq: number
}

/**
 * The words for the status of each claim that has one, in at most two statements for all of them.
 */
export async function loadStatusWords(
  db: Db,
  claims: readonly ClaimRow[],
  lang: DisplayLanguage,
): Promise<Map<ClaimId, StatusWords>> {
  const rows = claims.map((row) => ({ ...row, account: readableAccount(row) }))
  const accounts = rows.flatMap(({ status, account }) => (status && account ? [account] : []))
  const cited = new Map(rows.flatMap((row) => row.cited ?? []).map((claim) => [claim.id, claim]))
  const missing = new Set(accounts.flatMap(claimsIn).filter((id) => !cited.has(id)))
  const [others, links] = await Promise.all([
    loadCitedClaims(db, [...missing], lang),
    loadNamedLinks(db, [...new Set(accounts.flatMap(linksIn))], lang),
  ])
  const items: NamedItems = { claims: new Map([...cited, ...others]), links }
  return new Map(
    rows.flatMap((row) => {
      const words = wordsOf(row, items, lang)
      return words ? [[row.id, words] as const] : []
    }),
  )
}

function wordsOf(
  row: ReadableRow,
  items: NamedItems,
  lang: DisplayLanguage,
): StatusWords | undefined {
  const { status, account, kind, uncited } = row
  const explained = explainedOf(row, datedByFirst(items, account?.firsts ?? {}))
  if (!status || !explained) return undefined
  const bodies = speakersOf(account?.voices ?? null, items)
  const label = readerLabel(status, lang, {
    bodies: bodies.named.map(({ name }) => nameOrRemoved(name, lang)),
    moreBodies: bodies.more,
    isRuling: kind === 'ruling',
  })
  const named = account
    ? seqOfNamed(items, { claims: claimsIn(account), links: linksIn(account) })
    : 0
  const subjects = account && account.subjects.length > 0 ? row.about.map((each) => each.seq) : []
  const seq = Math.max(row.shownSeq, row.speaker?.seq ?? 0, named, ...subjects)
  const reasons = explain(explained, lang)
  const text = uncited ? `${reasons} ${noSourceGiven(uncited, lang)}` : reasons
  return { label, text, lang, seq }
}
