import { raw } from 'hono/html'
import { linkTo, storyAddress, claimAddress } from '../../html/addresses.ts'
import { ClaimItem } from '../../html/claim-item.tsx'
import { When } from '../../html/claim-line.tsx'
import { ClaimWords } from '../../html/claim-words.tsx'
import { Words } from '../../html/recorded/words.tsx'
import type { RecordLook } from '../../html/look.ts'
import { readerSpeaker, storyTitle } from '../../html/reader-words.ts'
import { Status } from '../../html/status.tsx'
import type { Place } from '../../html/page/place.tsx'
import { ServiceTags } from '../../html/page/service-tags.tsx'
import { Page } from '../../html/page/page.tsx'
import { cardWords } from '../../html/words.ts'
import { safeJson } from '../../http/problems/problem.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { Home } from '../../views/home.ts'
import { homeWords } from './home-words.ts'
import { Terms } from '../../html/page/terms.tsx'

interface HomeProps {
  readonly home: Home
  readonly place: Place
  readonly look: RecordLook
}

/** How many characters of a claim stand below a story. */
const newestMax = 140

/** The first page: what this is, what is disputed now, and what happened in the stories. */
export function HomePage({ home: { disputed, stories }, place, look }: HomeProps) {
  const { language } = look
  const said = homeWords[language]
  return (
    <Page
      language={language}
      title={`Counterpoint · ${said.title}`}
      place={place}
      isWide
      head={<HomeHead place={place} look={look} />}
      footer={<Terms license={look.dataLicense} language={language} />}
    >
      <header class="first">
        <h1>{said.title}</h1>
        <p class="reason">{said.about}</p>
      </header>
      <section class="sec">
        <div class="side">
          <h2>{said.disputed}</h2>
          <p class="note">
            <a href={`/claims?group=open&lang=${language}`}>{said.allDisputed}</a>
          </p>
        </div>
        <div class="body">
          {disputed.length === 0 && <p>{said.nothing}</p>}
          <ul class="record">
            {disputed.map((claim) => (
              <ClaimItem claim={claim} look={look} />
            ))}
          </ul>
        </div>
      </section>
      <Stories stories={stories} look={look} />
      <section class="sec">
        <div class="side">
          <h2>{said.rules}</h2>
          <p class="note">
            <a href={`/rules?lang=${language}`}>{said.allRules}</a>
          </p>
        </div>
        <ol class="body three">
          {said.threeRules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ol>
      </section>
      <section class="sec">
        <div class="side">
          <h2>{said.use}</h2>
        </div>
        <ul class="body acts">
          <li>
            <a class="main" href={`/embed?page=${language}`}>
              {said.card}
            </a>
          </li>
          <li>
            <a href={`/check?lang=${language}`}>{said.check}</a>
          </li>
          <li>
            <a href="/docs">{said.reference}</a>
          </li>
          <li>
            <a href="/openapi.json">{said.description}</a>
          </li>
        </ul>
      </section>
    </Page>
  )
}

/** The stories, each with its newest change. */
function Stories({ stories, look }: Pick<Home, 'stories'> & Pick<HomeProps, 'look'>) {
  const { language, publicUrl } = look
  const said = homeWords[language]
  if (stories.length === 0) return null
  return (
    <section class="sec">
      <div class="side">
        <h2>{cardWords(language).page.stories}</h2>
      </div>
      <ul class="body record">
        {stories.map(({ story, count, newest }) => (
          <li>
            <p>
              <a href={linkTo(storyAddress(publicUrl, story.slug), look)}>
                <Words words={storyTitle(story, language)} />
              </a>{' '}
              <span class="note">{cardWords(language).claimCount(count)}</span>
            </p>
            {newest && (
              <p class="note">
                {isEntry(newest) ? said.entered : said.newest}{' '}
                <When date={newest.at.toISOString().slice(0, 10)} language={language} />
                {': '}
                <b dir="auto">{readerSpeaker(newest.claim, language)}</b>{' '}
                <a href={linkTo(claimAddress(publicUrl, newest.claim.id), look)}>
                  <ClaimWords claim={newest.claim} language={language} max={newestMax} />
                </a>{' '}
                <Status claim={newest.claim} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether nothing has changed since the claim came on record. */
function isEntry({ claim, at }: { readonly claim: ClaimView; readonly at: Date }): boolean {
  return at.getTime() === Date.parse(claim.recordedAt)
}

/** For previews of the link, and for search engines. */
function HomeHead({ place, look: { language, publicUrl } }: Pick<HomeProps, 'place' | 'look'>) {
  const { title, about } = homeWords[language]
  const search = new URL('/claims', publicUrl).href
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Counterpoint',
    description: about,
    url: place.address,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${search}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  }
  return (
    <ServiceTags place={place} title={title} description={about}>
      <script type="application/ld+json">{raw(safeJson(jsonLd))}</script>
    </ServiceTags>
  )
}
