import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { FacetName } from '../domain/facets.ts'
import { id } from '../domain/references.ts'
import type { Db } from '../store/database/db.ts'
import type { ClaimCounts, FacetCounts } from '../store/facets/count-claims.ts'
import { loadNamedValues, type NamedValue } from '../store/facets/named-values.ts'
import { removableText } from './common.ts'

const counted = {
  count: z.int(),
  more: z.boolean().meta({ description: 'Whether there may be more than were counted.' }),
}

const facetView = z
  .object({
    values: z
      .array(
        z.object({
          value: z
            .string()
            .meta({ description: 'As the filter takes it: a word, a year or a slug.' }),
          id: id.optional().meta({ description: 'Of a source or a story.' }),
          name: removableText.optional().meta({ description: 'Of a source or a story.' }),
          ...counted,
        }),
      )
      .meta({ description: 'The most frequent values, at most 20.' }),
    others: z.int().meta({ description: 'How many further values were counted.' }),
  })
  .meta({ id: 'Facet' })

/** Extra fields of lists of claims. */
export const countFields = {
  count: z
    .object(counted)
    .meta({
      id: 'Count',
      description:
        'How many claims match. It is exact up to 10,000; beyond that it is 10,000, or less if other filters leave few of the claims with a common word, and `more` is true.',
    })
    .optional(),
  facets: z
    .object({
      status: facetView.optional(),
      speaker: facetView.optional(),
      subject: facetView.optional(),
      year: facetView.optional(),
      language: facetView.optional(),
      story: facetView.optional(),
      kind: facetView.optional(),
    })
    .meta({
      description:
        'How many of the claims that match have each value. If more match than were counted, these are counts of those: others may have the value, too.',
    })
    .optional(),
  countedUpTo: z.int().nullable().optional().meta({
    description:
      'The last event that the counts know of, if a job made them: without filters, those of a large record are made again every minute while it changes. null: they are of this moment.',
  }),
}

/** Facets whose values are ids. */
const named: ReadonlySet<FacetName> = new Set(['speaker', 'subject', 'story'])

/** The counts of a list as its answer has them. */
export async function presentCounts(
  db: Db,
  { count, isMore, facets, seq }: ClaimCounts,
  language: DisplayLanguage,
) {
  const idsIn = (...of: readonly FacetName[]) => [
    ...new Set(of.flatMap((name) => facets.get(name)?.values.map(({ value }) => value) ?? [])),
  ]
  const names = await loadNamedValues(
    db,
    { sources: idsIn('speaker', 'subject'), stories: idsIn('story') },
    language,
  )
  const shown = [...facets].map(
    ([name, each]) => [name, viewFacet(name, each, isMore, names)] as const,
  )
  return {
    count: { count, more: isMore },
    ...(facets.size > 0 && { facets: Object.fromEntries(shown) }),
    countedUpTo: seq,
  }
}

function viewFacet(
  name: FacetName,
  { values, others }: FacetCounts,
  more: boolean,
  names: ReadonlyMap<string, NamedValue>,
) {
  const shown = values.flatMap(({ value, count }) => {
    if (!named.has(name)) return [{ value, count, more }]
    const thing = names.get(value)
    // Voided stories are not counted.
    return thing ? [{ value: thing.slug, id: thing.id, name: thing.name, count, more }] : []
  })
  return { values: shown, others }
}
