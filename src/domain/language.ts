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
      : 'Send a BCP 47 language tag, as "ko" or "en".'
    refuse(context, { code: 'bad-language', message })
  })
  .meta({ id: 'Language', description: 'A BCP 47 language tag.', example: 'ko' })

function canonicalTag(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch {
    return undefined
  }
}
