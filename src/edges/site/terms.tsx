import type { DataLicense } from '../../domain/data-license.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { cardWords } from '../../html/words.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'

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

const titles = { en: 'Terms of the data', ko: '데이터 이용 조건' }

interface TermsPageProps extends Pick<TermsProps, 'license'> {
  readonly place: Place
}

export function TermsPage({ license, place }: TermsPageProps) {
  const { language } = place
  return (
    <Page language={language} title={titles[language]} place={place}>
      <h1>{titles[language]}</h1>
      <Terms license={license} language={language} />
    </Page>
  )
}
