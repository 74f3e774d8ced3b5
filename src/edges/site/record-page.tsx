import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { DataLicense } from '../../domain/data-license.ts'
import type { JsonLd } from '../../formats/claim-json-ld.ts'
import { DiscoveryLinks, type Discovery } from './discovery.tsx'
import { PreviewTags, type Preview } from '../../html/preview.tsx'
import { cardWords } from '../../html/words.ts'
import { safeJson } from '../../http/problems/problem.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'
import { Terms } from '../../html/page/terms.tsx'

interface RecordPageProps {
  readonly preview: Preview
  readonly place: Place
  readonly discovery: Discovery
  readonly jsonLd: JsonLd
  readonly asOf: Date
  readonly isWide: boolean
  readonly style: string | undefined
  readonly license: DataLicense | undefined
  readonly children: Child
}

/** The page of something on record, for people, with metadata for programs. */
export function RecordPage(props: RecordPageProps) {
  const { preview, place, discovery, jsonLd, asOf, isWide, style, license, children } = props
  const said = cardWords(preview.language)
  return (
    <Page
      language={preview.language}
      title={preview.title}
      place={place}
      isWide={isWide}
      head={
        <>
          <DiscoveryLinks discovery={discovery} />
          <PreviewTags {...preview} address={discovery.canonical} />
          {license && <link rel="license" href={license.url} />}
          {style !== undefined && <style>{raw(style)}</style>}
          <script type="application/ld+json">{raw(safeJson(jsonLd))}</script>
        </>
      }
      footer={
        <>
          <p>
            <time datetime={asOf.toISOString()}>{said.asOf(said.date(asOf.toISOString()))}</time>
          </p>
          <p class="print">{discovery.canonical}</p>
          <Terms license={license} language={preview.language} />
        </>
      }
    >
      {children}
    </Page>
  )
}
