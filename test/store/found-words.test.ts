import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { areMoreThan } from '../../src/store/list-way.ts'
import { findSearch, foundWords } from '../../src/store/search.ts'
import { importLines } from '../support/import.ts'
import { it as withDb } from '../support/it.ts'

/** Of 600 claims, 60 have both "harbour" and "closed", and so does none of the others. */
const it = withDb.extend('entered', { scope: 'file', auto: true }, async ({ db, ownerDb }) => {
  const others = ['bridge opened', 'mayor resigned', 'tariff announced', 'strike ended']
  const claims = Array.from({ length: 600 }, (_, nth) => {
    const said = nth % 10 === 0 ? 'harbour closed' : others[nth % others.length]
    return {
      type: 'claim',
      ref: `c${nth}`,
      kind: 'fact',
      speaker: 's',
      about: [],
      text: `The ${said} on day ${nth}.`,
      lang: 'en',
      assertedAt: '2025',
    }
  })
  const source = { type: 'source', ref: 's', kind: 'outlet', name: 'A paper' }
  await importLines(db, [{ type: 'bundle', duplicates: 'new' }, source, ...claims])
  await sql`analyze`.execute(ownerDb)
  return true
})

describe('areMoreThan', () => {
  it.for([
    ['harbour', 40, true],
    ['harbour', 80, false],
    // The planner expects six of these, as if one word had nothing to do with the other.
    ['harbour closed', 40, true],
    ['harbour closed', 60, false],
    ['harbour closed', 59, true],
    ['"harbour closed"', 40, true],
    ['harbour -closed', 80, false],
    ['nobodysaysthis', 2, false],
  ] as const)('%s, more than %i: %s', async ([words, most, expected], { db }) => {
    const search = await findSearch(db, words)
    if (!search) throw new Error('Nothing to search for.')

    expect(await areMoreThan(db, foundWords(search, {}), most)).toBe(expected)
  })
})
