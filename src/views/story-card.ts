import { idOf } from '../store/references.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Db } from '../store/database/db.ts'
import { readSnapshot } from '../store/database/transaction.ts'
import { requireWords } from './require-words.ts'
import { showStory } from './show.ts'
import type { StoryView } from './story.ts'
import { storyTombstone } from './tombstone.ts'
import { asOfHour } from './as-of-hour.ts'

/** How many claims of a story a card shows; the page has the rest. */
export const storyClaimsMax = 5

/** Everything that a story's card shows. */
export interface StoryCard {
  readonly story: StoryView
  readonly asOf: Date
}

/**
 * @param reference an id or a slug
 * @throws {DomainError} `not-found`; `gone` or `legally-withheld` if its words were removed
 */
export async function loadStoryCard(
  db: Db,
  reference: string,
  language: DisplayLanguage,
): Promise<StoryCard> {
  return readSnapshot(db, async (now) => {
    const id = await idOf(now, 'story', reference)
    const { body: story } = requireWords(await showStory(now, id, language), storyTombstone)
    const changes = story.claims.map((claim) => new Date(claim.statusSince ?? claim.recordedAt))
    return { story, asOf: asOfHour(new Date(), [new Date(story.recordedAt), ...changes]) }
  })
}
