import { z } from 'zod'
import { slug } from '../domain/references.ts'
import { wordAt } from '../domain/words.ts'
import type { ListedStoryRow, StoryRow } from '../store/story-rows.ts'
import { claimView } from './claim.ts'
import { objectFields, removableText, viewObject } from './common.ts'

const storyFields = {
  ...objectFields,
  slug,
  title: removableText,
  titles: z.array(z.object({ lang: z.string(), title: z.string() })),
}

const counts = z.object({ claims: z.int() })

/** A story in a list. */
export const storySummaryView = z.object({ ...storyFields, counts }).meta({ id: 'StorySummary' })

export const storyView = z
  .object({
    ...storyFields,
    claims: z.array(claimView).meta({
      description: 'Its first claims, at most 200; `/v1/stories/{id}/claims` lists all of them.',
    }),
    counts,
  })
  .meta({ id: 'Story' })
export type StoryView = z.output<typeof storyView>

export function viewStoryFields(row: Omit<StoryRow, 'claims'>) {
  return {
    ...viewObject(row),
    slug: row.slug,
    title: row.words['/title'] ?? null,
    titles: row.redaction
      ? []
      : row.titleLangs.map((lang, index) => ({
          lang,
          title: wordAt(row.words, `/titles/${index}/title`),
        })),
  }
}

export function viewStorySummary(row: ListedStoryRow): z.output<typeof storySummaryView> {
  return { ...viewStoryFields(row), counts: { claims: row.claims } }
}
