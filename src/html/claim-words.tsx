import type { DisplayLanguage } from '../domain/display-language.ts'
import { firstWordsMax, shortened } from '../sentences/quotation.ts'
import { prefixShown } from '../sentences/standing/title.ts'
import type { SearchTerm } from '../domain/search/terms.ts'
import type { ClaimView } from '../views/claim.ts'
import { FoundWords } from './found-words.tsx'
import { readerWords, type Wording } from './reader-words.ts'
import { isClosed } from './status.tsx'

/**
 * How many characters of a text a card shows. It is not meant for reading pages; the link leads to
 * the rest.
 */
export const cardTextMax = {
  original: 1500,
  translation: 600,
  item: 280,
  compact: 160,
  /** The first words of an answer. */
  answer: firstWordsMax,
}

interface WordsProps {
  readonly words: Wording
  /** By default, the words are shown in full. */
  readonly max?: number
  readonly isStruck?: boolean
  /** What was searched for, to be marked. */
  readonly terms?: readonly SearchTerm[] | undefined
}

/** Words of the record, in their own language and direction. */
export function Words({ words: { text, lang }, max, isStruck = false, terms = [] }: WordsProps) {
  const shown = terms.length > 0 ? <FoundWords {...{ text, terms, max }} /> : cut(text, max)
  return (
    <span class="words" lang={lang} dir="auto">
      {isStruck ? <s>{shown}</s> : shown}
    </span>
  )
}

function cut(text: string, max: number | undefined): string {
  return max === undefined ? text : shortened(text, max)
}

interface ClaimWordsProps {
  readonly claim: Pick<ClaimView, 'text' | 'lang' | 'texts' | 'standing' | 'statusGroup'>
  readonly language: DisplayLanguage
  readonly max?: number
  readonly terms?: WordsProps['terms']
}

/**
 * The words of a claim as a heading or a link, which may be all that somebody reads. A claim that is
 * closed or contested says so first.
 */
export function ClaimWords({ claim, language, max, terms }: ClaimWordsProps) {
  const prefix = prefixShown(claim.standing.prefix, claim.text, language)
  const words = claim.text !== null && (
    <Words
      words={readerWords(claim, language)}
      isStruck={isClosed(claim)}
      terms={terms}
      {...(max !== undefined && { max })}
    />
  )
  if (prefix === null) return <>{words}</>
  return (
    <>
      <span class="prefix">{prefix} </span>
      {words}
    </>
  )
}
