import type { StoryEntry } from '../domain/entries.ts'
import type { Db } from './database/db.ts'
import { insertRows, type Numbered } from './database/rows.ts'

export async function insertStories(
  tx: Db,
  at: Date,
  stories: readonly Numbered<StoryEntry>[],
): Promise<void> {
  const rows = stories.map((story) => {
    return { id: story.id, ...storyContent(story), version: 1, recorded_at: at }
  })
  await Promise.all([insertRows(tx, 'story', rows), insertStoryClaims(tx, stories)])
}

/** The columns that an amendment sets. */
export function storyContent({ slug, titles, seq }: Numbered<StoryEntry>) {
  return { slug, title_langs: titles.map(({ lang }) => lang), content_seq: seq }
}

export async function insertStoryClaims(
  tx: Db,
  stories: readonly Numbered<StoryEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'story_claim',
    stories.flatMap(({ id, claims, seq }) =>
      claims.map((claim, position) => ({ seq, position, story_id: id, claim_id: claim })),
    ),
  )
}
