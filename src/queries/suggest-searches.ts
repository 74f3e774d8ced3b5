import { searchTerms } from '../domain/search/terms.ts'
import { textOf } from '../domain/search/runs.ts'
import type { Db } from '../store/database/db.ts'
import { findWordsSpelledLike } from '../store/finds/spelled-words.ts'
import { areMoreThan } from '../store/list-way.ts'
import { findSpelledLike } from '../store/name-search.ts'
import { findSearch, foundWords } from '../store/search.ts'

const suggestedMax = 3

/** Of a longer search, only the first words are looked up. */
const wordsMax = 5

/** Searches that somebody may have meant who found nothing: each of them finds something. */
export async function suggestSearches(db: Db, asked: string): Promise<readonly string[]> {
  // The database takes no such character.
  const text = asked.replaceAll('\0', ' ')
  const names = (await findSpelledLike(db, 'source', [text], suggestedMax)).get(text) ?? []
  const searches = await withOtherWords(db, text)
  return [...new Set([...names.map(({ name }) => name), ...searches])].slice(0, suggestedMax)
}

/** The search with one of its words spelled otherwise. */
async function withOtherWords(db: Db, text: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const word of wordsOf(text))
    for (const other of await findWordsSpelledLike(db, word, suggestedMax)) {
      const search = replaced(text, word, other)
      if (search !== undefined && (await findsAny(db, search))) found.push(search)
      if (found.length >= suggestedMax) return found
    }
  return found
}

/** The plain words of a search. */
function wordsOf(text: string): readonly string[] {
  return searchTerms(text)
    .flatMap(({ runs, isExcluded }) => (isExcluded ? [] : runs))
    .flatMap((run) => (run.kind === 'word' && run.parts.length === 0 ? [textOf(run)] : []))
    .slice(0, wordsMax)
}

/** Words of a search are folded; undefined if the text has the word in another form. */
function replaced(text: string, word: string, other: string): string | undefined {
  const at = text.toLowerCase().indexOf(word)
  return at === -1 ? undefined : text.slice(0, at) + other + text.slice(at + word.length)
}

async function findsAny(db: Db, text: string): Promise<boolean> {
  const search = await findSearch(db, text)
  return search !== undefined && areMoreThan(db, foundWords(search, {}), 0)
}
