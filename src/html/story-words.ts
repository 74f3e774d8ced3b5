import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Status } from '../domain/status.ts'
import { voidedStanding } from '../sentences/standing/read.ts'
import { statusWord } from '../sentences/table/vocabulary.ts'
import type { StoryView } from '../views/story.ts'
import { storyTitle } from './reader-words.ts'

/** The title of a story's page and card. */
export function titleOfStory(story: StoryView, language: DisplayLanguage): string {
  const title = storyTitle(story, language).text
  return story.voidedAt === null ? title : `[${voidedStanding(language).prefix}] ${title}`
}

/** How many claims have a status; null is that of entry errors. */
export interface StatusCount {
  readonly status: Status | null
  readonly count: number
}

/** "Accounts differ (6)". */
export function countInWords({ status, count }: StatusCount, language: DisplayLanguage): string {
  return `${statusWord(status, language)} (${count})`
}

/**
 * How many claims of a story have each status, the most frequent first. Nothing if not all of its
 * claims are here.
 */
export function countedByStatus({ claims, counts }: StoryView): readonly StatusCount[] {
  if (claims.length < counts.claims) return []
  return [...Map.groupBy(claims, ({ status }) => status)]
    .map(([status, { length: count }]) => ({ status, count }))
    .toSorted((a, b) => b.count - a.count)
}
