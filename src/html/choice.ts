import { isInterval, startOf } from '../domain/world-date.ts'
import type { CardChoice } from '../views/claim-card.ts'
import { themes, type Theme } from './look.ts'

/** What whoever embeds a card may say of it in the query of its address. */
export const cardParameters = ['lang', 'theme', 'counterpoints', 'since'] as const
export type Asked = (name: (typeof cardParameters)[number]) => string | undefined

export const counterpointsMax = 5
export const counterpointsByDefault = 3

/**
 * A card stands in an article that nobody will correct for it: what a parameter does not say in a
 * way we know is as if it were not there.
 */
export function choiceOf(asked: Asked): CardChoice {
  const count = asked('counterpoints')
  const since = asked('since')
  return {
    counterpoints:
      count !== undefined && /^\d$/.test(count)
        ? Math.min(Number(count), counterpointsMax)
        : counterpointsByDefault,
    since: since !== undefined && isMoment(since) ? since : undefined,
  }
}

function isMoment(date: string): boolean {
  return startOf(date) !== undefined && !isInterval(date)
}

export function themeOf(asked: Asked): Theme {
  return themes.find((theme) => theme === asked('theme')) ?? 'auto'
}

/** An address with what was chosen of the card, and nothing else that was asked for. */
export function withChoice(address: string, asked: Asked): string {
  const url = new URL(address)
  for (const name of cardParameters) {
    const value = asked(name)
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}
