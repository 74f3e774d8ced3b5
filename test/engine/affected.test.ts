import { describe, expect, test } from 'vitest'
import { itemsToCompile } from '../../src/engine/change/affected.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import { PartialRecord, type RecordQuestions } from '../../src/engine/record/partial-record.ts'
import type { Change } from '../../src/engine/record/record.ts'
import { settle } from '../../src/engine/record/settle.ts'
import { loadRecord } from '../support/load.ts'
import { aClaim, aLink, anAffiliation, instant } from '../support/small-record.ts'

const noneForced = { isForced: () => false }

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
      () => itemsToCompile(partial, changes, noneForced),
      async () => {
        const taking = partial.takeQuestions()
        if (taking === undefined) return false
        asked.push(taking)
        return loadRecord(partial, taking, recordOf(items), items)
      },
    )

    expect(compiled).toEqual({ claims: ['new'], links: ['r', 'u'] })
    const ofHub = asked.flatMap(({ linksOnto }) =>
      linksOnto.flatMap(({ target, relation }) => (target === 'hub' ? [relation] : [])),
    )
    expect(ofHub).not.toContain('rebuts')
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

    expect(itemsToCompile(recordOf(items), [{ link: '4' }], noneForced)).toEqual({
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

    expect(itemsToCompile(recordOf(items), [{ link: '2' }], noneForced).links).toEqual(['1', '2'])
  })

  test('a concession compiles what it supersedes and the links that it makes given up', () => {
    const items = {
      claims: [
        aClaim('R', 'Info'),
        aClaim('D', 'MS'),
        aClaim('E', 'MS'),
        aClaim('D2', 'MS'),
        aClaim('X', 'Bloom'),
        aClaim('S', 'MS', { assertedAt: instant(1) }),
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

    expect(itemsToCompile(recordOf(items), [{ link: '5' }], noneForced)).toEqual({
      claims: ['D', 'E'],
      links: ['1', '3', '5'],
    })
  })

  test('a claim that gave up its rebuttals is compiled again when another opens', () => {
    const items = {
      claims: [
        aClaim('R', 'Info'),
        aClaim('D', 'MS'),
        aClaim('S', 'MS', { assertedAt: instant(1) }),
        aClaim('X', 'Bloom'),
      ],
      links: [aLink('1: D rebuts R'), aLink('2: S concedes R'), aLink('3: X rebuts D')],
      affiliations: [],
    }
    const before = { isForced: (id: string) => id === 'D' }

    expect(itemsToCompile(recordOf(items), [{ link: '3' }], before)).toEqual({
      claims: ['D'],
      links: ['3'],
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

    const { links } = itemsToCompile(recordOf(items), changes, noneForced)

    expect(links).toEqual(['1', '2', '3', '4'])
  })

  test.each(['substance', 'wording'] as const)(
    'a correction that is now one of %s compiles the links of both versions',
    (change) => {
      const items = {
        claims: [aClaim('R', 'Info'), aClaim('R2', 'Info'), aClaim('D', 'MS'), aClaim('W', 'Blog')],
        links: [
          aLink('1: D rebuts R'),
          aLink('2: W relies_on R'),
          aLink('3: R2 supersedes R', { change }),
        ],
        affiliations: [],
      }
      const changes = [{ link: '3', isAmended: true }]

      const { claims, links } = itemsToCompile(recordOf(items), changes, noneForced)

      expect(claims).toEqual(expect.arrayContaining(['R', 'R2']))
      expect(links).toEqual(['1', '2', '3'])
    },
  )

  test('supports and qualifies change nothing but themselves', () => {
    const items = {
      claims: [aClaim('A', 'a'), aClaim('B', 'b')],
      links: [aLink('1: A supports B'), aLink('2: A qualifies B')],
      affiliations: [],
    }

    expect(itemsToCompile(recordOf(items), [{ link: '1' }, { link: '2' }], noneForced)).toEqual({
      claims: [],
      links: ['1', '2'],
    })
  })
})
