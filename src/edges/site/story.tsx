import { ClaimItem } from '../../html/claim-item.tsx'
import { Words } from '../../html/claim-words.tsx'
import type { RecordLook } from '../../html/look.ts'
import { storyTitle } from '../../html/reader-words.ts'
import { cardWords, voidedSentence } from '../../html/words.ts'
import type { StoryView } from '../../views/story.ts'

interface StoryProps {
  readonly story: StoryView
  readonly look: RecordLook
}

/** A story with its first claims, in its own order. */
export function StoryArticle({ story, look }: StoryProps) {
  const said = cardWords(look.language)
  const isVoided = story.voidedAt !== null
  const more = story.counts.claims - story.claims.length
  return (
    <article class="claim">
      <p class="by">
        {said.story} · {said.claimCount(story.counts.claims)}
      </p>
      <h1>
        <Words words={storyTitle(story, look.language)} isStruck={isVoided} />
      </h1>
      {isVoided && <p>{voidedSentence(look.language)}</p>}
      <ul class="record plain">
        {story.claims.map((claim) => (
          <ClaimItem claim={claim} look={look} />
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a
            href={`/claims?${new URLSearchParams({ story: story.slug, lang: look.language }).toString()}`}
          >
            {said.moreClaims(more)}
          </a>
        </p>
      )}
    </article>
  )
}
