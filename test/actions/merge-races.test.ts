import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { mergeObject, unmergeObject } from '../../src/actions/merge-object.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import { loadMergesInForce } from '../../src/store/merges.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

const rounds = 8
const show = () => Promise.resolve(null)

describe('two merges at once', () => {
  it('of one entry: one of them is made, and the other is refused', async ({ db }) => {
    for (let round = 0; round < rounds; round++) {
      const { refs } = await importLines(
        db,
        ['a', 'b', 'c'].map((ref) => sourceLine(ref)),
      )
      const { a = '', b = '', c = '' } = refs

      const outcomes = await Promise.all([
        outcomeOf(merge(db, 'source', a, b)),
        outcomeOf(merge(db, 'source', a, c)),
      ])

      expect(outcomes.toSorted()).toEqual(['precondition-failed', 'written'])
      expect([b, c]).toContain((await loadMergesInForce(db)).get(a))
    }
    await expectRightRecord(db)
  })

  it('of two into each other: never a circle', async ({ db }) => {
    for (let round = 0; round < rounds; round++) {
      const { refs } = await importLines(
        db,
        ['a', 'b'].map((ref) => sourceLine(ref)),
      )
      const { a = '', b = '' } = refs

      const outcomes = await Promise.all([
        outcomeOf(merge(db, 'source', a, b)),
        outcomeOf(merge(db, 'source', b, a)),
      ])

      expect(outcomes.toSorted()).toEqual(['invalid', 'written'])
      const merges = await loadMergesInForce(db)
      expect([merges.get(a), merges.get(b)].filter(Boolean)).toHaveLength(1)
    }
    await expectRightRecord(db)
  })
})

describe('writes that name an entry while it is merged', () => {
  it('read as its survivor, whichever comes first', async ({ db }) => {
    for (let round = 0; round < rounds; round++) {
      const { refs } = await importLines(db, [
        ...['firm', 'again', 'paper'].map((ref) => sourceLine(ref)),
        ...['story', 'copy'].map((ref) => claimLine(ref, 'paper', { about: ['firm'] })),
      ])
      const { firm = '', again = '', story = '', copy = '' } = refs

      const [denied] = await Promise.all([
        importLines(db, [
          claimLine('denial', again, { about: [firm] }),
          linkLine('denies', 'rebuts', 'denial', copy),
        ]),
        merge(db, 'source', again, firm),
        merge(db, 'claim', copy, story),
      ])

      const claim = await db
        .selectFrom('claim')
        .select(['status', 'rebuts', 'cites'])
        .where('id', '=', story)
        .executeTakeFirst()
      expect(claim).toEqual({ status: 'denied', rebuts: 1, cites: [denied.refs['denial']] })
    }
    await expectRightRecord(db)
  })

  it('leave what a computation from scratch gives, in any number', async ({ db }) => {
    const arena = await anArena(db)
    const outcomes: string[] = []

    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        const random = randomFrom(writer)
        for (let round = 0; round < 25; round++)
          outcomes.push(await outcomeOf(randomWrite(db, random, arena)))
      }),
    )

    await expectRightRecord(db)
    const written = outcomes.filter((outcome) => outcome === 'written')
    expect(written.length).toBeGreaterThan(outcomes.length / 4)
    expect(arena.merges.length).toBeGreaterThan(5)
  })
})

interface Arena {
  readonly sources: readonly string[]
  readonly claims: string[]
  /** With those that are voided. */
  readonly merges: string[]
}

async function anArena(db: Db): Promise<Arena> {
  const names = ['paper', 'paper-again', 'firm', 'firm-again']
  const { refs } = await importLines(db, [
    ...names.map((name) => sourceLine(name)),
    ...names.map((name) => claimLine(`by-${name}`, name, { about: ['firm'] })),
    ...names.map((name) => claimLine(`also-by-${name}`, name, { about: ['firm-again'] })),
  ])
  const claims = Object.keys(refs).filter((ref) => ref.includes('by-'))
  const ids = (some: readonly string[]) => some.map((ref) => refs[ref] ?? '')
  return { sources: ids(names), claims: ids(claims), merges: [] }
}

async function randomWrite(db: Db, random: Random, arena: Arena): Promise<void> {
  const { sources, claims, merges } = arena
  const what = random.pick(['source', 'claim', 'claim', 'void', 'void', 'link', 'link', 'new'])
  if (what === 'source' || what === 'claim') {
    const ids = what === 'source' ? sources : claims
    const id = randomUUID()
    const [from, into] = [random.pick(ids), random.pick(ids)]
    await merge(db, what, from, into, { id, versions: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
    merges.push(id)
    return
  }
  if (what === 'void' && merges.length > 0) {
    const id = random.pick(merges)
    const write = { id, versions: [1], reason: 'They are two.' }
    await unmergeObject(quiet(db), { actor: system, show, ...write })
    return
  }
  const relation = random.pick(['rebuts', 'undercuts', 'relies_on', 'restates'])
  const link = (from: string) => linkLine('link', relation, from, random.pick(claims))
  if (what !== 'new') {
    await importLines(db, [link(random.pick(claims))])
    return
  }
  const claim = claimLine('new', random.pick(sources), { about: [random.pick(sources)] })
  const { refs } = await importLines(db, [claim, link('new')])
  claims.push(refs['new'] ?? '')
}

async function merge(
  db: Db,
  noun: 'source' | 'claim',
  from: string,
  into: string,
  { id, versions = [1] }: { readonly id?: string; readonly versions?: readonly number[] } = {},
): Promise<void> {
  const merge = { into, reason: 'One and the same.', ...(id !== undefined && { id }) }
  await mergeObject(quiet(db), { actor: system, show, noun, id: from, versions, merge })
}

/** `written`, or how the rules refuse it. */
async function outcomeOf(write: Promise<void>): Promise<string> {
  try {
    await write
    return 'written'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
