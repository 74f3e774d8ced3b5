import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { foldedName } from '../../../domain/spelling.ts'
import type { ClaimQuery } from '../../../queries/claim-filters.ts'
import { listAsked } from '../../../queries/list-claims.ts'
import type { Db } from '../../../store/database/db.ts'
import { findSpelledLike } from '../../../store/name-search.ts'

/** A search that was perhaps meant. */
export interface Meant {
  readonly q: string
  /** The part that was put right. */
  readonly name: string
}

/** How many words of a search are looked up, how many likely names of each, and how many are offered. */
const limits = { words: 4, names: 2, offered: 3 }

/**
 * Searches with the name of a source in place of a word that is spelled like it. Only those that find
 * a claim, with the same filters, are worth offering.
 */
export async function loadMeant(
  db: Db,
  query: ClaimQuery,
  language: DisplayLanguage,
): Promise<readonly Meant[]> {
  const { q } = query
  if (q === undefined) return []
  const words = [...new Set(q.split(/\s+/u).filter((word) => [...word].length > 2))]
  const asked = [...new Set([...words.slice(0, limits.words), q.trim()])]
  const alike = await findSpelledLike(db, 'source', asked, limits.names)
  const likely = asked.flatMap((word) =>
    (alike.get(word) ?? []).map(({ name }) => ({ name, q: q.replace(word, () => name).trim() })),
  )
  const others = likely.filter((each, index) => {
    const isFirst = likely.findIndex(({ q: other }) => other === each.q) === index
    return isFirst && foldedName(each.q) !== foldedName(q) && [...each.q].length <= 200
  })
  const offered: Meant[] = []
  for (const each of others.slice(0, limits.words)) {
    if (offered.length === limits.offered) break
    const page = { after: undefined, limit: 1 }
    const sort = query.sort === 'relevance' ? 'newest' : query.sort
    const { rows } = await listAsked(db, { ...query, q: each.q, sort }, page, language)
    if (rows.length > 0) offered.push(each)
  }
  return offered
}
