import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { quotation } from '../../../sentences/quotation.ts'
import { prefixShown } from '../../../sentences/standing/title.ts'
import { notExamined } from '../../../sentences/table/standings.ts'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import type { Mark } from '../../../sentences/table/marks.ts'
import type { CardChoice, ClaimCard } from '../../../views/claim-card.ts'
import { claimAddress } from '../../../html/addresses.ts'
import { answerToName } from '../../../html/answers.tsx'
import { readerSpeaker, readerWords } from '../../../html/reader-words.ts'
import { isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'

/** Who says what. */
interface Said {
  readonly speaker: string
  readonly words: string
}

/** What a claim's picture shows, in one language. */
export interface ClaimPicture extends Said {
  /** What must be read before the words, in brackets. */
  readonly prefix: string | null
  readonly mark: Mark
  readonly label: string
  /** The same without names, of which the fonts may lack letters. */
  readonly labelWithoutNames: string
  readonly kind: string
  readonly date: string
  readonly asOf: string
  /** The strongest answer. */
  readonly answer: Said | undefined
  readonly isOpinion: boolean
  readonly isStruck: boolean
  /** Where to read what the picture cannot show. */
  readonly readAt: string
}

/** A picture names the strongest answer, and lists none. */
export const answerOnly: CardChoice = { counterpoints: 0, opinions: 'on', since: undefined }

export function pictureOf(
  card: ClaimCard,
  language: DisplayLanguage,
  publicUrl: URL,
): ClaimPicture {
  const { claim, asOf } = card
  const said = cardWords(language)
  const { shape, colour } = claim.standing
  const answer = answerToName(card, language)
  const prefix = prefixShown(claim.standing.prefix, claim.text, language)
  return {
    speaker: undirected(readerSpeaker(claim, language)),
    words: undirected(readerWords(claim, language).text),
    prefix: prefix === null ? null : undirected(prefix),
    mark: { shape, colour },
    label: undirected(claim.statusLabel),
    labelWithoutNames: statusWord(claim.status, language),
    kind: said.kinds[claim.kind],
    date: claim.assertedAt === null ? said.dateUnknown : said.date(claim.assertedAt),
    asOf: said.asOf(said.date(asOf.toISOString())),
    answer: answer && {
      speaker: undirected(`${answer.speaker} · ${answer.bearing}`),
      words: undirected(quotation(answer.text, language)),
    },
    isOpinion: claim.kind === 'opinion',
    isStruck: isClosed(claim),
    readAt: said.readAt(shownAddress(claimAddress(publicUrl, claim.id))),
  }
}

/**
 * What a badge shows. Of a claim that nobody examined it says just that, or anybody could paste a
 * better one for a claim of their own. A ruling is itself an examination.
 */
export function badgeOf(card: ClaimCard, language: DisplayLanguage, publicUrl: URL): ClaimPicture {
  const picture = pictureOf(card, language, publicUrl)
  const { statusGroup, kind } = card.claim
  if (statusGroup !== 'untested' || kind === 'ruling') return picture
  const label = notExamined.word[language]
  return { ...picture, mark: notExamined.mark, label, labelWithoutNames: label }
}

/**
 * Without controls of direction: the font has no letters that run from right to left, so that they
 * could only turn our words around.
 */
export function undirected(text: string): string {
  return text.replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
}

/** An address as readers write it. */
export function shownAddress(address: string): string {
  return address.replace(/^https?:\/\//, '')
}
