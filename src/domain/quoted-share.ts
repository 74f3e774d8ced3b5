import type { ReportKind } from './kinds.ts'

/** How much of a report the quotes on record may cover: above the first, a write is warned. */
export const quotedShareMax = { unwarned: 0.15, unlicensed: 0.3 }

/** How many characters the quotes of one such report may have together, whatever its licence permits. */
export const quotesLengthMax = 200_000

/** How much of a report of known length the quotes on record cover. */
export interface QuotedOf {
  readonly report: string
  /** In characters, as is its length. */
  readonly quoted: number
  readonly length: number
}

/** A warning in the answer of a write. */
export interface QuotedWarning {
  readonly kind: 'quoted_share'
  readonly report: string
  readonly quotedShare: number
  readonly message: string
}

/** As a share, to a tenth of a percent. A length that is too short makes it no more than the whole. */
export function quotedShare({ quoted, length }: Omit<QuotedOf, 'report'>): number {
  return Math.min(1, Math.round((quoted / length) * 1000) / 1000)
}

export function isAbove(share: number, { quoted, length }: QuotedOf): boolean {
  return quoted > share * length
}

/**
 * What a citation shows before its quote or after it says where the quote stands, as long as it has no
 * more characters than this: a few words. Otherwise it is quoted, too.
 */
export const besideFreeMax = 16

/**
 * Documents that a speaker publishes in its own cause: quotes of it from them are its own statement.
 * An article or a newsletter is none, even in its author's words.
 */
export const ownStatementKinds: readonly ReportKind[] = ['statement', 'filing', 'post', 'ruling']

export function quotedWarning(of: QuotedOf): QuotedWarning {
  const advice = isAbove(quotedShareMax.unlicensed, of)
    ? 'Without a licence they may cover 30 %: shorten quotes to what carries their claims, or note on the report, as its license, what permits more.'
    : 'Quote only what carries a claim: an editor may take them to 30 %, or further if the report notes a licence.'
  return {
    kind: 'quoted_share',
    report: of.report,
    quotedShare: quotedShare(of),
    message: `The quotes on record cover ${inWords(of)}. ${advice}`,
  }
}

export function quotedRefusal(of: QuotedOf & { readonly areTooLong?: true }): string {
  if (of.areTooLong)
    return `With this quote, the quotes of report ${of.report} on record would have ${of.quoted.toLocaleString('en')} characters together; those of one report may have ${quotesLengthMax.toLocaleString('en')}, whatever its license permits. Quote what carries the claim, and leave the rest to the report.`
  return `With this quote, the quotes on record would cover ${inWords(of)}. Without a licence they may cover 30 %: shorten it to what carries the claim, or note on the report, as its license, what permits more.`
}

function inWords(of: QuotedOf): string {
  const [quoted, length] = [of.quoted, of.length].map((count) => count.toLocaleString('en'))
  const percent = (quotedShare(of) * 100).toFixed(1).replace(/\.0$/, '')
  return `${percent} % of report ${of.report} (${quoted} of ${length} characters)`
}
