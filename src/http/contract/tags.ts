/** The chapters of the API reference, in reading order. */
export const tags = {
  claims: 'What one source asserts in a citable document, and where it stands on the record.',
  counterpoints: 'Claims that rebut, undercut or qualify another, seen from the claim they answer.',
  links: 'Typed relations from a claim to a claim or to a link.',
  reports: 'Citable documents, and what in them was answered.',
  sources: 'Parties that speak or are spoken of.',
  stories: 'Named sets of claims.',
  lookup: 'Is this disputed?',
  record: 'The whole record: its events, import and export.',
  vocabulary: 'The words the record uses.',
  keys: 'Who may write, and how far.',
  service: 'Whether the service is up.',
} as const

export type Tag = keyof typeof tags
