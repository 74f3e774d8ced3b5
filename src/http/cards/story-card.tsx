import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { StoryView } from '../views/story.ts'
import { storyAddress } from './addresses.ts'
import { ClaimItem } from './claim-item.tsx'
import { Words } from './claim-text.tsx'
import { CardLink, renderDocument, type CardLook } from './document.tsx'
import type { StoryCard } from './story-data.ts'
import { cardWords } from './words.ts'

/** How many claims a card has of a story; the rest are on its page. */
const claimsMax = 5

/** The card of a story: where each of its first claims stands. */
export async function renderStoryCard({ story, asOf }: StoryCard, look: CardLook): Promise<string> {
  const { language, publicUrl } = look
  const said = cardWords(language)
  const canonical = storyAddress(publicUrl, story.slug)
  const title = storyTitle(story, language)
  const more = story.claims.length - claimsMax
  return renderDocument({
    look,
    title: title.text,
    canonical,
    children: (
      <main>
        <p class="by">
          {said.story} · {said.claimCount(story.claims.length)}
        </p>
        <h1>
          <CardLink href={canonical}>
            <Words words={title} isStruck={story.voidedAt !== null} />
          </CardLink>
        </h1>
        {story.voidedAt !== null && <p>{said.entryError.text}</p>}
        <ul>
          {story.claims.slice(0, claimsMax).map((claim) => (
            <ClaimItem claim={claim} look={look} />
          ))}
        </ul>
        <footer class="note">
          {more > 0 && (
            <p>
              <CardLink href={canonical}>{said.moreClaims(more)}</CardLink>
            </p>
          )}
          <p>
            <time datetime={asOf.toISOString()}>{said.asOf(said.date(asOf.toISOString()))}</time>
          </p>
          <p>{said.noVerdict}</p>
        </footer>
      </main>
    ),
  })
}

/** The title of a story in the reader's language, if it has one. */
export function storyTitle({ title, titles }: StoryView, language: DisplayLanguage) {
  const translated = titles.find(({ lang }) => lang.split('-')[0] === language)
  return translated
    ? { text: translated.title, lang: translated.lang }
    : { text: title, lang: undefined }
}
