import type { DisplayLanguage } from '../domain/display-language.ts'
import { shortened } from '../sentences/quotation.ts'
import type { ClaimView } from '../views/claim.ts'
import type { StoryView } from '../views/story.ts'
import { readerSpeaker, readerWords, storyTitle } from './reader-words.ts'
import { isClosed } from './status.tsx'
import { cardWords } from './words.ts'

const titleMax = 120

/**
 * Who says what, on one line, as a document title. Some places show only the title and cannot
 * strike it through, so a closed claim says so first.
 */
export function claimTitle(claim: ClaimView, language: DisplayLanguage): string {
  const words = readerWords(claim, language).text.replaceAll(/\s+/g, ' ')
  const title = `${readerSpeaker(claim, language)}: ${shortened(words, titleMax)}`
  return isClosed(claim) ? marked(title, claim.statusLabel, language) : title
}

/** The title of a story's page and card. */
export function titleOfStory(story: StoryView, language: DisplayLanguage): string {
  const title = storyTitle(story, language).text
  return story.voidedAt === null ? title : marked(title, null, language)
}

/** @param label null for an entry error */
function marked(title: string, label: string | null, language: DisplayLanguage): string {
  return `[${label ?? cardWords(language).entryError.label}] ${title}`
}
