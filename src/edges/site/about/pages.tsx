import type { DataLicense } from '../../../domain/data-license.ts'
import { Page } from '../../../html/page/page.tsx'
import { ServiceTags } from '../../../html/page/service-tags.tsx'
import { OperatorLine } from '../../../html/page/operator.tsx'
import type { Place } from '../../../html/page/place.tsx'
import { Terms } from '../../../html/page/terms.tsx'
import { aboutWords } from './about-words.ts'
import { dataWords } from './data-words.ts'
import { Parts } from './prose.tsx'

/** What this record is, and what it does not say. */
export function AboutPage({ place }: { readonly place: Place }) {
  const { language } = place
  const { title, lead, parts, ...said } = aboutWords[language]
  return (
    <Page
      language={language}
      title={`${title} · Counterpoint`}
      place={place}
      isWide
      head={<ServiceTags place={place} title={title} description={lead} />}
    >
      <Lead title={title} lead={lead} />
      <Parts parts={parts} language={language}>
        {place.operator && (
          <section class="sec prose" id="operator">
            <div class="side">
              <h2>{said.operator}</h2>
            </div>
            <div class="body">
              <OperatorLine operator={place.operator} language={language} />
              <p>{said.operatorAbout}</p>
            </div>
          </section>
        )}
      </Parts>
    </Page>
  )
}

interface DataPageProps {
  readonly place: Place
  readonly license: DataLicense | undefined
}

/** How to get the record as data, and on which terms. */
export function DataPage({ place, license }: DataPageProps) {
  const { language } = place
  const { title, lead, parts, terms } = dataWords[language]
  return (
    <Page
      language={language}
      title={`${title} · Counterpoint`}
      place={place}
      isWide
      head={<ServiceTags place={place} title={title} description={lead} />}
    >
      <Lead title={title} lead={lead} />
      <Parts parts={parts} language={language}>
        <section class="sec prose">
          <div class="side">
            <h2>{terms}</h2>
          </div>
          <div class="body">
            <Terms license={license} language={language} />
          </div>
        </section>
      </Parts>
    </Page>
  )
}

function Lead({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <header class="lead">
      <h1>{title}</h1>
      <p class="reason">{lead}</p>
    </header>
  )
}

const termsTitles = { en: 'Terms of the data', ko: '데이터 이용 조건' }

export function TermsPage({ license, place }: DataPageProps) {
  const { language } = place
  return (
    <Page language={language} title={termsTitles[language]} place={place}>
      <h1>{termsTitles[language]}</h1>
      <Terms license={license} language={language} />
    </Page>
  )
}
