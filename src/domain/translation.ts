import { z } from 'zod'
import { language } from './language.ts'
import { distinct } from './lists.ts'
import { refuse } from './text.ts'

export const translators = ['human', 'machine'] as const
export type Translator = (typeof translators)[number]

/** How words were translated: from which language, and by whom. */
export interface Translated {
  readonly from: string
  readonly by: Translator
}

/** Describes a translation of words; the words themselves are stored separately. */
export type Translation = { lang: string; by: Translator }

/** Words in another language, and who translated them. */
export type TranslatedText = Readonly<Translation> & { readonly text: string }

/** Translations of a text as sent, one for each language. */
export function translations(text: z.ZodType<string>, max: number) {
  return distinct(
    z.strictObject({ lang: language, text, by: z.enum(translators) }),
    max,
    ({ lang }) => lang,
  ).default([])
}

/** A translation must be into another language. */
export function refuseOriginal(
  context: z.RefinementCtx,
  original: string,
  texts: readonly Pick<Translation, 'lang'>[],
  path: readonly (string | number)[] = [],
): void {
  if (!texts.some(({ lang }) => lang === original)) return
  const message = 'A translation has the language of the original.'
  refuse(context, { code: 'repeated', message }, path)
}
