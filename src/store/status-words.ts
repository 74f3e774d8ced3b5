import { claimsIn, linksIn } from '../domain/account-items.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { Aspect } from '../domain/kinds.ts'
import { noSourceGiven } from '../domain/uncited.ts'
import { explainTwice } from '../sentences/explain.ts'
import type { Speaker } from '../sentences/told/speakers.ts'
import type { StandingFacts } from '../sentences/standing/facts.ts'
import { factsOf } from '../sentences/standing/facts-of.ts'
import { readStanding, type ReadStanding } from '../sentences/standing/read.ts'
import { loadCitedClaims } from './cited-claims.ts'
import type { ClaimRow } from './claim-rows.ts'
import type { Db } from './database/db.ts'
import { explainedOf } from './explained.ts'
import { confinedTo } from './explained-cites.ts'
import { pointsInWords } from './explained-points.ts'
import { isOfParty, loadRemarks, type PartyRemark, type Remark } from './remarks.ts'
import { readableAccount, type ReadableRow } from './readable-account.ts'
import { datedByFirst, seqOfNamed, speakerOf, speakersOf, type NamedItems } from './named-items.ts'
import { remarkingFor } from './subjects.ts'

/** The words for a status. */
export interface StatusWords {
  readonly standing: ReadStanding
  readonly text: string
  /** The same without quotations. */
  readonly short: string
  readonly lang: DisplayLanguage
  /** The last event that changed anything that standing and text name. */
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
  const named = [...new Set(rows.map((row) => row.named))]
  const cited = new Map(named.flatMap((each) => each.cited).map((claim) => [claim.id, claim]))
  const links = new Map(named.flatMap((each) => each.links).map((link) => [link.id, link]))
  const missing = new Set(accounts.flatMap(claimsIn)).difference(cited)
  const [others, remarks] = await Promise.all([
    loadCitedClaims(db, [...missing], lang),
    loadRemarks(db, rows, lang),
  ])
  const items: NamedItems = {
    lang,
    claims: new Map([...cited, ...others]),
    links,
    remarks,
  }
  return new Map(
    rows.flatMap((row) => {
      const words = wordsOf(row, items, remarks.get(row.id) ?? [], lang)
      return words ? [[row.id, words] as const] : []
    }),
  )
}

function wordsOf(
  row: ReadableRow,
  items: NamedItems,
  remarks: readonly Remark[],
  lang: DisplayLanguage,
): StatusWords | undefined {
  const { status, account, uncited } = row
  const explained = explainedOf(row, datedByFirst(items, account?.firsts ?? {}))
  if (!status || !explained) return undefined
  const facts = factsOf(explained, {
    bodies: speakersOf(account?.voices ?? null, items),
    partly: partlyIn(row),
    remark: status === 'unchallenged' ? remarkIn(row, remarks.filter(isOfParty), lang) : null,
    isRated: (row.badges?.ratings.length ?? 0) > 0,
  })
  const standing = readStanding(facts, lang)
  const named = account
    ? seqOfNamed(items, { claims: claimsIn(account), links: linksIn(account) })
    : 0
  const isAboutNamed =
    row.badges?.partlyAdmitted || (account?.subjects.length ?? 0) > 0 || remarks.length > 0
  const subjects = isAboutNamed ? row.about.map((each) => each.seq) : []
  const remarked = remarks.flatMap(({ seq, speaker }) => [seq, speaker?.seq ?? 0])
  const seq = Math.max(row.shownSeq, row.speaker?.seq ?? 0, named, ...subjects, ...remarked)
  const { text, short } = explainTwice(explained, lang)
  const note = uncited ? ` ${noSourceGiven(uncited, lang)}` : ''
  return { standing, text: text + note, short: short + note, lang, seq }
}

/** Who of those that the claim is about confirms it, by name. */
function partlyIn({ badges, about }: ReadableRow): StandingFacts['partly'] {
  const partly = badges?.partlyAdmitted
  if (!partly) return null
  const named = about.filter(({ id }) => partly.by.includes(id))
  return { by: { named, more: partly.by.length - named.length }, of: partly.of }
}

/** What parties say of a claim that nobody contradicts: first whether somebody confirms it. */
function remarkIn(
  row: ReadableRow,
  remarks: readonly PartyRemark[],
  lang: DisplayLanguage,
): StandingFacts['answer'] {
  const [first] = remarks
  if (!first) return null
  const alike = remarks.filter(({ fit }) => fit === first.fit)
  const parties = alike.map((each) => remarkingFor(row, each))
  const speakers = alike.flatMap(
    ({ claim, speaker }, index): readonly Speaker[] =>
      parties[index]?.subjects.named ?? [speakerOf({ id: claim, speaker })],
  )
  const named = [...new Map(speakers.map((each) => [each.id, each])).values()]
  const met = new Set(alike.flatMap(({ meets }) => meets))
  return {
    by: { named, more: 0 },
    // Of a spokesperson of several parties the record does not say for which one.
    of: parties.every((party) => party !== null) ? parties[0]?.of : undefined,
    fit: first.fit,
    aspect: aspectOf(row, alike),
    ...pointsMet(row, met, lang),
  }
}

/** To what other point all remarks are confined, if they are to one. */
function aspectOf(row: ReadableRow, remarks: readonly PartyRemark[]): Aspect | null {
  const [first = null, ...others] = new Set(remarks.map((each) => confinedTo(each, row)))
  return others.length === 0 ? first : null
}

/** The points that are met, if they are not all that a claim has. */
function pointsMet(
  row: ReadableRow,
  met: ReadonlySet<string>,
  lang: DisplayLanguage,
): Pick<NonNullable<StandingFacts['answer']>, 'points' | 'unsaid'> {
  const inForce = row.points.filter(({ endedAt }) => endedAt === null)
  const count = inForce.filter(({ id }) => met.has(id)).length
  if (count === inForce.length) return { points: [] }
  if (count === 0) return { points: [], unsaid: 'none' }
  const points = pointsInWords(row, lang, (id) => met.has(id))
  return { points, unsaid: points.length < count ? 'some' : undefined }
}
