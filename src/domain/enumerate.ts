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
  return inRow(names, lang, { unnamed, joint: 'and' })
}

/** The same of what is denied: "no answer by A, B or C". */
export function eachOf(names: readonly string[], lang: DisplayLanguage): string {
  return inRow(names, lang, { unnamed: 0, joint: 'or' })
}

function inRow(
  names: readonly string[],
  lang: DisplayLanguage,
  { unnamed, joint }: { readonly unnamed: number; readonly joint: 'and' | 'or' },
): string {
  const named = names.slice(0, namedMax)
  const more = names.length - named.length + unnamed
  if (lang === 'ko') return named.join(', ') + (more > 0 ? ` 외 ${more}곳` : '')
  const parts = more > 0 ? [...named, `${more} more`] : named
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${joint} ${last}` : last
}
