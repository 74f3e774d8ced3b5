import { raw } from 'hono/html'
import type { FieldFault } from '../../../domain/errors.ts'
import { searchTerms } from '../../../domain/search/terms.ts'
import { claimAddress } from '../../../html/addresses.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { Page } from '../../../html/page/page.tsx'
import type { Place } from '../../../html/page/place.tsx'
import { ServiceTags } from '../../../html/page/service-tags.tsx'
import { safeJson } from '../../../http/problems/problem.ts'
import { quotation } from '../../../sentences/quotation.ts'
import { Terms } from '../../../html/page/terms.tsx'
import { searchScript } from '../scripts.ts'
import { claimsAddress, valuesOf, withoutNames, withValues } from './address.ts'
import { nameOf, type AskedOfPage } from './asked.ts'
import { BadParts } from './bad-parts.tsx'
import { Facets, numberIn, shownCount } from './facets.tsx'
import { SearchForm } from './form.tsx'
import { InForce } from './in-force.tsx'
import type { ClaimsList, FoundClaims } from './load.ts'
import { SortedBy } from './sorted-by.tsx'
import { listWords } from './words.ts'

interface ClaimsPageProps {
  readonly found: FoundClaims
  readonly asked: AskedOfPage
  readonly look: RecordLook
  readonly place: Place
}

/** Claims by every filter of the API, with what they have in common. */
export function ClaimsPage({ found: { list, faults }, asked, look, place }: ClaimsPageProps) {
  const { language } = look
  const said = listWords[language]
  const { sent } = asked
  const [q] = valuesOf(sent, 'q')
  const title = q === undefined ? said.title : `${quotation(q, language, 60)} · ${said.title}`
  const right = withoutNames(
    sent,
    faults.map(({ pointer }) => nameOf(pointer)),
  )
  const address = new URL('/claims', place.address)
  for (const [name, value] of sent) address.searchParams.append(name, value)
  return (
    <Page
      language={language}
      title={title}
      {...(faults.length === 0 && { place: { ...place, address: address.href } })}
      inLanguage={(lang) => claimsAddress(sent, lang)}
      isWide
      head={
        <ListHead
          {...{ title, place, look }}
          list={faults.length === 0 ? list : undefined}
          address={address.href}
        />
      }
      hasOwnSearch
      footer={<Terms license={look.dataLicense} language={language} />}
    >
      <header class="list-head">
        <h1>{said.title}</h1>
        <p class="note">{said.intro}</p>
      </header>
      <div id="bad">
        {faults.length > 0 && (
          <BadParts {...{ faults, sent, language }} isShown={list !== undefined} />
        )}
      </div>
      <SearchForm sent={sent} faults={faults} language={language} />
      <p class="count" role="status" id="count">
        {list && <Count list={list} isChosen={asked.isChosen} look={look} />}
      </p>
      <div id="found">
        <InForce sent={right} names={list?.names ?? new Map()} language={language} />
        {list && <List list={list} asked={asked} look={look} faults={faults} />}
      </div>
    </Page>
  )
}

interface ListHeadProps {
  readonly list: ClaimsList | undefined
  readonly title: string
  readonly address: string
  readonly place: Place
  readonly look: RecordLook
}

/** Its script, previews, and which claims it lists: by their addresses alone, whose pages say the rest. */
function ListHead({ list, title, address, place, look }: ListHeadProps) {
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: list?.claims.map(({ id }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: claimAddress(look.publicUrl, id),
    })),
  }
  return (
    <>
      <script type="module" src={searchScript.address} />
      {list && (
        <ServiceTags
          place={{ ...place, address }}
          title={title}
          description={listWords[look.language].intro}
        >
          {list.claims.length > 0 && (
            <script type="application/ld+json">{raw(safeJson(jsonLd))}</script>
          )}
        </ServiceTags>
      )}
    </>
  )
}

function Count({
  list: { counts },
  isChosen,
  look: { language },
}: Pick<ListProps, 'list' | 'look'> & { readonly isChosen: boolean }) {
  const said = listWords[language]
  const { count = { count: 0, more: false }, countedUpTo } = counts
  const words = isChosen ? said.count : said.onRecord
  return (
    <>
      {words(shownCount(count, language), count.count === 1)}
      {typeof countedUpTo === 'number' && (
        <span class="note"> {said.upTo(numberIn(language)(countedUpTo))}</span>
      )}
    </>
  )
}

interface ListProps {
  readonly list: ClaimsList
  readonly asked: AskedOfPage
  readonly look: RecordLook
  readonly faults: readonly FieldFault[]
}

function List({ list, asked, look }: ListProps) {
  const { language } = look
  const said = listWords[language]
  const { sent, query } = asked
  if (list.claims.length === 0) return <Nothing list={list} asked={asked} look={look} />
  const terms = query.q === undefined ? [] : searchTerms(query.q)
  const isRanked = query.q !== undefined && (query.sort ?? 'relevance') === 'relevance'
  return (
    <div class="found">
      <div>
        <SortedBy
          sent={sent}
          sort={list.sort}
          hasSearch={query.q !== undefined}
          {...{ language }}
        />
        {isRanked && list.sort === 'newest' && <p class="note">{said.newestInstead}</p>}
        <ul class="record plain">
          {list.claims.map((claim) => (
            <ClaimItem claim={claim} look={look} terms={terms} />
          ))}
        </ul>
        <PagesBeside list={list} asked={asked} look={look} />
      </div>
      <Facets list={list} sent={sent} language={language} />
    </div>
  )
}

function PagesBeside({ list, asked: { sent }, look }: Pick<ListProps, 'list' | 'asked' | 'look'>) {
  const { language } = look
  const said = listWords[language]
  const { next, previous } = list
  if (next === null && previous === null) return null
  return (
    <nav class="pages" aria-label={said.pages}>
      {previous !== null && (
        <a href={claimsAddress(sent, language, [['before', previous]])} rel="prev">
          ← {said.previous}
        </a>
      )}
      {next !== null && (
        <a href={claimsAddress(sent, language, [['cursor', next]])} rel="next">
          {said.next} →
        </a>
      )}
    </nav>
  )
}

/** What to do where nothing was found. */
function Nothing({ list, asked, look }: Pick<ListProps, 'list' | 'asked' | 'look'>) {
  const { language } = look
  const said = listWords[language]
  const { sent, query } = asked
  return (
    <section class="nothing">
      <p>
        <b>{query.q === undefined ? said.none : said.noneAbout(quotation(query.q, language))}</b>
      </p>
      {list.meant.length > 0 && (
        <p>
          {said.meant}{' '}
          {list.meant.map(({ q }, index) => (
            <>
              {index > 0 && ' · '}
              <a href={claimsAddress(withValues(sent, 'q', [q]), language)} dir="auto">
                {q}
              </a>
            </>
          ))}
          {language === 'en' && '?'}
        </p>
      )}
      <p class="note">{said.noneHelp}</p>
      <p>
        <a href={claimsAddress([], language)}>{said.all}</a>
      </p>
    </section>
  )
}
