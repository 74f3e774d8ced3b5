/** The languages of our own words: labels, explanations, pages. */
export const displayLanguages = ['en', 'ko'] as const
export type DisplayLanguage = (typeof displayLanguages)[number]

/** What each display language calls itself. */
export const languageNames: Phrase = { en: 'English', ko: '한국어' }

/** One of our own phrases in every display language. */
export type Phrase = Readonly<Record<DisplayLanguage, string>>
