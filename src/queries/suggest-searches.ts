import { textOf } from '../domain/search/runs.ts'
import { searchTerms } from '../domain/search/terms.ts'
import { foldedName } from '../domain/spelling.ts'
import type { Db } from '../store/database/db.ts'
import { findKoreanSpelledLike } from '../store/finds/korean-words.ts'
import { findWordsSpelledLike } from '../store/finds/spelled-words.ts'
import { findSpelledLike } from '../store/name-search.ts'

/** A search that was perhaps meant. */
export interface Meant {
  readonly q: string
  /** The part that was put right. */
  readonly name: string
}

/** How many words are looked up, how many likely spellings of each, how many are tried and offered. */
const limits = { words: 5, spellings: 2, tried: 8, offered: 3, characters: 200 }

/**
 * Searches that somebody may have meant who found nothing, each with other words in place of some that
 * are spelled like them: names of sources first, then words of claims.
 *
 * @param finds whether a search finds anything, with whatever else was asked for
 */
export async function suggestSearches(
  db: Db,
  asked: string,
  finds: (q: string) => Promise<boolean>,
): Promise<readonly Meant[]> {
  const offered: Meant[] = []
  const tried = new Set([foldedName(asked)])
  for await (const meant of searchesLike(db, asked)) {
    const folded = foldedName(meant.q)
    if (tried.has(folded) || [...meant.q].length > limits.characters) continue
    tried.add(folded)
    if (await finds(meant.q)) offered.push(meant)
    if (offered.length >= limits.offered || tried.size > limits.tried) break
  }
  return offered
}

/** Searches that differ from one in one word, the likeliest first. */
async function* searchesLike(db: Db, asked: string): AsyncGenerator<Meant> {
  // The database takes no such character.
  const q = asked.replaceAll('\0', ' ').trim()
  const written = [...new Set(q.split(/\s+/u).filter((word) => [...word].length > 2))]
  const names = [...new Set([q, ...written.slice(0, limits.words)])]
  const alike = await findSpelledLike(db, 'source', names, limits.spellings)
  for (const word of names)
    for (const { name } of alike.get(word) ?? [])
      yield { name, q: q.replace(word, () => name).trim() }
  for (const word of wordsOf(q)) {
    const others = /[가-힣]/u.test(word) ? findKoreanSpelledLike : findWordsSpelledLike
    for (const name of await others(db, word, limits.spellings)) {
      const search = replaced(q, word, name)
      if (search !== undefined) yield { name, q: search }
    }
  }
}

/** The plain words of a search. */
function wordsOf(text: string): readonly string[] {
  return searchTerms(text)
    .flatMap(({ runs, isExcluded }) => (isExcluded ? [] : runs))
    .flatMap((run) => {
      const isPlain = run.kind === 'syllables' || (run.kind === 'word' && run.parts.length === 0)
      return isPlain ? [textOf(run)] : []
    })
    .slice(0, limits.words)
}

/** Words of a search are folded; undefined if the text has the word in another form. */
function replaced(text: string, word: string, other: string): string | undefined {
  const at = text.toLowerCase().indexOf(word)
  return at === -1 ? undefined : text.slice(0, at) + other + text.slice(at + word.length)
}
