import { describe, expect } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import { randomFrom } from '../oracle/random.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { randomImport, type Arena } from '../support/random-import.ts'

const imports = 1000
const writers = 8
/** So that a slow machine tries less instead of longer. */
const timeMaxMs = 35_000

describe('writers who race on the same few claims', () => {
  it('leave what a computation from scratch gives', { timeout: 90_000 }, async ({ db }) => {
    const arena = await anArena(db)
    const until = performance.now() + timeMaxMs
    const outcomes: string[] = []

    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const random = randomFrom(writer)
        while (outcomes.length < imports && performance.now() < until)
          outcomes.push(await write(db, arena, randomImport(random, arena)))
      }),
    )

    await expectRightRecord(db)
    const counts = Map.groupBy(outcomes, (outcome) => outcome)
    expect([...counts.keys()].toSorted()).toEqual(['conflict', 'invalid', 'written'])
    expect(counts.get('written')?.length).toBeGreaterThan(outcomes.length / 4)
  })
})

async function anArena(db: Db): Promise<Arena> {
  const names = ['paper', 'firm', 'lab', 'court', 'subsidiary']
  const affiliations = [{ relation: 'part_of', source: 'firm' }]
  const { refs } = await importLines(db, [
    ...names.map((name) => sourceLine(name, name === 'subsidiary' ? { affiliations } : {})),
    ...names.map((name, index) =>
      claimLine(`by-${name}`, name, { about: [names[(index + 1) % names.length]] }),
    ),
  ])
  const ids = (refs: readonly string[]) => refs.flatMap((ref) => idOf[ref] ?? [])
  const idOf: Readonly<Record<string, string>> = refs
  return { sources: ids(names), claims: ids(names.map((name) => `by-${name}`)), links: [] }
}

async function write(db: Db, arena: Arena, lines: readonly object[]): Promise<string> {
  try {
    const { refs } = await importLines(db, lines)
    if (refs['new'] !== undefined) arena.claims.push(refs['new'])
    if (refs['link'] !== undefined) arena.links.push(refs['link'])
    return 'written'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
