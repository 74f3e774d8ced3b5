import type { DisplayLanguage } from '../../domain/display-language.ts'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/db.ts'
import { notFound } from '../parameters.ts'
import { badgeAddress, claimAddress, storyAddress } from './addresses.ts'
import { choiceOf } from './choice.ts'
import { loadClaimCard } from './claim-data.ts'
import { heightOfClaimCard, heightOfStoryCard } from './height.ts'
import type { OwnAddress } from './own-address.ts'
import { claimTitle, readerName, storyTitle } from './reader-words.ts'
import { loadStoryCard } from './story-data.ts'
import { keysOfClaimCard, keysOfStory } from './surrogate-keys.ts'

/** What whoever embeds a card needs to know of it. */
export interface Embedded {
  readonly title: string
  readonly author: string | undefined
  readonly address: string
  /** The address of a picture of its status, where it has one. */
  readonly badge: string | undefined
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
  return {
    title: claimTitle(card.claim, language),
    author: card.claim.speaker ? readerName(card.claim.speaker, language) : undefined,
    address: claimAddress(publicUrl, card.claim.id),
    badge: badgeAddress(claimAddress(publicUrl, card.claim.id), asked('lang')),
    heightAt: (width) => heightOfClaimCard(card, language, width),
    keys: keysOfClaimCard(card),
  }
}

async function storyOf(
  db: Db,
  { name }: OwnAddress,
  publicUrl: URL,
  language: DisplayLanguage,
): Promise<Embedded> {
  const card = await loadStoryCard(db, name, language)
  return {
    title: storyTitle(card.story, language).text,
    author: undefined,
    address: storyAddress(publicUrl, card.story.slug),
    badge: undefined,
    heightAt: (width) => heightOfStoryCard(card, language, width),
    keys: keysOfStory(card.story),
  }
}
