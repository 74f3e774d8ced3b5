import { describe, expect, test } from 'vitest'
import { itemsToCompile } from '../../src/engine/affected.ts'
import { recordOf } from '../../src/engine/memory.ts'
import { PartialRecord, type RecordQuestions } from '../../src/engine/partial-record.ts'
import type { Change } from '../../src/engine/record.ts'
import { settle } from '../../src/engine/settle.ts'
import { loadRecord } from '../support/load.ts'
import { aClaim, aLink, anAffiliation } from '../support/small-record.ts'

describe('itemsToCompile', () => {
  test('a rebuttal of a claim that a thousand rebut reads none of the thousand', async () => {
    const rivals = Array.from({ length: 1000 }, (_, index) => `x${index}`)
    const items = {
      claims: ['hub', 'new', 'critic', ...rivals].map((id) => aClaim(id, `${id} speaker`)),
      links: [
        ...rivals.map((id) => aLink(`l${id}: ${id} rebuts hub`)),
        aLink('u: critic undercuts hub'),
        aLink('r: new rebuts hub'),
      ],
      affiliations: [],
    }
    const changes: readonly Change[] = [{ claim: 'new', what: 'added' }, { link: 'r' }]
    const partial = new PartialRecord()
    const asked: RecordQuestions[] = []

    const compiled = await settle(
      () => itemsToCompile(partial, changes),
      async () => {
        const taking = partial.takeQuestions()
        if (taking === undefined) return false
        asked.push(taking)
        return loadRecord(partial, taking, recordOf(items), items)
      },
    )

    expect(compiled).toEqual({ claims: ['new'], links: ['r'] })
    const relations = asked.flatMap(({ linksOnto }) => linksOnto.map(({ relation }) => relation))
    expect(new Set(relations)).toEqual(new Set(['restates', 'concedes', 'undercuts']))
    const counted = asked.reduce((sum, { claims, links }) => sum + claims.length + links.length, 0)
    expect(counted).toBeLessThan(10)
  })

  test('a rebuttal two steps of reliance above makes an undercut of the base two-way', () => {
    const items = {
      claims: [
        aClaim('base', 'Stat'),
        aClaim('middle', 'Blog'),
        aClaim('top', 'Info'),
        aClaim('U', 'Bloom'),
        aClaim('X', 'Bloom'),
      ],
      links: [
        aLink('1: middle relies_on base'),
        aLink('2: top relies_on middle'),
        aLink('3: U undercuts base'),
        aLink('4: X rebuts top'),
      ],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '4' }])).toEqual({
      claims: [],
      links: ['3', '4'],
    })
  })

  test('a rebuttal by who speaks for the speaker of an undercut makes it two-way', () => {
    const items = {
      claims: [aClaim('R', 'Info'), aClaim('U', 'Bloom'), aClaim('X', 'Press')],
      links: [aLink('1: U undercuts R'), aLink('2: X rebuts R')],
      affiliations: [anAffiliation('Press', 'speaks_for', 'Bloom')],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '2' }]).links).toEqual(['1', '2'])
  })

  test('a rebuttal of nobody of its side leaves an undercut alone', () => {
    const items = {
      claims: [aClaim('R', 'Info'), aClaim('U', 'Archive'), aClaim('X', 'Bloom')],
      links: [aLink('1: U undercuts R'), aLink('2: X rebuts R')],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '2' }])).toEqual({ claims: [], links: ['2'] })
  })

  test('a concession compiles what it supersedes and the undercuts that it ends', () => {
    const items = {
      claims: [
        aClaim('R', 'Info'),
        aClaim('D', 'MS'),
        aClaim('E', 'MS'),
        aClaim('D2', 'MS'),
        aClaim('X', 'Bloom'),
        aClaim('S', 'MS', { assertedAt: 1 }),
      ],
      links: [
        aLink('1: D rebuts R'),
        aLink('2: E restates D'),
        aLink('3: D2 undercuts R'),
        aLink('4: X rebuts R'),
        aLink('5: S concedes R'),
      ],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '5' }])).toEqual({
      claims: ['D', 'E'],
      links: ['3', '5'],
    })
  })

  test('a concession frees whom an undercut that it ends had made a party', () => {
    const items = {
      claims: [
        aClaim('R', 'Info'),
        aClaim('D', 'MS'),
        aClaim('V', 'Info'),
        aClaim('S', 'MS', { assertedAt: 1 }),
      ],
      links: [aLink('1: D undercuts R'), aLink('2: V undercuts D'), aLink('3: S concedes R')],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '3' }])).toEqual({
      claims: [],
      links: ['1', '2', '3'],
    })
  })

  test('voiding the bridge of a group compiles what touched either part', () => {
    const items = {
      claims: [
        aClaim('A', 'a'),
        aClaim('B', 'b', { voided: true }),
        aClaim('C', 'c'),
        aClaim('X', 'x'),
        aClaim('W', 'w'),
      ],
      links: [
        aLink('1: B restates A'),
        aLink('2: C restates B'),
        aLink('3: X rebuts A'),
        aLink('4: W relies_on C'),
      ],
      affiliations: [],
    }
    const changes: readonly Change[] = [
      { claim: 'B', what: 'voided' },
      { link: '1' },
      { link: '2' },
    ]

    const { links } = itemsToCompile(recordOf(items), changes)

    expect(links).toEqual(['1', '2', '3', '4'])
  })

  test('supports and qualifies change nothing but themselves', () => {
    const items = {
      claims: [aClaim('A', 'a'), aClaim('B', 'b')],
      links: [aLink('1: A supports B'), aLink('2: A qualifies B')],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '1' }, { link: '2' }])).toEqual({
      claims: [],
      links: ['1', '2'],
    })
  })
})
