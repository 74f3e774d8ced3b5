import type { StoryEntry } from '../domain/entries.ts'
import type { Db } from './db.ts'
import { insertRows, type Numbered } from './rows.ts'

export async function insertStories(
  tx: Db,
  at: Date,
  stories: readonly Numbered<StoryEntry>[],
): Promise<void> {
  await insertRows(
    tx,
    'story',
    stories.map(({ id, slug, titles, seq }) => ({
      id,
      slug,
      title_langs: titles.map(({ lang }) => lang),
      version: 1,
      content_seq: seq,
      recorded_at: at,
    })),
  )
  await insertRows(
    tx,
    'story_claim',
    stories.flatMap(({ id, claims, seq }) =>
      claims.map((claim, position) => ({ seq, position, story_id: id, claim_id: claim })),
    ),
  )
}
