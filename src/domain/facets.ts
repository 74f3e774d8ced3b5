/** By what the claims of a list are counted. */
export const facetNames = [
  'status',
  'speaker',
  'subject',
  'year',
  'language',
  'story',
  'kind',
] as const
export type FacetName = (typeof facetNames)[number]

/** Counts are exact up to this many claims. */
export const countMax = 10_000

/** How many values of a facet are listed: the most frequent. */
export const valuesMax = 20
