/** What the check of a draft may find in it. None of these says that anything is true or false. */
export const findingCodes = [
  'withdrawn-cited',
  'corrected-cited',
  'answer-missing',
  'figure-drift',
  'quote-not-found',
  'hearsay-dropped',
  'only-relay',
] as const
export type FindingCode = (typeof findingCodes)[number]
