import type { Child } from 'hono/jsx'
import type { RecordLook } from '../../../html/look.ts'
import { Page } from '../../../html/page/page.tsx'
import { canonicalOf, type Place } from '../../../html/page/place.tsx'
import { ServiceTags } from '../../../html/page/service-tags.tsx'
import { Terms } from '../../../html/page/terms.tsx'
import { voidedStanding } from '../../../sentences/standing/read.ts'

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
          <ServiceTags place={place} title={title} description={description} />
        </>
      }
      footer={
        <>
          <p class="print">{canonicalOf(place)}</p>
          <Terms license={dataLicense} language={language} />
          <p>
            <a href={data}>JSON</a>
          </p>
        </>
      }
    >
      <article class="claim">{children}</article>
    </Page>
  )
}
