import { z } from 'zod'
import { language } from './language.ts'
import { distinct } from './lists.ts'
import { chosenSlug, id, reference } from './references.ts'
import { line, textMax } from './text.ts'

/** A named set of claims, as entered. */
export const newStory = z
  .strictObject({
    id: id.optional(),
    slug: chosenSlug.optional(),
    title: line(textMax.title),
    titles: distinct(
      z.strictObject({ lang: language, title: line(textMax.title) }),
      100,
      ({ lang }) => lang,
    ).default([]),
    claims: distinct(reference, 5000, (claim) => claim).default([]),
  })
  .meta({ id: 'NewStory' })
export type NewStory = z.output<typeof newStory>
