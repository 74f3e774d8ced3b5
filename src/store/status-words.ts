import type { Answer, CiteAccount, StoredAccount } from '../domain/account.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { readerLabel } from '../domain/status-labels.ts'
import { noSourceGiven } from '../domain/uncited.ts'
import { explain } from '../sentences/explain.ts'
import { loadCitedClaims, loadDroppedLinks } from './cited-claims.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { explainedOf } from './explained.ts'
import { seqOfNamed, speakersOf, type NamedItems } from './named-items.ts'

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
  rows: readonly ClaimRow[],
  lang: DisplayLanguage,
): Promise<Map<ClaimId, StatusWords>> {
  const accounts = rows.flatMap(({ status, account }) => (status && account ? [account] : []))
  const cited = new Map(rows.flatMap((row) => row.cited ?? []).map((claim) => [claim.id, claim]))
  const missing = new Set(accounts.flatMap(claimsIn).filter((id) => !cited.has(id)))
  const items: NamedItems = {
    claims: new Map([...cited, ...(await loadCitedClaims(db, [...missing], lang))]),
    links: await loadDroppedLinks(db, accounts.flatMap(linksIn)),
  }
  return new Map(
    rows.flatMap((row) => {
      const words = wordsOf(row, items, lang)
      return words ? [[row.id, words] as const] : []
    }),
  )
}

function wordsOf(row: ClaimRow, items: NamedItems, lang: DisplayLanguage): StatusWords | undefined {
  const { status, account, kind, uncited } = row
  const explained = explainedOf(row, items)
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
  const seq = Math.max(row.shownSeq, row.speaker?.seq ?? 0, named)
  const reasons = explain(explained, lang)
  const text = uncited ? `${reasons} ${noSourceGiven(uncited, lang)}` : reasons
  return { label, text, lang, seq }
}

function claimsIn({ cites, voices }: StoredAccount): readonly ClaimId[] {
  return [...cites.flatMap(claimsOfCite), ...(voices?.claims ?? [])]
}

function claimsOfCite(cite: CiteAccount): readonly ClaimId[] {
  if (cite.as === 'step') return [cite.claim, cite.basis]
  return cite.as === 'attack' ? [cite.claim, ...claimsOfAnswer(cite.answer)] : [cite.claim]
}

function claimsOfAnswer(answer: Answer | null): readonly ClaimId[] {
  if (answer?.kind === 'conceded') return [answer.concession]
  return answer?.kind === 'not_addressed' ? answer.by.claims : []
}

function linksIn({ cites }: StoredAccount): readonly LinkId[] {
  return cites.flatMap((cite) =>
    cite.as === 'attack' && cite.answer?.kind === 'dropped' ? [cite.answer.link] : [],
  )
}
