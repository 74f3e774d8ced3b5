import type { ClaimView } from '../views/claim.ts'
import type { StoryView } from '../views/story.ts'
import type { ClaimCard } from './claim-data.ts'

/** What a cache in front of us finds an answer by when one of these things changes. */
export function keysOfClaimCard(card: ClaimCard): string[] {
  const counterpoints = card.counterpoints.map(({ claim }) => claim)
  return distinct([card.claim, ...counterpoints, ...card.conflictingFigures].flatMap(keysOf))
}

export function keysOfStory(story: StoryView): string[] {
  return distinct([`story-${story.id}`, ...story.claims.flatMap(keysOf)])
}

/** The claim itself, whoever is named in it, and the claims that its sentence quotes. */
function keysOf({ id, speaker, about, explanation }: ClaimView): string[] {
  return [
    ...[id, ...(explanation?.cites ?? [])].map((claim) => `claim-${claim}`),
    ...[speaker, ...about].map((source) => `source-${source.id}`),
  ]
}

/** Caches in front take headers of a few thousand bytes; those named first matter most. */
const keysMax = 60

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].slice(0, keysMax)
}
