/** What may change for a reader of a claim besides its status, in the order in which to tell it. */
export const readerChanges = [
  'answersAdded',
  'answersWithdrawn',
  'answersReplaced',
  'answersDropped',
  'answersCorrected',
  'answersReread',
  'answersRemoved',
  'confirmationsAdded',
  'confirmationsTakenBack',
  'confirmationsRemoved',
  'reasonsAdded',
  'quotesAdded',
  'quotesCorrected',
  'quotesRemoved',
  'wordsCorrected',
  'pointsChanged',
  'translationsChanged',
  'detailsCorrected',
] as const
export type ReaderChange = (typeof readerChanges)[number]
