import { z } from 'zod'
import { citationList, newCitation } from './citation.ts'
import { figure } from './figure.ts'
import { claimKinds } from './kinds.ts'
import { language } from './language.ts'
import { distinct } from './lists.ts'
import { newPoints } from './points.ts'
import { id, reference } from './references.ts'
import { refuse, text, textMax } from './text.ts'
import { refuseOriginal, translations } from './translation.ts'
import { worldDate } from './world-date.ts'

export const claimFields = {
  id: id.optional(),
  kind: z.enum(claimKinds),
  speaker: reference.nullable().meta({
    description: 'Who vouches for the sentence; null if no source names the speaker.',
  }),
  about: distinct(reference, 100, (about) => about),
  text: text(textMax.prose),
  lang: language,
  texts: translations(text(textMax.prose), 50),
  assertedAt: worldDate
    .nullable()
    .meta({ description: 'When it was asserted; null if nobody knows.' }),
  points: newPoints.default([]),
  figure: figure.nullable().default(null),
  rating: text(textMax.name).nullable().default(null),
  citations: citationList(newCitation),
}

/**
 * One source's assertion, as entered. `about` is required, so that `[]` is deliberate. The value of
 * a figure may be added later.
 */
export const newClaim = z
  .strictObject(claimFields)
  .superRefine(requireOneSense)
  .meta({ id: 'NewClaim' })
export type NewClaim = z.output<typeof newClaim>

/** How long its words and all translations are together at most, in UTF-16 units. */
const wordsMax = 30_000

/** Only a figure may have a figure, and a translation must be into another language. */
export function requireOneSense(
  {
    kind,
    figure,
    text,
    lang,
    texts,
    points,
  }: Pick<
    z.output<z.ZodObject<typeof claimFields>>,
    'kind' | 'figure' | 'text' | 'lang' | 'texts' | 'points'
  >,
  context: z.RefinementCtx,
): void {
  if (kind !== 'figure' && figure !== null) {
    const message = 'Only a claim of kind figure has a figure.'
    context.addIssue({ code: 'custom', path: ['figure'], params: { code: 'figure' }, message })
  }
  refuseOriginal(context, lang, texts)
  for (const [index, point] of points.entries())
    refuseOriginal(context, lang, point.texts, ['points', index, 'texts'])
  const translated = [...texts, ...points.flatMap((point) => point.texts)]
  const length = [text, ...translated.map((each) => each.text)].join('').length
  if (length > wordsMax)
    refuse(context, {
      code: 'too-long',
      message: `The words and their translations have ${length.toLocaleString('en')} characters together; they may have ${wordsMax.toLocaleString('en')}.`,
    })
}
