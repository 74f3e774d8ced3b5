import type { Child } from 'hono/jsx'
import type { RecordLook } from '../../../html/look.ts'
import { Page } from '../../../html/page/page.tsx'
import { canonicalOf, type Place } from '../../../html/page/place.tsx'
import { frameWords } from '../../../html/page/frame-words.ts'
import { voidedStanding } from '../../../sentences/standing/read.ts'
import { cardWords } from '../../../html/words.ts'

interface ObjectPageProps {
  readonly title: string
  /** Whether it is an entry error, which its title must say first. */
  readonly isVoided?: boolean
  /** For search engines and previews of the link. */
  readonly description: string
  readonly place: Place
  /** Its path in the API. */
  readonly data: string
  readonly look: RecordLook
  readonly children: Child
}

/** The page of a source, a report, a link or an event. */
export function ObjectPage(props: ObjectPageProps) {
  const { isVoided = false, description, place, data, look, children } = props
  const { language, dataLicense } = look
  const title = isVoided ? `[${voidedStanding(language).prefix}] ${props.title}` : props.title
  return (
    <Page
      language={language}
      title={title}
      place={place}
      isWide
      head={
        <>
          <link rel="alternate" type="application/json" href={data} title={title} />
          <meta name="description" content={description} />
          <meta property="og:type" content="website" />
          <meta property="og:site_name" content="Counterpoint" />
          <meta property="og:url" content={canonicalOf(place)} />
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description} />
        </>
      }
      footer={
        <>
          <p class="print">{canonicalOf(place)}</p>
          {dataLicense && (
            <p>
              {cardWords(language).page.terms}{' '}
              <a rel="license" href={dataLicense.url}>
                {dataLicense.name}
              </a>
            </p>
          )}
          {!dataLicense && <p>{cardWords(language).page.noTerms}</p>}
          <p>
            <a href={data}>JSON</a> ({frameWords[language].reference})
          </p>
        </>
      }
    >
      <article class="claim">{children}</article>
    </Page>
  )
}
