import type { DisplayLanguage } from '../domain/display-language.ts'
import { findInLanguage, translationFor } from '../domain/language.ts'
import { unnamedSpeaker } from '../domain/unnamed-speaker.ts'
import type { ClaimView } from '../views/claim.ts'
import type { StoryView } from '../views/story.ts'
import { nameInline } from '../sentences/quotation.ts'
import { cardWords } from './words.ts'

/** A text and its language, if the record has it. */
export interface Wording {
  readonly text: string
  readonly lang: string | undefined
}

/** The words of a claim for one reader: in the reader's language if available, and verbatim. */
export interface ReaderWords extends Wording {
  /** Who translated them; undefined if they are the speaker's own. */
  readonly by: 'human' | 'machine' | undefined
  readonly original: { readonly text: string; readonly lang: string }
}

/** Words that a redaction may have removed. */
interface Removable {
  readonly text: string | null
  readonly lang: string
  readonly texts: ClaimView['texts']
}

export function readerWords(
  { text, lang, texts }: Removable,
  language: DisplayLanguage,
): ReaderWords {
  if (text === null) {
    const removed = { text: cardWords(language).removed, lang: language }
    return { ...removed, by: undefined, original: removed }
  }
  const original = { text, lang }
  const translated = translationFor({ lang, texts }, language)
  return translated ? { ...translated, original } : { ...original, by: undefined, original }
}

/** A name in front of or within our own words, quoted if it could be taken for them. */
export function readerName(
  { name }: { readonly name: string | null },
  language: DisplayLanguage,
): string {
  return name === null ? cardWords(language).removed : nameInline(name, language)
}

/** The speaker, or a note that nobody is named. */
export function readerSpeaker(
  { speaker }: Pick<ClaimView, 'speaker'>,
  language: DisplayLanguage,
): string {
  return speaker ? readerName(speaker, language) : unnamedSpeaker[language]
}

/** The title of a story in the reader's language, if it has one. */
export function storyTitle(
  { title, titles }: { readonly title: string | null; readonly titles: StoryView['titles'] },
  language: DisplayLanguage,
): Wording {
  const translated = findInLanguage(titles, language)
  return translated
    ? { text: translated.title, lang: translated.lang }
    : { text: title ?? cardWords(language).removed, lang: undefined }
}

/**
 * The language of a title, where its letters tell it: citations do not say in which language a report
 * is, and no other language is written in Hangul.
 */
export function languageOfTitle(title: string | null): string | undefined {
  return title !== null && /\p{sc=Hangul}/u.test(title) ? 'ko' : undefined
}
