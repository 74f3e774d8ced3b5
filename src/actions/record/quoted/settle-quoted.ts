import { mayWrite, type Actor } from '../../../domain/actor.ts'
import { coveredBy, QuotedPassages, shownOf } from '../../../domain/quoted-passages.ts'
import {
  isAbove,
  quotedShareMax,
  quotesLengthMax,
  type QuotedOf,
} from '../../../domain/quoted-share.ts'
import type { Db } from '../../../store/database/db.ts'
import {
  findLicensed,
  listPublicQuotes,
  updateQuoted,
  type MeasuredReport,
  type PublicQuote,
} from '../../../store/quoted.ts'

/** A report of which a write may not quote so much, and its new quotes that go too far. */
export interface Overquoted extends QuotedOf {
  readonly quotes: ReadonlySet<string>
  /** All quotes together are too long to be compared, whatever they cover. */
  readonly areTooLong?: true
}

/** What is said about a write for how much of reports is quoted after it. */
interface SettledQuotes {
  readonly warned: readonly QuotedOf[]
  /** Refused, if this is not empty. */
  readonly over: readonly Overquoted[]
}

/**
 * Stores how much of some reports is quoted, from all quotes that are on record now. Under the
 * record lock, no other write comes between.
 *
 * @param write.after the last event before the write
 * @param write.told the objects of its events
 */
export async function settleQuoted(
  tx: Db,
  measured: readonly MeasuredReport[],
  write: {
    readonly actor: Actor
    readonly after: number
    readonly seq: number
    readonly told: ReadonlySet<string>
    /** Passes quotes on as long as there is time. */
    readonly watch: (quotes: readonly string[]) => Iterable<string>
  },
): Promise<SettledQuotes> {
  const ids = measured.map(({ id }) => id)
  const [quotes, licensed] = await Promise.all([listPublicQuotes(tx, ids), findLicensed(tx, ids)])
  const quotesOf = Map.groupBy(quotes, ({ report }) => report)
  const isExempt = mayWrite(write.actor, 'admin')
  const isNew = ({ seq }: PublicQuote) => seq > write.after
  const tooMany = isExempt
    ? []
    : measured.flatMap((report) => tooLongTogether(report, quotesOf.get(report.id) ?? [], isNew))
  if (tooMany.length > 0) return { warned: [], over: tooMany }
  const judged = measured.map((report) => {
    const own = quotesOf.get(report.id) ?? []
    const quoted = report.isGone ? null : coveredBy(shownOf(own), write.watch)
    return { report, own, quoted }
  })
  await updateQuoted(
    tx,
    write.seq,
    judged.map(({ report: { id }, quoted }) => ({ report: id, quoted })),
  )

  const warned: QuotedOf[] = []
  const over: Overquoted[] = []
  for (const { report, own, quoted } of judged) {
    if (quoted === null || licensed.has(report.id)) continue
    const of = { report: report.id, quoted, length: report.length }
    const fresh = own.filter(isNew)
    const taken = fresh.filter((quote) => !quote.isOwn)
    const isRaised = quoted > (report.quoted ?? 0)
    if (!isExempt && isRaised && isAbove(quotedShareMax.unlicensed, of)) {
      const isTaken = new Set(taken)
      const before = own.filter((quote) => !isTaken.has(quote))
      const quotes = tooFar(before, taken, quotedShareMax.unlicensed * report.length)
      if (quotes.size > 0) over.push({ ...of, quotes })
    }
    const isTold = taken.length > 0 ? isRaised : write.told.has(report.id) && fresh.length === 0
    if (isTold && isAbove(quotedShareMax.unwarned, of)) warned.push(of)
  }
  return { warned, over }
}

/** Every quote is compared with all others of its report, so there is an end to them. */
function tooLongTogether(
  { id, length }: MeasuredReport,
  own: readonly PublicQuote[],
  isNew: (quote: PublicQuote) => boolean,
): Overquoted[] {
  const fresh = own.filter(isNew)
  const quoted = shownOf(own).reduce((sum, words) => sum + words.length, 0)
  if (fresh.length === 0 || quoted <= quotesLengthMax) return []
  const quotes = new Set(fresh.map(({ quote }) => quote))
  return [{ report: id, length, quoted, quotes, areTooLong: true }]
}

/** Of some new quotes in order, those that take what is covered above a limit. */
function tooFar(
  before: readonly PublicQuote[],
  added: readonly PublicQuote[],
  max: number,
): Set<string> {
  const passages = new QuotedPassages()
  for (const words of shownOf(before)) passages.add(words)
  const over = new Set<string>()
  for (const citation of added) {
    let taken = 0
    for (const words of shownOf([citation])) taken += passages.add(words)
    if (taken > 0 && passages.covered > max) over.add(citation.quote)
  }
  return over
}
