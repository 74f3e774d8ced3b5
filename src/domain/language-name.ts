import type { DisplayLanguage } from './display-language.ts'

/** "Korean", "한국어"; the tag itself if the language has no name. */
export function languageName(tag: string, language: DisplayLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
}
