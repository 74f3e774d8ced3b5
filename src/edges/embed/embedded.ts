import { notFound } from '../../domain/errors.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import type { ClaimView } from '../../views/claim.ts'
import { badgeAddress, claimAddress, storyAddress } from '../../html/addresses.ts'
import { choiceOf, sizeOf } from '../../html/choice.ts'
import { loadClaimCard } from '../../views/claim-card.ts'
import { heightOfClaimCard, heightOfStoryCard } from './height.ts'
import type { OwnAddress } from './own-address.ts'
import { badgeName } from './pictures/badge-name.ts'
import { readerName } from '../../html/reader-words.ts'
import { cardWords } from '../../html/words.ts'
import { loadStoryCard } from '../../views/story-card.ts'
import { keysOfClaimCard, keysOfStory } from '../../views/surrogate-keys.ts'
import { titleOfStory } from '../../html/story-words.ts'

/** What an embedder needs to know about an object. */
export interface Embedded {
  readonly title: string
  readonly author: string | undefined
  readonly address: string
  /** Its badge, if it has one: an address, and what that says at present. */
  readonly badge: { readonly address: string; readonly name: string } | undefined
  /** Nobody has examined it, so there is no badge to paste beside it. */
  readonly isUntested: boolean
  readonly heightAt: (width: number) => number
  readonly keys: readonly string[]
}

/** @throws {DomainError} `not-found` */
export function loadEmbedded(
  db: Db,
  own: OwnAddress,
  publicUrl: URL,
  language: DisplayLanguage,
): Promise<Embedded> {
  return (own.noun === 'claims' ? claimOf : storyOf)(db, own, publicUrl, language)
}

async function claimOf(
  db: Db,
  { name, asked }: OwnAddress,
  publicUrl: URL,
  language: DisplayLanguage,
): Promise<Embedded> {
  if (!isId(name)) throw notFound()
  const card = await loadClaimCard(db, name, language, choiceOf(asked))
  const address = claimAddress(publicUrl, card.claim.id)
  const isUntested = card.claim.statusGroup === 'untested'
  const { asOf, date } = cardWords(language)
  return {
    title: card.claim.title,
    author: authorOf(card.claim, language),
    address,
    badge: isUntested
      ? undefined
      : {
          address: badgeAddress(address, asked('lang')),
          name: badgeName(card.claim.statusLabel, asOf(date(card.asOf.toISOString()))),
        },
    isUntested,
    heightAt: (width) => heightOfClaimCard(card, language, width, sizeOf(asked)),
    keys: keysOfClaimCard(card),
  }
}

/** Nobody said an entry error, so it has no author. */
function authorOf({ speaker, voidedAt }: ClaimView, language: DisplayLanguage): string | undefined {
  return speaker && voidedAt === null ? readerName(speaker, language) : undefined
}

async function storyOf(
  db: Db,
  { name, asked }: OwnAddress,
  publicUrl: URL,
  language: DisplayLanguage,
): Promise<Embedded> {
  const card = await loadStoryCard(db, name, language)
  return {
    title: titleOfStory(card.story, language),
    author: undefined,
    address: storyAddress(publicUrl, card.story.slug),
    badge: undefined,
    isUntested: false,
    heightAt: (width) =>
      heightOfStoryCard(card, language, width, { ...choiceOf(asked), size: sizeOf(asked) }),
    keys: keysOfStory(card.story),
  }
}
