import { sql } from 'kysely'
import { gramsOf, likeness } from '../../domain/spelling.ts'
import { mapInSlices } from '../../formats/in-slices.ts'
import type { Db } from '../database/db.ts'

/** Words that differ so much in length are not misspellings of each other. */
const differenceMax = 2
const likenessMin = 0.55

/**
 * Frequent words of claims whose spelling is closest to a word, best first. The statistics of the
 * database know them; they may be of claims that were removed since.
 */
export async function findWordsSpelledLike(
  db: Db,
  word: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ token: string }>`
    select token from (
      select unnest(most_common_elems::text::text[]) as token
      from pg_stats
      where schemaname = 'public' and tablename = 'claim_search' and attname = 'tokens'
    ) as common
    where token ~ '^[[:alpha:]]{3,}$' and token <> ${word}
      and abs(length(token) - ${word.length}::integer) <= ${differenceMax}
  `.execute(db)
  const grams = gramsOf(word)
  const compared = await mapInSlices(rows, ({ token }) => ({
    token,
    score: likeness(grams, gramsOf(token)),
  }))
  return compared
    .filter(({ score }) => score >= likenessMin)
    .toSorted((a, b) => b.score - a.score || (a.token < b.token ? -1 : 1))
    .slice(0, limit)
    .map(({ token }) => token)
}
