import { z } from 'zod'
import type { DisplayLanguage, Phrase } from './display-language.ts'
import { text, textMax } from './text.ts'

/** Why words were removed: withheld by law, or erased for privacy. */
export const grounds = ['withheld', 'erased'] as const
export type Ground = (typeof grounds)[number]

/** A request to remove all words of an object. */
export const newRedaction = z
  .strictObject({
    ground: z.enum(grounds).meta({
      description: '`withheld` by law, answered 451; `erased` for privacy, answered 410.',
    }),
    statement: text(textMax.note).nullable().default(null).meta({
      description: 'The public statement; if words are withheld by law, it says by what demand.',
    }),
  })
  .superRefine(({ ground, statement }, context) => {
    if (ground !== 'withheld' || statement !== null) return
    const message = 'Say by what demand the words are withheld.'
    context.addIssue({ code: 'custom', path: ['statement'], params: { code: 'missing' }, message })
  })
  .meta({ id: 'NewRedaction' })
export type NewRedaction = z.output<typeof newRedaction>

/** Replaces a removed name in a sentence. */
const removedName: Phrase = { en: 'a source whose name was removed', ko: '이름이 삭제된 출처' }

/** A name for a sentence, or its replacement. */
export function nameOrRemoved(name: string | null, lang: DisplayLanguage): string {
  return name ?? removedName[lang]
}

/** The replacement of a name that begins a line. */
export function removedNameFirst(lang: DisplayLanguage): string {
  const name = removedName[lang]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Replaces a slug that was made of words. */
export function redactedSlug(id: string): string {
  return `redacted-${id.replaceAll('-', '')}`
}

/** Reserved slugs: each belongs to one object, in case its words are removed. */
export function isReservedSlug(slug: string): boolean {
  return /^redacted-[0-9a-f]{32}$/.test(slug)
}
