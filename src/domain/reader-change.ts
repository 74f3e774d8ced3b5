/** What may change for a reader of a claim besides its status, in the order in which to tell it. */
export const readerChanges = [
  'answersAdded',
  'answersWithdrawn',
  'answersReplaced',
  'answersDropped',
  'answersCorrected',
  'confirmationsAdded',
  'reasonsAdded',
  'quotesAdded',
  'quotesCorrected',
  'wordsCorrected',
  'pointsChanged',
  'translationsChanged',
  'detailsCorrected',
] as const
export type ReaderChange = (typeof readerChanges)[number]

/** What may differ between two moments, either of which a reader may look at. */
export const comparedChanges = [...readerChanges, 'answersRemoved', 'quotesRemoved'] as const
export type ComparedChange = (typeof comparedChanges)[number]
