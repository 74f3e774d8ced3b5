import { storyAddress } from '../../html/addresses.ts'
import { ClaimItem } from '../../html/claim-item.tsx'
import { Words } from '../../html/claim-words.tsx'
import { renderDocument } from './document.tsx'
import type { CardLook } from '../../html/look.ts'
import { CardLink } from '../../html/card-link.tsx'
import { storyTitle } from '../../html/reader-words.ts'
import { storyClaimsMax, type StoryCard } from '../../views/story-card.ts'
import { titleOfStory } from '../../html/story-words.ts'
import { cardWords, voidedSentence } from '../../html/words.ts'

/** The card of a story: where each of its first claims stands. */
export async function renderStoryCard({ story, asOf }: StoryCard, look: CardLook): Promise<string> {
  const { language, publicUrl } = look
  const said = cardWords(language)
  const canonical = storyAddress(publicUrl, story.slug)
  const title = storyTitle(story, language)
  const more = story.counts.claims - Math.min(story.claims.length, storyClaimsMax)
  return renderDocument({
    look,
    title: titleOfStory(story, language),
    canonical,
    children: (
      <main class="card">
        <p class="by">
          {said.story} · {said.claimCount(story.counts.claims)}
        </p>
        <h1>
          <CardLink href={canonical}>
            <Words words={title} isStruck={story.voidedAt !== null} />
          </CardLink>
        </h1>
        {story.voidedAt !== null && <p>{voidedSentence(language)}</p>}
        <ul>
          {story.claims.slice(0, storyClaimsMax).map((claim) => (
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
