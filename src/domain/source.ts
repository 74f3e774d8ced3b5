import { z } from 'zod'
import { affiliationRelations, sourceKinds } from './kinds.ts'
import { language } from './language.ts'
import { distinct, list } from './lists.ts'
import { chosenSlug, id, reference } from './references.ts'
import { line, textMax } from './text.ts'
import { webAddress } from './url.ts'
import { spanOf, worldDate } from './world-date.ts'
import { isCertainlyEarlier, worldTimeOf } from './world-time.ts'

const affiliation = z
  .strictObject({
    relation: z.enum(affiliationRelations),
    source: reference,
    from: worldDate.nullable().default(null),
    to: worldDate.nullable().default(null),
  })
  .refine(({ from, to }) => !endsBeforeItBegins(from, to), {
    message: 'The affiliation ends before it begins: correct "from" or "to".',
    path: ['to'],
    params: { code: 'affiliation-ends-before-it-begins' },
  })
  .meta({ id: 'NewAffiliation' })

/** Overlapping dates and open ends pass; a date that does not exist has a fault of its own. */
function endsBeforeItBegins(from: string | null, to: string | null): boolean {
  const isRefused = [from, to].some((date) => date !== null && spanOf(date) === undefined)
  return !isRefused && isCertainlyEarlier(worldTimeOf(to), worldTimeOf(from))
}

/** How many affiliations a source has at most. */
export const affiliationsMax = 100

/** A source, as entered: a party that speaks or is spoken of. */
export const newSource = z
  .strictObject({
    id: id.optional(),
    slug: chosenSlug.optional(),
    kind: z.enum(sourceKinds),
    name: line(textMax.name),
    names: distinct(
      z.strictObject({ lang: language, name: line(textMax.name) }),
      100,
      ({ lang }) => lang,
    ).default([]),
    aliases: distinct(line(textMax.name), 100, (alias) => alias).default([]),
    url: webAddress.nullable().default(null),
    wikidataId: z
      .string()
      .regex(/^Q[1-9]\d{0,15}$/, 'Send a Wikidata item, for example "Q2283".')
      .nullable()
      .default(null),
    affiliations: list(affiliation, affiliationsMax).default([]),
  })
  .meta({ id: 'NewSource' })
export type NewSource = z.output<typeof newSource>
