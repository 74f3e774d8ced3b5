import type { Context } from 'hono'
import { notFound } from '../../domain/errors.ts'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import type { HttpEnv } from '../../http/contract/env.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { copyOf, rendering } from '../../http/cache/answer-cached.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import type { Cacheable, Rendered } from '../../http/contract/cached-answers.ts'
import { choiceOf } from '../../html/choice.ts'
import type { CardLook } from '../../html/look.ts'
import { loadClaimCard } from '../../views/claim-card.ts'
import { loadStoryCard } from '../../views/story-card.ts'
import { keysOfClaimCard, keysOfStory } from '../../views/surrogate-keys.ts'
import { cardStyle } from './card-style.ts'
import { renderClaimCard } from './claim-card.tsx'
import { cardPolicy } from './document.tsx'
import { embeddedClaim, embeddedStory, type Embedded } from './embedded.ts'
import { heightsOf } from './height/card-height.ts'
import type { OwnAddress } from './own-address.ts'
import { renderStoryCard } from './story-card.tsx'

/** A card as it is kept, with what embedders ask about it. */
export interface CardCopy extends Embedded {
  /** The height to give a frame of this width, in pixels. */
  readonly heightAt: (width: number) => number
  /** Surrogate keys. */
  readonly keys: readonly string[]
}

/** Of each copy of a card. Nobody else has the answers that it is filled for. */
const kept = new WeakMap<Cacheable, CardCopy>()

/** The cache key: identical cards share it, whatever other parameters their addresses have. */
export function keyOfCard({ noun, name, asked }: OwnAddress, look: CardLook): string {
  const { language, theme, size } = look
  const { counterpoints, opinions, since = '' } = choiceOf(asked)
  const path = `/embed/${noun}/${name}`
  return [path, language, theme, size, counterpoints, opinions, since].join(' ')
}

/** @throws {DomainError} `not-found`; `gone` or `legally-withheld` if its words were removed */
export async function makeCard(db: Db, own: OwnAddress, look: CardLook): Promise<Rendered> {
  return rendering(db, (db) => (own.noun === 'claims' ? claimCard : storyCard)(db, own, look))
}

/** What embedders ask about the card, from its copy if there is one. */
export async function findCardCopy(
  c: Context<HttpEnv>,
  cache: AnswerCache,
  db: Db,
  own: OwnAddress,
  look: CardLook,
): Promise<{ readonly card: CardCopy; readonly ids: Rendered['ids'] }> {
  const make = () => makeCard(db, own, look)
  const { answer, ids } = await copyOf(c, cache, keyOfCard(own, look), make)
  const card = kept.get(answer)
  if (!card) throw new Error('This copy is of no card.')
  return { card, ids }
}

async function claimCard(db: Db, { name, asked }: OwnAddress, look: CardLook): Promise<Cacheable> {
  if (!isId(name)) throw notFound()
  const card = await loadClaimCard(db, name, look.language, choiceOf(asked))
  const html = await renderClaimCard(card, look)
  return copy(html, look, embeddedClaim(card, look), keysOfClaimCard(card))
}

async function storyCard(db: Db, { name, asked }: OwnAddress, look: CardLook): Promise<Cacheable> {
  const card = await loadStoryCard(db, name, look.language)
  const html = await renderStoryCard(card, look, choiceOf(asked))
  return copy(html, look, embeddedStory(card, look), keysOfStory(card.story))
}

/** Other fonts and browsers round otherwise, and a frame that is too low cuts its card. */
const sparePx = 3

function copy(
  html: string,
  { language }: CardLook,
  embedded: Embedded,
  keys: readonly string[],
): Cacheable {
  const answer = cacheable(html, { language, policy: cardPolicy, keys })
  const heights = heightsOf(html, cardStyle)
  const heightAt = (width: number) => Math.ceil(heights(width)) + sparePx
  kept.set(answer, { ...embedded, keys, heightAt })
  return answer
}
