import type { DisplayLanguage } from '../domain/display-language.ts'
import { languageName } from '../domain/language-name.ts'
import { shortened } from '../sentences/quotation.ts'
import type { ClaimView } from '../views/claim.ts'
import { readerWords, type Wording } from './reader-words.ts'
import { CardLink } from './card-link.tsx'
import { isClosed } from './status.tsx'
import { cardTextMax } from './card-text-max.ts'
import { FigureValue } from './figure-value.tsx'
import { cardWords } from './words.ts'

interface WordsProps {
  readonly words: Wording
  /** By default, the words are shown in full. */
  readonly max?: number
  readonly isStruck?: boolean
}

/** Words of the record, in their own language and direction. */
export function Words({ words: { text, lang }, max, isStruck = false }: WordsProps) {
  const shown = max === undefined ? text : shortened(text, max)
  return (
    <span class="words" lang={lang} dir="auto">
      {isStruck ? <s>{shown}</s> : shown}
    </span>
  )
}

interface ClaimTextProps {
  readonly claim: ClaimView
  readonly language: DisplayLanguage
  /** The page with the full words, if this is not it. */
  readonly href?: string
}

/** The text of a claim on pages and cards: translated for the reader, and verbatim. */
export function ClaimText({ claim, language, href }: ClaimTextProps) {
  const said = cardWords(language)
  const words = readerWords(claim, language)
  const isStruck = isClosed(claim)
  const isCard = href !== undefined
  const max = words.by ? cardTextMax.translation : cardTextMax.original
  const shown = <Words words={words} isStruck={isStruck} {...(isCard && { max })} />
  const from = languageName(words.original.lang, language)
  return (
    <>
      <h1 class={claim.kind}>
        {href === undefined ? shown : <CardLink href={href}>{shown}</CardLink>}
      </h1>
      {words.by && (
        <p class="original">
          <small>
            {said.translation(from, words.by)}. {said.original(from)}:
          </small>{' '}
          <Words
            words={words.original}
            isStruck={isStruck}
            {...(isCard && { max: cardTextMax.original })}
          />
        </p>
      )}
      {claim.figure && (
        <p class="value">
          <FigureValue figure={claim.figure} language={language} />
        </p>
      )}
    </>
  )
}
