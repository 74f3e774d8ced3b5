import type { ClaimView } from './claim.ts'
import type { StoryView } from './story.ts'
import type { ClaimCard } from './claim-card.ts'

/**
 * What everything has that shows the record. A name may stand in a sentence of any claim, and words
 * that were removed must be gone everywhere: whoever purges for their sake purges by this.
 */
const recordKey = 'record'

/** What a cache in front of us finds an answer by when one of these things changes. */
export function keysOfClaimCard(card: ClaimCard): string[] {
  const counterpoints = card.counterpoints.map(({ claim }) => claim)
  return keysOfClaims([card.claim, ...counterpoints, ...card.conflictingFigures])
}

export function keysOfClaims(claims: readonly ClaimView[]): string[] {
  return bounded(claims.flatMap(keysOf))
}

export function keysOfStory(story: StoryView): string[] {
  return bounded([`story-${story.id}`, ...story.claims.flatMap(keysOf)])
}

/** The claim itself, whoever is named in it, and the claims that its sentence quotes or its marks name. */
function keysOf({ id, speaker, about, explanation, badges }: ClaimView): string[] {
  const claims = [id, ...(explanation?.cites ?? []), ...badges.ratings.map(({ claim }) => claim)]
  const sources = [
    ...(speaker ? [speaker] : []),
    ...about,
    ...badges.ratings.map(({ factChecker }) => factChecker),
  ]
  return [
    ...claims.map((claim) => `claim-${claim}`),
    ...sources.map((source) => `source-${source.id}`),
  ]
}

/** Proxies take 4 KB of headers by default, and keys come twice. Those named first matter most. */
const keysMax = 24

function bounded(keys: readonly string[]): string[] {
  return [...new Set([recordKey, ...keys])].slice(0, keysMax)
}
