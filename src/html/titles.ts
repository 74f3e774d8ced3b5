import type { DisplayLanguage } from '../domain/display-language.ts'
import { shortened } from '../sentences/quotation.ts'
import type { ClaimView } from '../views/claim.ts'
import type { StoryView } from '../views/story.ts'
import { readerSpeaker, readerWords, storyTitle } from './reader-words.ts'
import { isClosed } from './status.tsx'
import { cardWords } from './words.ts'

const titleMax = 120

/**
 * Who says what, on one line, as a document is called. A title is all that some places show of a
 * claim, and strikes nothing through: what is closed says so first.
 */
export function claimTitle(claim: ClaimView, language: DisplayLanguage): string {
  const words = readerWords(claim, language).text.replaceAll(/\s+/g, ' ')
  const title = `${readerSpeaker(claim, language)}: ${shortened(words, titleMax)}`
  return isClosed(claim) ? marked(title, claim.statusLabel, language) : title
}

/** What the page and the card of a story are called. */
export function titleOfStory(story: StoryView, language: DisplayLanguage): string {
  const title = storyTitle(story, language).text
  return story.voidedAt === null ? title : marked(title, null, language)
}

/** @param label none where it is an entry error */
function marked(title: string, label: string | null, language: DisplayLanguage): string {
  return `[${label ?? cardWords(language).entryError.label}] ${title}`
}
