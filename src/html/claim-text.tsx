import type { DisplayLanguage } from '../domain/display-language.ts'
import { languageName } from '../domain/language-name.ts'
import type { ClaimView } from '../views/claim.ts'
import { cardTextMax, ClaimWords } from './claim-words.tsx'
import { Words } from './recorded/words.tsx'
import { readerWords } from './reader-words.ts'
import { CardLink } from './card-link.tsx'
import { isClosed } from './status.tsx'
import { WholeFigure } from './figures.tsx'
import { cardWords } from './words.ts'

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
  const shown = <ClaimWords claim={claim} language={language} {...(isCard && { max })} />
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
          <WholeFigure figure={claim.figure} lang={claim.lang} language={language} />
        </p>
      )}
    </>
  )
}
