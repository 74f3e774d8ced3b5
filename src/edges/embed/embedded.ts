import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { ClaimCard } from '../../views/claim-card.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { StoryCard } from '../../views/story-card.ts'
import { claimAddress, storyAddress } from '../../html/addresses.ts'
import type { CardLook } from '../../html/look.ts'
import { readerName } from '../../html/reader-words.ts'
import { titleOfStory } from '../../html/story-words.ts'
import { cardWords } from '../../html/words.ts'
import { badgeName } from './pictures/badge-name.ts'

/** What an embedder needs to know about an object. */
export interface Embedded {
  readonly title: string
  readonly author: string | undefined
  readonly address: string
  /** What its badge says at present, if it has one. */
  readonly badge: string | undefined
  /** Nobody has examined it, so there is no badge to paste beside it. */
  readonly isUntested: boolean
}

export function embeddedClaim(
  { claim, asOf }: ClaimCard,
  { language, publicUrl }: CardLook,
): Embedded {
  const isUntested = claim.statusGroup === 'untested'
  const said = cardWords(language)
  return {
    title: claim.title,
    author: authorOf(claim, language),
    address: claimAddress(publicUrl, claim.id),
    badge: isUntested
      ? undefined
      : badgeName(claim.statusLabel, said.asOf(said.date(asOf.toISOString()))),
    isUntested,
  }
}

/** Nobody said an entry error, so it has no author. */
function authorOf({ speaker, voidedAt }: ClaimView, language: DisplayLanguage): string | undefined {
  return speaker && voidedAt === null ? readerName(speaker, language) : undefined
}

export function embeddedStory({ story }: StoryCard, { language, publicUrl }: CardLook): Embedded {
  return {
    title: titleOfStory(story, language),
    author: undefined,
    address: storyAddress(publicUrl, story.slug),
    badge: undefined,
    isUntested: false,
  }
}
