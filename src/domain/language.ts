import { basicFilter } from 'bcp-47-match'
import { z } from 'zod'
import { refuse } from './text.ts'

/** A BCP 47 tag in its canonical form, so that one language has one spelling. */
export const language = z
  .string()
  .max(35, 'A language tag has at most 35 characters.')
  .superRefine((value, context) => {
    const canonical = canonicalTag(value)
    if (canonical === value) return
    const message = canonical
      ? `Write this language as "${canonical}".`
      : 'Send a BCP 47 language tag, such as "ko" or "en".'
    refuse(context, { code: 'bad-language', message })
  })
  .meta({ id: 'Language', description: 'A BCP 47 language tag.', example: 'ko' })

/**
 * A language range (RFC 4647), in canonical form: a tag in any case, which also matches longer
 * tags, or `*` for all.
 */
export const languageRange = z
  .string()
  .max(35, 'A language range has at most 35 characters.')
  .transform((value, context) => {
    if (value === '*') return value
    const canonical = canonicalTag(value)
    if (canonical?.toLowerCase() === value.toLowerCase()) return canonical
    const message = canonical
      ? `Write this language as "${canonical}".`
      : 'Send BCP 47 language tags, as "ko" or "en-US", or "*".'
    refuse(context, { code: 'bad-language', message })
    return z.NEVER
  })
  .meta({ description: 'A language range (RFC 4647): "ko" finds "ko-KR" too.', example: 'ko' })

/** Whether a tag matches a range by basic filtering (RFC 4647 §3.3.1): equal to it, or longer. */
export function isOfLanguage(tag: string, range: string): boolean {
  return basicFilter(tag, range).length > 0
}

/** The first subtag of a tag: its language without region or script. */
export function primaryLanguage(tag: string): string {
  const [primary = tag] = tag.split('-', 1)
  return primary.toLowerCase()
}

/** The item in exactly this language, otherwise the first one in any variety of it. */
export function findInLanguage<T extends { readonly lang: string }>(
  items: readonly T[],
  range: string,
): T | undefined {
  return (
    items.find(({ lang }) => lang === range) ?? items.find(({ lang }) => isOfLanguage(lang, range))
  )
}

/** The translation that a reader of a language is shown; undefined if it is the original. */
export function translationFor<T extends { readonly lang: string }>(
  { lang, texts }: { readonly lang: string; readonly texts: readonly T[] },
  language: string,
): T | undefined {
  return isOfLanguage(lang, language) ? undefined : findInLanguage(texts, language)
}

/** The canonical form of a tag, even if a program wrote "zh_TW" or "EN". */
function canonicalTag(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
