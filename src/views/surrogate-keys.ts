import type { ClaimView } from './claim.ts'
import type { StoryView } from './story.ts'
import type { ClaimCard } from './claim-card.ts'
import type { Home } from './home.ts'

/**
 * The key of every answer that shows the record. A name may occur in any claim's sentence, and
 * redacted words must vanish everywhere: after a redaction, purge by this key.
 */
const recordKey = 'record'

/** Surrogate keys: a cache in front of us finds an answer by the things it shows. */
export function keysOfClaimCard(card: ClaimCard): string[] {
  const { claim, replacement, strongest, counterpoints, conflictingFigures } = card
  const answers = [...(strongest ? [strongest] : []), ...counterpoints].map((each) => each.claim)
  return keysOfClaims([
    claim,
    ...(replacement ? [replacement] : []),
    ...answers,
    ...conflictingFigures,
  ])
}

export function keysOfClaims(claims: readonly ClaimView[]): string[] {
  return bounded(claims.flatMap(keysOf))
}

export function keysOfHome({ disputed, stories }: Home): string[] {
  return bounded([
    ...disputed.map(({ id }) => `claim-${id}`),
    ...stories.flatMap(({ story, newest }) => [
      `story-${story.id}`,
      ...(newest ? [`claim-${newest.claim.id}`] : []),
    ]),
    ...disputed.flatMap(keysOf),
  ])
}

export function keysOfStory(story: StoryView): string[] {
  return bounded([`story-${story.id}`, ...story.claims.flatMap(keysOf)])
}

/** @param own the keys of the object that the page is about */
export function keysOfObjectPage(own: readonly string[], claims: readonly ClaimView[]): string[] {
  return bounded([...own, ...claims.flatMap(keysOf)])
}

/**
 * The claim itself, the sources it names, and the claims that its sentence quotes or its badges
 * name.
 */
function keysOf({ id, speaker, about, explanation, badges }: ClaimView): string[] {
  const { ratings, partlyAdmitted, setAside, earlierVersion } = badges
  const claims = [
    id,
    ...(earlierVersion ? [earlierVersion.claim] : []),
    ...(explanation?.cites ?? []),
    ...ratings.map(({ claim }) => claim),
    ...setAside.flatMap(({ ruling, by }) => [ruling, ...by]),
  ]
  const sources = [
    ...(speaker ? [speaker] : []),
    ...about,
    ...ratings.map(({ factChecker }) => factChecker),
    ...(partlyAdmitted?.by ?? []),
    ...setAside.flatMap(({ bodies }) => bodies),
    ...(earlierVersion?.by ?? []),
  ]
  return [
    ...claims.map((claim) => `claim-${claim}`),
    ...sources.map((source) => `source-${source.id}`),
  ]
}

/**
 * Proxies accept 4 KB of headers by default, and keys are sent twice. The most important come
 * first.
 */
const keysMax = 24

function bounded(keys: readonly string[]): string[] {
  return [...new Set([recordKey, ...keys])].slice(0, keysMax)
}
