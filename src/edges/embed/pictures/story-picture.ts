import { container, text } from '@takumi-rs/helpers'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { Status } from '../../../domain/status.ts'
import { statusMark, statusWord } from '../../../sentences/table/vocabulary.ts'
import { shortened } from '../../../sentences/quotation.ts'
import type { StoryCard } from '../../../views/story-card.ts'
import { storyAddress } from '../../../html/addresses.ts'
import { ink } from '../../../html/colours.ts'
import { countedByStatus, titleOfStory } from '../../../html/story-words.ts'
import { cardWords } from '../../../html/words.ts'
import { drawPage, oneLine, readAtLine } from './preview-page.ts'
import { shownAddress, undirected } from './claim-picture.ts'
import { sign } from './sign.ts'
import type { Typesetter } from './typesetter.ts'

/** What a story's picture shows, in one language. */
export interface StoryPicture {
  readonly story: string
  readonly title: string
  /** Where to read what the picture cannot show. */
  readonly readAt: string
  /** How many of its claims have each status, the most frequent first. */
  readonly counts: readonly { readonly status: Status | null; readonly word: string }[]
  readonly asOf: string
}

const countsMax = 5

export function storyPictureOf(
  { story, asOf }: StoryCard,
  language: DisplayLanguage,
  publicUrl: URL,
): StoryPicture {
  const said = cardWords(language)
  return {
    story: `${said.story} · ${said.claimCount(story.counts.claims)}`,
    title: undirected(titleOfStory(story, language)),
    readAt: said.readAt(shownAddress(storyAddress(publicUrl, story.slug))),
    counts: countedByStatus(story)
      .slice(0, countsMax)
      .map(({ status, count }) => ({ status, word: `${statusWord(status, language)} (${count})` })),
    asOf: said.asOf(said.date(asOf.toISOString())),
  }
}

const titleMax = 120

/** A story and where its claims stand, at a glance, as a PNG. */
export async function drawStoryPreview(
  typesetter: Typesetter,
  { story, title, readAt, counts, asOf }: StoryPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  return drawPage(typesetter, {
    asOf,
    parts: [
      text(story, { ...oneLine, fontSize: 30, color: ink.muted.light }),
      typesetter.covers(title) ? titleIn(title) : readAtLine(readAt),
    ],
    standing: counts.map(({ status, word }) =>
      container({
        style: { display: 'flex', alignItems: 'center', gap: 16, fontSize: 28 },
        children: [sign(statusMark(status), 28), text(word, oneLine)],
      }),
    ),
  })
}

function titleIn(title: string) {
  return text(shortened(title, titleMax), {
    marginTop: 20,
    flexShrink: 0,
    fontSize: 52,
    fontWeight: 700,
    lineHeight: 1.3,
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    lineClamp: 3,
  })
}
