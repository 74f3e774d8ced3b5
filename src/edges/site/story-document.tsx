import { storyJsonLd } from '../../formats/claim-json-ld.ts'
import { previewAddress, storyAddress } from '../../html/addresses.ts'
import type { RecordLook } from '../../html/look.ts'
import type { StoryCard } from '../../views/story-card.ts'
import type { StoryPageData } from '../../views/story-page/load.ts'
import { keysOfStory } from '../../views/surrogate-keys.ts'
import {
  countedByStatus,
  countInWords,
  titleOfStory,
  type StatusCount,
} from '../../html/story-words.ts'
import { mapStyle } from '../../html/page/map-style.ts'
import { cardWords } from '../../html/words.ts'
import { addressesIn, licensed, type RecordDocument } from './record-document.tsx'
import { StoryArticle } from './story/article.tsx'

/** A story for programs, which read no article. */
export function storyDocument(card: StoryCard, look: RecordLook): RecordDocument {
  return documentOf(card, countedByStatus(card.story), look)
}

/** A story for people. */
export function storyPageDocument(page: StoryPageData, look: RecordLook): RecordDocument {
  const { claims, counted, statuses } = page.outline
  const document = documentOf(page, counted < claims ? [] : statuses, look)
  return {
    ...document,
    article: <StoryArticle page={page} look={look} />,
    isWide: true,
    style: mapStyle,
  }
}

function documentOf(
  { story, asOf }: StoryCard,
  statuses: readonly StatusCount[],
  look: RecordLook,
): RecordDocument {
  const { language, publicUrl } = look
  const title = titleOfStory(story, language)
  const address = storyAddress(publicUrl, story.slug)
  // The most frequent status first; only the number if not all claims are counted.
  const total = cardWords(language).claimCount(story.counts.claims)
  const parts = statuses.map((each) => countInWords(each, language))
  const description = parts.length > 0 ? `${total}: ${parts.join(', ')}` : total
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
    article: null,
    asOf,
    keys: keysOfStory(story),
  }
}
