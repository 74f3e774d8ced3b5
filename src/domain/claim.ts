import { z } from 'zod'
import { newCitation } from './citation.ts'
import { figure } from './figure.ts'
import { claimKinds } from './kinds.ts'
import { language } from './language.ts'
import { distinct } from './lists.ts'
import { id, reference } from './references.ts'
import { refuse, text, textMax } from './text.ts'
import { worldDate } from './world-date.ts'

export const translators = ['human', 'machine'] as const

/** How words came to be that are not the speaker's own: from which language, and by whom. */
export interface Translated {
  readonly from: string
  readonly by: (typeof translators)[number]
}

/** Which translation of a claim's words there is; the words themselves stand apart. */
export interface Translation {
  lang: string
  by: (typeof translators)[number]
}

export const claimFields = {
  id: id.optional(),
  kind: z.enum(claimKinds),
  speaker: reference.nullable().meta({
    description: 'Who vouches for the sentence; null where no source names the speaker.',
  }),
  about: distinct(reference, 100, (about) => about),
  text: text(textMax.prose),
  lang: language,
  texts: distinct(
    z.strictObject({ lang: language, text: text(textMax.prose), by: z.enum(translators) }),
    50,
    ({ lang }) => lang,
  ).default([]),
  assertedAt: worldDate
    .nullable()
    .meta({ description: 'When it was asserted; null where nobody knows.' }),
  figure: figure.nullable().default(null),
  rating: text(textMax.name).nullable().default(null),
  citations: z.array(newCitation).max(100, 'At most 100 of them.').default([]),
}

/**
 * One source's assertion, as it is entered. `about` must be given; `[]` only deliberately. The
 * structured value of a figure may be filled in later.
 */
export const newClaim = z
  .strictObject(claimFields)
  .superRefine(requireOneSense)
  .meta({ id: 'NewClaim' })
export type NewClaim = z.output<typeof newClaim>

/** Only a figure has a figure, and a translation is into another language. */
export function requireOneSense(
  {
    kind,
    figure,
    lang,
    texts,
  }: Pick<z.output<z.ZodObject<typeof claimFields>>, 'kind' | 'figure' | 'lang' | 'texts'>,
  context: z.RefinementCtx,
): void {
  if (kind !== 'figure' && figure !== null) {
    const message = 'Only a claim of kind figure has a figure.'
    context.addIssue({ code: 'custom', path: ['figure'], params: { code: 'figure' }, message })
  }
  if (texts.some((translation) => translation.lang === lang))
    refuse(context, {
      code: 'repeated',
      message: 'A translation has the language of the original.',
    })
}
