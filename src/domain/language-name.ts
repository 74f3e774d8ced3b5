import type { DisplayLanguage } from './display-language.ts'

/** Made once: it takes as long as the rest of a sentence. */
const names: Readonly<Record<DisplayLanguage, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
  ko: new Intl.DisplayNames(['ko'], { type: 'language' }),
}

/** "Korean", "한국어"; the tag itself if the language has no name. */
export function languageName(tag: string, language: DisplayLanguage): string {
  return names[language].of(tag) ?? tag
}
