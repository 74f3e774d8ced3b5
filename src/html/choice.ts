import { isInterval, startOf } from '../domain/world-date.ts'
import type { CardChoice } from '../views/claim-card.ts'
import { sizes, themes, type CardSize, type Theme } from './look.ts'

/** The query parameters by which an embedder can adapt a card. */
export const cardParameters = [
  'lang',
  'theme',
  'size',
  'counterpoints',
  'opinions',
  'since',
] as const
export type Asked = (name: (typeof cardParameters)[number]) => string | undefined

export const counterpointsMax = 5
export const counterpointsByDefault = 3

/**
 * A card is part of an article that nobody will correct for our sake, so unknown values are
 * ignored.
 */
export function choiceOf(asked: Asked): CardChoice {
  const count = asked('counterpoints')
  const since = asked('since')
  return {
    counterpoints:
      count !== undefined && /^\d$/.test(count)
        ? Math.min(Number(count), counterpointsMax)
        : counterpointsByDefault,
    opinions: asked('opinions') === 'off' ? 'off' : 'on',
    since: since !== undefined && isMoment(since) ? since : undefined,
  }
}

function isMoment(date: string): boolean {
  return startOf(date) !== undefined && !isInterval(date)
}

export function themeOf(asked: Asked): Theme {
  return themes.find((theme) => theme === asked('theme')) ?? 'auto'
}

export function sizeOf(asked: Asked): CardSize {
  return sizes.find((size) => size === asked('size')) ?? 'full'
}

/** An address with the choices for the card, and no other parameters. */
export function withChoice(address: string, asked: Asked): string {
  const url = new URL(address)
  for (const name of cardParameters) {
    const value = asked(name)
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}
