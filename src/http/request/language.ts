import { parseAccept } from 'hono/utils/accept'
import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'

export const defaultLanguage: DisplayLanguage = 'en'

/** The display language that `Accept-Language` prefers; the default if it names none of ours. */
function preferredLanguage(acceptLanguage: string | undefined): DisplayLanguage {
  for (const { type, q } of parseAccept(acceptLanguage ?? '')) {
    if (q === 0) continue
    const primary = type.toLowerCase().split('-')[0]
    const known = displayLanguages.find((language) => language === primary)
    if (known) return known
  }
  return defaultLanguage
}

/** The display language that `lang` asks for if it is one of ours, otherwise the reader's preference. */
export function languageFor(asked: unknown, acceptLanguage: string | undefined): DisplayLanguage {
  return (
    displayLanguages.find((language) => language === asked) ?? preferredLanguage(acceptLanguage)
  )
}
