import type { DisplayLanguage } from '../../domain/display-language.ts'
import { shortened } from '../../engine/quotation.ts'
import type { ClaimView } from '../views/claim.ts'
import { cardTextMax } from './card-text-max.ts'
import type { ClaimCard } from './claim-data.ts'
import { readerWords, storyTitle } from './reader-words.ts'
import { storyClaimsMax, type StoryCard } from './story-data.ts'

/** What `src/http/cards/card-style.ts` sets, in pixels. */
const px = { around: 35, sides: 40, line: 20, sentence: 24, heading: 42, item: 50, indent: 14 }

/**
 * About how high a card is, for those who ask before they show it and let nobody tell them later.
 * Rather too high: what is missing has to be scrolled to.
 */
export function heightOfClaimCard(card: ClaimCard, language: DisplayLanguage, width: number) {
  const { claim, counterpoints, conflictingFigures, moreCounterpoints } = card
  const column = width - px.sides
  const words = readerWords(claim, language)
  const items = [...counterpoints.map((counterpoint) => counterpoint.claim), ...conflictingFigures]
  const headings = Math.min(1, counterpoints.length) + Math.min(1, conflictingFigures.length)
  return (
    px.around +
    px.line +
    heightOf(shortened(words.text, cardTextMax.original), column, 20, 29) +
    (words.by ? heightOf(`${words.original.text}${' '.repeat(40)}`, column, 13, px.line) : 0) +
    (claim.figure ? px.line : 0) +
    px.sentence * 1.5 +
    heightOf(claim.explanation?.text ?? '', column, 15, px.sentence) +
    headings * px.heading +
    heightOfItems(items, language, column) +
    (moreCounterpoints > 0 ? px.line * 1.5 : 0) +
    px.line * (card.since ? 7 : 5)
  )
}

export function heightOfStoryCard({ story }: StoryCard, language: DisplayLanguage, width: number) {
  const column = width - px.sides
  const shown = story.claims.slice(0, storyClaimsMax)
  return (
    px.around +
    px.line +
    heightOf(storyTitle(story, language).text, column, 20, 29) +
    heightOfItems(shown, language, column) +
    px.line * 5
  )
}

function heightOfItems(
  claims: readonly ClaimView[],
  language: DisplayLanguage,
  column: number,
): number {
  return claims
    .map((claim) => shortened(readerWords(claim, language).text, cardTextMax.item))
    .map((text) => px.item + heightOf(text, column - px.indent, 15, px.sentence))
    .reduce((sum, height) => sum + height, 0)
}

/** Of a text set in a column. Syllables of Korean and the like are twice as wide as letters. */
function heightOf(text: string, columnPx: number, sizePx: number, linePx: number): number {
  const wide = text.match(/[\u1100-\uFFDC]/g)?.length ?? 0
  const widthPx = (wide * 0.95 + (text.length - wide) * 0.55) * sizePx
  return Math.max(1, Math.ceil(widthPx / columnPx)) * linePx
}
