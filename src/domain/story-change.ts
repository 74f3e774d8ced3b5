/** What may change in a story, in the order in which to tell what one write changed. */
export const storyChanges = [
  'titleChanged',
  'claimAdded',
  'claimRemoved',
  'claimAmended',
  'answerAdded',
  'statusChanged',
  'reasonsChanged',
] as const
export type StoryChange = (typeof storyChanges)[number]
