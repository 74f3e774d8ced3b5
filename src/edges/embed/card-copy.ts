import type { Context } from 'hono'
import { found, notFound } from '../../domain/errors.ts'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import type { HttpEnv } from '../../http/contract/env.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { copyOf, rendering, renderingAll } from '../../http/cache/answer-cached.ts'
import { cacheKey } from '../../http/cache/cache-key.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import type { Cacheable, Rendered } from '../../http/contract/cached-answers.ts'
import { choiceOf } from '../../html/choice.ts'
import type { CardLook } from '../../html/look.ts'
import { loadClaimCards } from '../../views/claim-card.ts'
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
  return cacheKey('/embed', noun, name, language, theme, size, counterpoints, opinions, since)
}

/** @throws {DomainError} `not-found`; `gone` or `legally-withheld` if its words were removed */
export async function makeCard(db: Db, own: OwnAddress, look: CardLook): Promise<Rendered> {
  return rendering(db, async (db) => found((await renderCards(db, own, [look]))[0]))
}

/** What embedders ask about a card, and what was read for it. */
interface FoundCopy {
  readonly card: CardCopy
  readonly ids: Rendered['ids']
}

/**
 * What embedders ask about a card in several languages, from its copies if there are any. Those that
 * are missing are made together.
 */
export async function findCardCopies(
  c: Context<HttpEnv>,
  cache: AnswerCache,
  db: Db,
  own: OwnAddress,
  looks: readonly CardLook[],
): Promise<readonly FoundCopy[]> {
  const make = inOneGo((missing: readonly CardLook[]) =>
    renderingAll(db, (db) => renderCards(db, own, missing)),
  )
  return Promise.all(
    looks.map(async (look) => {
      const { answer, ids } = await copyOf(c, cache, keyOfCard(own, look), () => make(look))
      const card = kept.get(answer)
      if (!card) throw new Error('This copy is of no card.')
      return { card, ids }
    }),
  )
}

/** Does together what is asked for at once; what is asked for later is done by itself. */
function inOneGo<Asked, Made>(
  makeAll: (asked: readonly Asked[]) => Promise<readonly Made[]>,
): (asked: Asked) => Promise<Made> {
  let batch: { readonly asked: Asked[]; readonly making: Promise<readonly Made[]> } | undefined
  return async (one) => {
    batch ??= begin()
    const { asked, making } = batch
    const place = asked.push(one) - 1
    return found((await making)[place])
  }

  function begin() {
    const asked: Asked[] = []
    const making = Promise.resolve().then(() => {
      batch = undefined
      return makeAll(asked)
    })
    return { asked, making }
  }
}

/** Cards that differ only in how they look. */
function renderCards(
  db: Db,
  own: OwnAddress,
  looks: readonly CardLook[],
): Promise<readonly Cacheable[]> {
  return own.noun === 'claims'
    ? claimCards(db, own, looks)
    : Promise.all(looks.map((look) => storyCard(db, own, look)))
}

async function claimCards(
  db: Db,
  { name, asked }: OwnAddress,
  looks: readonly CardLook[],
): Promise<readonly Cacheable[]> {
  if (!isId(name)) throw notFound()
  const languages = looks.map(({ language }) => language)
  const cards = await loadClaimCards(db, name, languages, choiceOf(asked))
  return Promise.all(
    looks.map(async (look, place) => {
      const card = found(cards[place])
      const html = await renderClaimCard(card, look)
      return copy(html, look, embeddedClaim(card, look), keysOfClaimCard(card))
    }),
  )
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
