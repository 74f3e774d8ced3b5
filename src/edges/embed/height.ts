import type { DisplayLanguage } from '../../domain/display-language.ts'
import { shortened } from '../../sentences/quotation.ts'
import type { ClaimView } from '../../views/claim.ts'
import { cardTextMax } from '../../html/claim-words.tsx'
import { answerToName, hasAnswers } from '../../html/answers.tsx'
import { conflictingIn } from '../../html/figures.tsx'
import type { CardLook } from '../../html/look.ts'
import { countsInWords } from '../../html/story-words.ts'
import type { CardChoice, ClaimCard } from '../../views/claim-card.ts'
import { readerSpeaker, readerWords, storyTitle } from '../../html/reader-words.ts'
import { isAnswered, isShownOpen, openPointsOf } from '../../html/status.tsx'
import { listedIn, type StoryCard } from '../../views/story-card.ts'

/** The sizes from `src/edges/embed/card-style.ts`, in pixels. */
const px = { around: 34, sides: 40, gap: 4, line: 20, heading: 46, item: 10, indent: 14, rule: 26 }

/** The approximate length of our own words, in letters. */
const letters = {
  beside: 45,
  role: 20,
  bearing: 45,
  translation: 40,
  since: 100,
  change: 110,
  note: 60,
  mark: 120,
  open: 10,
  asOf: 40,
  detail: 80,
}

/**
 * An estimate of the height of a card, for embedders that ask before showing it and ignore later
 * reports. Rather too high: if it is too low, the reader must scroll, which Discourse does not
 * allow.
 */
export function heightOfClaimCard(
  card: ClaimCard,
  language: DisplayLanguage,
  width: number,
  size: CardLook['size'],
) {
  if (size === 'compact') return heightOfCompact(card, language, width)
  const { claim, change, amendedAt, counterpoints, conflictingFigures, moreCounterpoints } = card
  const column = width - px.sides
  const words = readerWords(claim, language)
  const figures = conflictingIn(card)
  const items = [
    ...(card.replacement ? [card.replacement] : []),
    ...counterpoints.map((counterpoint) => counterpoint.claim),
    ...conflictingFigures,
  ]
  const headings = Number(hasAnswers(card)) + Number(figures.length > 1)
  return (
    px.around +
    (card.since ? px.line + heightOfNote(letters.since, column) : 0) +
    heightOfLine(readerSpeaker(claim, language), letters.beside, column) +
    heightOfTitle(shortened(words.text, cardTextMax.original), column) +
    (claim.standing.prefix ? heightOfLine(claim.standing.prefix, 0, column) : 0) +
    (words.by ? px.gap + heightOfLine(words.original.text, letters.translation, column) : 0) +
    (claim.figure ? px.gap + heightOfNote(letters.note + letters.detail, column) : 0) +
    (figures.length > 1 ? px.line * 2 + figures.length * (px.line * 2 + px.gap) : 0) +
    (card.claim.withdrawal ? px.line * 2 + heightOfLine('', cardTextMax.item, column) : 0) +
    (card.opinionsLeftOut > 0 ? px.line * 1.5 : 0) +
    px.line * 1.5 +
    heightOf(claim.statusLabel, column, 17, 24) +
    heightOf(claim.explanation?.text ?? '', column, 15, 24) +
    (isShownOpen(claim) ? heightOfLine(openPointsOf(claim).join(' · '), letters.open, column) : 0) +
    heightOfNote(letters.mark, column) * countMarks(claim) +
    headings * px.heading +
    heightOfItems(items, language, column, letters.bearing) +
    (moreCounterpoints > 0 ? px.line * 1.5 : 0) +
    px.rule +
    (amendedAt ? heightOfNote(letters.note, column) : 0) +
    heightOfNote(change.move ? letters.change : letters.note, column) +
    heightOfNote(letters.note, column) * 4
  )
}

/** Of the three lines of a compact card. */
function heightOfCompact(card: ClaimCard, language: DisplayLanguage, width: number): number {
  const { claim } = card
  const column = width - px.sides
  const answer = answerToName(card, language)
  const open = isShownOpen(claim) ? openPointsOf(claim).join(' · ') : ''
  const words = shortened(readerWords(claim, language).text, cardTextMax.compact)
  const said = answer
    ? `${answer.speaker} ${shortened(answer.text, cardTextMax.answer)}`
    : ' '.repeat(letters.change)
  return (
    px.around +
    (card.since ? px.line + heightOfNote(letters.since, column) : 0) +
    heightOfLine(`${readerSpeaker(claim, language)} ${claim.statusLabel}`, letters.beside, column) +
    (claim.standing.prefix ? heightOfLine(claim.standing.prefix, 0, column) : 0) +
    heightOfTitle(words, column) +
    heightOfLine(said + open, letters.asOf + letters.translation + letters.note, column) +
    heightOfNote(letters.mark, column) * countMarks(claim)
  )
}

function countMarks({ badges: { partlyAdmitted, setAside, earlierVersion } }: ClaimView): number {
  return [partlyAdmitted, setAside[0], earlierVersion].filter(Boolean).length
}

export function heightOfStoryCard(
  { story }: StoryCard,
  language: DisplayLanguage,
  width: number,
  { opinions, size }: Pick<CardChoice, 'opinions'> & Pick<CardLook, 'size'>,
) {
  const column = width - px.sides
  if (size === 'compact') {
    const counts = countsInWords(story, language).join(' · ')
    const title = heightOfTitle(storyTitle(story, language).text, column)
    return px.around + px.line + title + heightOfLine(counts, letters.asOf, column)
  }
  const { shown } = listedIn(story, { opinions })
  return (
    px.around +
    px.line +
    heightOfTitle(storyTitle(story, language).text, column) +
    heightOfItems(shown, language, column, 0) +
    px.rule +
    heightOfNote(letters.note, column) * 4
  )
}

function heightOfTitle(text: string, column: number): number {
  return px.gap + heightOf(text, column, 20, 29)
}

/** @param bearing letters of how the claims relate to what they answer */
function heightOfItems(
  claims: readonly ClaimView[],
  language: DisplayLanguage,
  column: number,
  bearing: number,
): number {
  const inner = column - px.indent
  return claims
    .map((claim) => {
      const words = readerWords(claim, language)
      const prefix = claim.standing.prefix ?? ''
      // What nobody answered shows its role in place of its standing.
      const role = bearing > 0 && !isAnswered(claim) ? letters.role : 0
      const own = bearing + (words.by ? letters.translation : 0)
      return (
        px.item +
        heightOfLine(readerSpeaker(claim, language), letters.beside - role, inner) +
        heightOf(`${prefix} ${shortened(words.text, cardTextMax.item)}`, inner, 15, 24) +
        heightOfLine(role > 0 ? '' : claim.statusLabel, role + own, inner)
      )
    })
    .reduce((sum, height) => sum + height, 0)
}

/** The height of small print and what follows it. */
function heightOfLine(text: string, beside: number, column: number): number {
  return heightOf(text + ' '.repeat(beside), column, 13, px.line)
}

function heightOfNote(length: number, column: number): number {
  return heightOfLine('', length, column)
}

/** The height of a text in a column. Korean syllables and other wide characters count double. */
function heightOf(text: string, columnPx: number, sizePx: number, linePx: number): number {
  const wide = text.match(/[\u1100-\uFFDC]/g)?.length ?? 0
  const widthPx = (wide * 0.95 + (text.length - wide) * 0.55) * sizePx
  return Math.max(1, Math.ceil(widthPx / columnPx)) * linePx
}
