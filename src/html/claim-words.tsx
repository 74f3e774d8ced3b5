import type { DisplayLanguage } from '../domain/display-language.ts'
import { firstWordsMax } from '../sentences/quotation.ts'
import { prefixShown } from '../sentences/standing/title.ts'
import type { ClaimView } from '../views/claim.ts'
import { readerWords } from './reader-words.ts'
import { Words, type WordsProps } from './recorded/words.tsx'
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
