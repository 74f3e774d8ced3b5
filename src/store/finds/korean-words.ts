import { sql } from 'kysely'
import { bareLengths } from '../../domain/search/particles.ts'
import { gramsOf, likeness } from '../../domain/spelling.ts'
import { mapInSlices } from '../../formats/in-slices.ts'
import type { Db } from '../database/db.ts'

/** With fewer syllables, no two neighbours are left that are not misspelt. */
const shortest = 3
/** How many claims are looked at for each two syllables of the word. */
const claimsMax = 150
const likenessMin = 0.5
/** More of a claim is not looked at. */
const textMax = 1000

/**
 * Korean words of claims whose spelling is closest to a word, best first. Claims are found by two
 * neighbouring syllables of it, so words of two syllables have none. A misspelling that stands in as
 * many claims is as good a word.
 */
export async function findKoreanSpelledLike(
  db: Db,
  word: string,
  limit: number,
): Promise<readonly string[]> {
  const letters = [...word]
  if (letters.length < shortest) return []
  const pairs = letters.slice(1).map((letter, index) => `'${letters[index]}${letter}'`)
  const { rows } = await sql<{ text: string }>`
    select left(words.body, ${textMax}) as text from (
      select distinct found.claim_id
      from unnest(${pairs}::text[]) as pair (query)
      cross join lateral (
        select claim_id from claims_with_words(
          pair.query::tsquery, null::text[], null::text[], null::text[], ${claimsMax}::integer
        )
      ) as found
    ) as near
    join claim on claim.id = near.claim_id and claim.voided_at is null
    join words on words.seq = claim.content_seq and words.field = '/text'
  `.execute(db)
  const written = await mapInSlices(rows, ({ text }) => [...new Set(koreanWords(text))])
  const counts = new Map<string, number>()
  for (const each of written.flat()) counts.set(each, (counts.get(each) ?? 0) + 1)
  const grams = gramsOf(word)
  const near = [...counts].filter(([other]) => {
    return other !== word && Math.abs([...other].length - letters.length) <= 1
  })
  const scored = await mapInSlices(near, ([other, count]) => {
    return { other, count, score: likeness(grams, gramsOf(other)) }
  })
  const likely = scored
    .filter(({ score }) => score >= likenessMin)
    .toSorted((a, b) => b.score - a.score || b.count - a.count || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other)
  return likely.filter((other, index) => !isOneOf(other, likely.slice(0, index))).slice(0, limit)
}

/** Whether it is one of some words with particles. */
function isOneOf(word: string, others: readonly string[]): boolean {
  const letters = [...word]
  const bare = new Set(bareLengths(letters, 2).map((length) => letters.slice(0, length).join('')))
  return others.some((other) => bare.has(other))
}

/** The Korean words of a text, as they stand and without their particles. */
function koreanWords(text: string): readonly string[] {
  return (text.normalize('NFC').match(/[가-힣]{2,}/gu) ?? []).flatMap((word) => {
    const letters = [...word]
    const bare = bareLengths(letters, 2).map((length) => letters.slice(0, length).join(''))
    return [word, ...bare]
  })
}
