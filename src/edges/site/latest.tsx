import { listStories, type ListedStoryRow } from '../../store/story-rows.ts'
import { isFull, positionOf } from '../../store/claim-list.ts'
import type { Db } from '../../store/database/db.ts'
import { listAsked } from '../../queries/list-claims.ts'
import { linkTo, storyAddress } from '../../html/addresses.ts'
import { ClaimItem } from '../../html/claim-item.tsx'
import { Words } from '../../html/claim-words.tsx'
import type { RecordLook } from '../../html/look.ts'
import { storyTitle } from '../../html/reader-words.ts'
import { cardWords } from '../../html/words.ts'
import { presentClaims } from '../../views/present-claims.ts'
import type { ClaimView } from '../../views/claim.ts'
import { viewStoryFields } from '../../views/story.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { AskedOfPage } from './claims-query.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'
import { Terms } from './terms.tsx'

const storiesMax = 10

export interface Latest {
  readonly stories: readonly ListedStoryRow[]
  readonly claims: readonly ClaimView[]
  /** The cursor of the next page. */
  readonly next: string | null
}

/** Stories are shown beside the claims if no filter is set. */
export async function loadLatest(
  db: Db,
  { query, page, isChosen }: AskedOfPage,
  language: DisplayLanguage,
): Promise<Latest> {
  const { rows, sort } = await listAsked(db, query, page, language, 'changed')
  const claims = await presentClaims(db, rows, language)
  const { items, next } = page.close(
    claims,
    ({ row }) => positionOf(row, sort),
    ({ view }) => view,
    isFull(rows),
  )
  const order = { after: undefined, limit: storiesMax }
  const stories = isChosen || page.after ? [] : await listStories(db, order)
  return { stories, claims: items, next }
}

interface LatestProps {
  readonly latest: Latest
  readonly asked: AskedOfPage
  readonly look: RecordLook
  readonly place: Place
}

/** The start page for readers, and the results of their searches. */
export function LatestPage({ latest: { stories, claims, next }, asked, look, place }: LatestProps) {
  const { language, publicUrl } = look
  const said = cardWords(language)
  const title = asked.isChosen ? said.page.chosen : said.page.latest
  const inLanguage = (lang: DisplayLanguage) => asked.addressWith({ lang })
  return (
    <Page
      language={language}
      title={title}
      place={{ ...place, address: new URL(asked.addressWith({}), place.address).href }}
      inLanguage={inLanguage}
      searched={asked.query.q}
      footer={<Terms license={look.dataLicense} language={language} />}
    >
      <h1>{title}</h1>
      {claims.length === 0 && <p>{said.page.none}</p>}
      <ul class="record plain">
        {claims.map((claim) => (
          <ClaimItem claim={claim} look={look} />
        ))}
      </ul>
      {next !== null && (
        <p>
          <a href={asked.addressWith({ lang: language, cursor: next })} rel="next">
            {said.page.more}
          </a>
        </p>
      )}
      {stories.length > 0 && <h2>{said.page.stories}</h2>}
      <ul>
        {stories.map((row) => (
          <li>
            <a href={linkTo(storyAddress(publicUrl, row.slug), look)}>
              <Words words={storyTitle(viewStoryFields(row), language)} />
            </a>{' '}
            <span class="note">({said.claimCount(row.claims)})</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
