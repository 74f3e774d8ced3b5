import type { DisplayLanguage } from '../../domain/display-language.ts'
import { listClaims } from '../../store/claim-list.ts'
import type { Db } from '../../store/db.ts'
import { listStories, type StoryRow } from '../../store/story-rows.ts'
import { storyAddress } from '../cards/addresses.ts'
import { ClaimItem } from '../cards/claim-item.tsx'
import { Words } from '../cards/claim-text.tsx'
import type { RecordLook } from '../cards/document.tsx'
import { storyTitle } from '../cards/reader-words.ts'
import { cardWords } from '../cards/words.ts'
import { presentClaims } from '../present-claims.ts'
import type { ClaimView } from '../views/claim.ts'
import { viewStoryFields } from '../views/story.ts'
import { Page } from './page.tsx'
import { Terms } from './terms.tsx'

const shownMax = { stories: 10, claims: 20 }

export interface Latest {
  readonly stories: readonly StoryRow[]
  readonly claims: readonly ClaimView[]
}

export async function loadLatest(db: Db, language: DisplayLanguage): Promise<Latest> {
  const stories = await listStories(db, { after: undefined, limit: shownMax.stories })
  const order = { sort: 'changed', after: undefined, limit: shownMax.claims } as const
  const rows = await listClaims(db, {}, order, language)
  const claims = await presentClaims(db, rows, language)
  return { stories, claims: claims.map(({ view }) => view) }
}

interface LatestProps {
  readonly latest: Latest
  readonly look: RecordLook
}

/** Where a reader begins who was sent to no claim in particular. */
export function LatestPage({ latest: { stories, claims }, look }: LatestProps) {
  const { language, publicUrl } = look
  const said = cardWords(language)
  return (
    <Page language={language} title={said.page.latest}>
      <h1>{said.page.latest}</h1>
      <ul class="record">
        {claims.map((claim) => (
          <ClaimItem claim={claim} look={look} />
        ))}
      </ul>
      {stories.length > 0 && <h2>{said.page.stories}</h2>}
      <ul>
        {stories.map((row) => (
          <li>
            <a href={storyAddress(publicUrl, row.slug)}>
              <Words words={storyTitle(viewStoryFields(row), language)} />
            </a>{' '}
            <span class="note">({said.claimCount(row.claims.length)})</span>
          </li>
        ))}
      </ul>
      <footer class="note">
        <Terms license={look.dataLicense} language={language} />
      </footer>
    </Page>
  )
}
