import type { DataLicense } from '../../domain/data-license.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { cardWords } from '../words.ts'

interface TermsProps {
  readonly license: DataLicense | undefined
  readonly language: DisplayLanguage
}

/** The licence of the data, or a sentence saying that no terms are stated. */
export function Terms({ license, language }: TermsProps) {
  const { terms, noTerms } = cardWords(language).page
  if (!license) return <p>{noTerms}</p>
  return (
    <p>
      {terms}{' '}
      <a rel="license" href={license.url}>
        {license.name}
      </a>
    </p>
  )
}
