import { idOf } from '../store/references.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Db } from '../store/database/db.ts'
import { readSnapshot } from '../store/database/transaction.ts'
import type { AnswerChoice } from './card-answers.ts'
import type { ClaimView } from './claim.ts'
import { requireWords } from './require-words.ts'
import { showStory } from './show.ts'
import type { StoryView } from './story.ts'
import { storyTombstone } from './tombstone.ts'
import { asOfHour } from './as-of-hour.ts'

/** How many claims of a story a card shows; the page has the rest. */
const storyClaimsMax = 5

/** Everything that a story's card shows. */
export interface StoryCard {
  readonly story: StoryView
  readonly asOf: Date
}

/** The claims that a card lists, and how many opinions of analysts were left out as asked. */
export function listedIn(
  { claims }: StoryView,
  { opinions }: Pick<AnswerChoice, 'opinions'>,
): { readonly shown: readonly ClaimView[]; readonly leftOut: number } {
  const kept = claims.filter((claim) => opinions === 'on' || !isAnalystsOpinion(claim))
  return { shown: kept.slice(0, storyClaimsMax), leftOut: claims.length - kept.length }
}

function isAnalystsOpinion({ kind, speaker }: ClaimView): boolean {
  return kind === 'opinion' && speaker?.kind === 'analyst'
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
