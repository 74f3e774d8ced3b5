import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { partsOfNames } from '../../../queries/values.ts'
import type { ClaimFilters } from '../../../store/claim-filters.ts'
import type { Db } from '../../../store/database/db.ts'
import { loadNamedValues } from '../../../store/facets/named-values.ts'
import { valuesOf, type Pairs } from './address.ts'

/** What the values of a filter name, by the value as it was sent. */
export type NamesOfValues = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Filters that name sources or stories, and what holds their ids. */
const naming = {
  source: 'speaker',
  about: 'about',
  responseFrom: 'responseFrom',
  quotedSource: 'quotedSource',
  story: 'story',
} as const

/**
 * The names of sources and stories that were sent by slug, id or alias. Where several values name the
 * same thing, they stay as sent.
 */
export async function loadNames(
  db: Db,
  sent: Pairs,
  filters: ClaimFilters,
  language: DisplayLanguage,
): Promise<NamesOfValues> {
  const pairs = Object.entries(naming).flatMap(([name, filter]) => {
    const ids = filters[filter] ?? []
    const values = splitLike(valuesOf(sent, name), ids.length)
    return values ? [{ name, values, ids }] : []
  })
  const idsOf = (isStory: boolean) =>
    pairs.flatMap(({ name, ids }) => ((name === 'story') === isStory ? ids : []))
  const [sources, stories] = [idsOf(false), idsOf(true)]
  if (sources.length + stories.length === 0) return new Map()
  const named = await loadNamedValues(db, { sources, stories }, language)
  return new Map(
    pairs.map(({ name, values, ids }) => {
      const known = values.flatMap((value, index) => {
        const found = named.get(ids[index] ?? '')?.name
        return typeof found === 'string' ? [[value, found] as const] : []
      })
      return [name, new Map(known)]
    }),
  )
}

/** The values of a filter, split at commas if only then there are so many. */
function splitLike(values: readonly string[], count: number): readonly string[] | undefined {
  if (values.length === 0) return undefined
  if (values.length === count) return values
  const parts = values.flatMap(partsOfNames)
  return parts.length === count ? parts : undefined
}
