import { ClaimItem } from '../../html/claim-item.tsx'
import { Words } from '../../html/claim-text.tsx'
import type { RecordLook } from '../../html/look.ts'
import { storyTitle } from '../../html/reader-words.ts'
import { cardWords } from '../../html/words.ts'
import type { StoryView } from '../../views/story.ts'

interface StoryProps {
  readonly story: StoryView
  readonly look: RecordLook
}

/** A story with all of its claims, in its own order. */
export function StoryArticle({ story, look }: StoryProps) {
  const said = cardWords(look.language)
  const isVoided = story.voidedAt !== null
  return (
    <article class="claim">
      <p class="by">
        {said.story} · {said.claimCount(story.claims.length)}
      </p>
      <h1>
        <Words words={storyTitle(story, look.language)} isStruck={isVoided} />
      </h1>
      {isVoided && <p>{said.entryError.text}</p>}
      <ul class="record">
        {story.claims.map((claim) => (
          <ClaimItem claim={claim} look={look} />
        ))}
      </ul>
    </article>
  )
}
