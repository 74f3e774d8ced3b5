import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Aspect } from '../domain/kinds.ts'

/** What an answer is about. */
export const aspectWords: Readonly<Record<DisplayLanguage, Readonly<Record<Aspect, string>>>> = {
  en: {
    existence: 'whether it is so',
    quantity: 'the number',
    scope: 'the scope',
    timing: 'the timing',
    attribution: 'who it comes from',
    significance: 'what it means',
  },
  ko: {
    existence: '사실 여부',
    quantity: '수치',
    scope: '범위',
    timing: '시점',
    attribution: '출처',
    significance: '의미',
  },
}

/** The aspects that a claim is about itself; an answer to another one leaves the claim open. */
const own: ReadonlySet<Aspect> = new Set(['existence', 'quantity'])

export function isOtherPoint(aspect: Aspect | null): aspect is Aspect {
  return aspect !== null && !own.has(aspect)
}
