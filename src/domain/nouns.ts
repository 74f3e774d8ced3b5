/** The nouns that a line of a bundle, or a request of its own, enters and amends. */
export const objectNouns = ['source', 'report', 'claim', 'link', 'story'] as const
export type ObjectNoun = (typeof objectNouns)[number]

/** Everything that has an id, events and versions, can be an entry error, and may be redacted. */
export const nouns = [...objectNouns, 'citation'] as const
export type Noun = (typeof nouns)[number]
