import { storyJsonLd } from '../../formats/claim-json-ld.ts'
import { storyAddress } from '../../html/addresses.ts'
import type { RecordLook } from '../../html/look.ts'
import type { StoryCard } from '../../views/story-card.ts'
import type { StoryView } from '../../views/story.ts'
import { keysOfStory } from '../../views/surrogate-keys.ts'
import { titleOfStory } from '../../html/titles.ts'
import { cardWords } from '../../html/words.ts'
import { addressesIn, licensed, type RecordDocument } from './record-document.tsx'
import { StoryArticle } from './story.tsx'

export function storyDocument({ story, asOf }: StoryCard, look: RecordLook): RecordDocument {
  const { language, publicUrl } = look
  const title = titleOfStory(story, language)
  const address = storyAddress(publicUrl, story.slug)
  return {
    preview: { title, description: summaryOf(story, look), address, language },
    jsonLd: licensed(
      storyJsonLd({ address, title, claims: story.claims }, addressesIn(look)),
      look,
    ),
    json: story,
    jsonAddress: `/v1/stories/${story.id}`,
    article: <StoryArticle story={story} look={look} />,
    asOf,
    keys: keysOfStory(story),
  }
}

/**
 * "22 claims on record: Disputed, unresolved (6), …", with the most frequent status first; only the
 * number if not all of them are here.
 */
function summaryOf({ claims, counts }: StoryView, { language }: RecordLook): string {
  const said = cardWords(language)
  if (claims.length < counts.claims) return said.claimCount(counts.claims)
  const byLabel = Map.groupBy(claims, ({ statusLabel }) => statusLabel ?? said.entryError.label)
  const parts = [...byLabel]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([label, { length }]) => `${label} (${length})`)
  const total = said.claimCount(claims.length)
  return parts.length > 0 ? `${total}: ${parts.join(', ')}` : total
}
