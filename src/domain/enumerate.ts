import type { DisplayLanguage } from './display-language.ts'

/** How many things a sentence names before it counts the rest. */
export const namedMax = 3

/** How many cites it quotes. */
export const quotedMax = 2

/**
 * Lists names: "A, B and C", "A, B, C and 2 more"; "A, B, C 외 2곳". `unnamed` is the number of
 * further things whose names are not given.
 */
export function enumerate(names: readonly string[], lang: DisplayLanguage, unnamed = 0): string {
  const named = names.slice(0, namedMax)
  const more = names.length - named.length + unnamed
  return inRow[lang](named, more)
}

const inRow: Readonly<Record<DisplayLanguage, (named: readonly string[], more: number) => string>> =
  {
    en: (named, more) => {
      const parts = more > 0 ? [...named, `${more} more`] : named
      const last = parts.at(-1) ?? ''
      return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
    },
    ko: (named, more) => named.join(', ') + (more > 0 ? ` 외 ${more}곳` : ''),
  }
