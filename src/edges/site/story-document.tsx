import { storyJsonLd } from '../../formats/claim-json-ld.ts'
import { previewAddress, storyAddress } from '../../html/addresses.ts'
import type { RecordLook } from '../../html/look.ts'
import type { StoryCard } from '../../views/story-card.ts'
import type { StoryView } from '../../views/story.ts'
import { keysOfStory } from '../../views/surrogate-keys.ts'
import { countsInWords, titleOfStory } from '../../html/story-words.ts'
import { cardWords } from '../../html/words.ts'
import { addressesIn, licensed, type RecordDocument } from './record-document.tsx'
import { StoryArticle } from './story.tsx'

export function storyDocument({ story, asOf }: StoryCard, look: RecordLook): RecordDocument {
  const { language, publicUrl } = look
  const title = titleOfStory(story, language)
  const address = storyAddress(publicUrl, story.slug)
  const description = summaryOf(story, look)
  return {
    preview: {
      title,
      description,
      address,
      language,
      image: {
        address: previewAddress(address, { language, asOf }),
        alt: `${title}. ${description}.`,
      },
    },
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
 * "22 claims on record: Accounts differ (6), …", with the most frequent status first; only the number
 * if not all of them are here.
 */
function summaryOf(story: StoryView, { language }: RecordLook): string {
  const parts = countsInWords(story, language)
  const said = cardWords(language)
  const total = said.claimCount(story.counts.claims)
  return parts.length > 0 ? `${total}: ${parts.join(', ')}` : total
}
