import type { Child } from 'hono/jsx'
import { languageName } from '../../../domain/language-name.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { Words } from '../../../html/recorded/words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import type { Place } from '../../../html/page/place.tsx'
import { findInLanguage } from '../../../domain/language.ts'
import { countInWords } from '../../../html/story-words.ts'
import { cardWords, voidedSentence } from '../../../html/words.ts'
import type { CountedClaims } from '../../../views/object-pages/counted-claims.ts'
import type { SourcePageData } from '../../../views/object-pages/source-page.ts'
import { Section } from '../claim/section.tsx'
import { ObjectPage } from './frame.tsx'
import { ReportName, SourceName } from '../parts/names.tsx'
import { objectWords } from './words.ts'

interface SourceProps {
  readonly page: SourcePageData
  readonly place: Place
  readonly look: RecordLook
}

/** What a source said, what was said of it, and what it took back itself: counted, never scored. */
export function SourcePage({ page, place, look }: SourceProps) {
  const { source, said, changed, about, reports } = page
  const { language } = look
  const words = objectWords[language]
  const name = findInLanguage(source.names, language)?.name ?? source.name ?? ''
  const listOf = (query: Record<string, string>) =>
    `/claims?${new URLSearchParams({ ...query, lang: language }).toString()}`
  return (
    <ObjectPage
      title={name}
      isVoided={source.voidedAt !== null}
      description={`${words.sourceKinds[source.kind]}. ${words.said}: ${words.counted(said.count, said.isMore)}. ${words.aboutIt}: ${words.counted(about.count, about.isMore)}.`}
      place={place}
      data={`/v1/sources/${source.id}`}
      look={look}
    >
      <header class="first">
        <p class="by">{words.sourceKinds[source.kind]}</p>
        <h1>
          <Words words={{ text: name, lang: undefined }} isStruck={source.voidedAt !== null} />
        </h1>
        {source.voidedAt !== null && <p>{voidedSentence(language)}</p>}
        <Names source={source} name={name} look={look} />
        <Affiliations source={source} look={look} />
      </header>
      <Claims
        title={words.said}
        counted={said}
        href={listOf({ source: source.slug })}
        look={look}
      />
      <Claims
        title={words.changed}
        about={words.changedAbout}
        counted={changed}
        href={listOf({ source: source.slug, group: 'closed' })}
        look={look}
      />
      <Claims
        title={words.aboutIt}
        about={words.aboutItAbout}
        counted={about}
        href={listOf({ about: source.slug })}
        look={look}
      />
      {reports.length > 0 && (
        <Section title={words.reports}>
          <ul class="record">
            {reports.map((report) => (
              <li>
                {words.reportKinds[report.kind]} · <ReportName report={report} look={look} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ObjectPage>
  )
}

interface PartProps extends Pick<SourcePageData, 'source'> {
  readonly look: RecordLook
}

function Names({ source, name, look }: PartProps & { readonly name: string }) {
  const { language } = look
  const words = objectWords[language]
  const { names, aliases, url, wikidataId } = source
  const others = [
    ...(source.name !== null && source.name !== name
      ? [<span dir="auto">{source.name}</span>]
      : []),
    ...names
      .filter((each) => each.name !== name)
      .map((each) => (
        <>
          <span lang={each.lang} dir="auto">
            {each.name}
          </span>{' '}
          ({languageName(each.lang, language)})
        </>
      )),
    ...aliases.map((alias) => <span dir="auto">{alias}</span>),
  ]
  return (
    <>
      {others.length > 0 && (
        <p class="note">
          {words.named}:{' '}
          {others.map((other, index) => (
            <>
              {index > 0 && ' · '}
              {other}
            </>
          ))}
        </p>
      )}
      {(url !== null || wikidataId !== null) && (
        <p class="note">
          {url !== null && (
            <a href={url} rel="nofollow ugc noopener">
              {words.page}
            </a>
          )}
          {url !== null && wikidataId !== null && ' · '}
          {wikidataId !== null && (
            <a href={`https://www.wikidata.org/wiki/${wikidataId}`} rel="nofollow noopener">
              Wikidata {wikidataId}
            </a>
          )}
        </p>
      )}
    </>
  )
}

function Affiliations({ source: { affiliations }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const { date } = cardWords(language)
  if (affiliations.length === 0) return null
  return (
    <ul class="note facts">
      {affiliations.map(({ relation, source, from, to }) => {
        const dates = [
          ...(from === null ? [] : [words.from(date(from))]),
          ...(to === null ? [] : [words.until(date(to))]),
        ]
        // The words around the name are those of its language.
        const [before = '', after = ''] = words.affiliations[relation]('\0').split('\0')
        return (
          <li>
            {before}
            <SourceName source={source} look={look} />
            {after}
            {dates.length > 0 && ` (${dates.join(' ')})`}
          </li>
        )
      })}
    </ul>
  )
}

interface ClaimsProps {
  readonly title: string
  readonly about?: Child
  readonly counted: CountedClaims
  /** The list of all of them. */
  readonly href: string
  readonly look: RecordLook
}

function Claims({ title, about, counted, href, look }: ClaimsProps) {
  const { language } = look
  const words = objectWords[language]
  const { count, isMore, statuses, claims } = counted
  return (
    <Section title={`${title} (${words.counted(count, isMore)})`} about={about}>
      {count === 0 && <p>{words.none}</p>}
      {statuses.length > 0 && (
        <ul class="note facts">
          {statuses.map((each) => (
            <li>{countInWords(each, language)}</li>
          ))}
        </ul>
      )}
      <ul class="record plain">
        {claims.map((claim) => (
          <ClaimItem claim={claim} look={look} />
        ))}
      </ul>
      {count > claims.length && (
        <p>
          <a href={href}>{words.all(words.counted(count, isMore))}</a>
        </p>
      )}
    </Section>
  )
}
