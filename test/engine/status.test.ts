import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import { aClaim, aLink, anAffiliation, instant } from '../support/small-record.ts'

describe('cites', () => {
  test('come in order: rulings, subjects, one-way, early, id', () => {
    const about = ['MS']
    const items = recordWith(
      [
        aClaim('R', 'Info', { about }),
        aClaim('late', 'x', { assertedAt: instant(9) }),
        aClaim('early2', 'y', { assertedAt: instant(1) }),
        aClaim('early1', 'z', { assertedAt: instant(1) }),
        aClaim('oneway', 'w', { assertedAt: instant(9), withdrawn: true }),
        aClaim('denial', 'MS', { assertedAt: instant(9) }),
        aClaim('self', 'Info', { assertedAt: instant(0) }),
        aClaim('court', 'Court', { kind: 'ruling', assertedAt: instant(9), withdrawn: true }),
      ],
      [
        aLink('1: late rebuts R', { ended: true }),
        aLink('2: early2 rebuts R', { ended: true }),
        aLink('3: early1 rebuts R', { ended: true }),
        aLink('4: oneway undercuts R'),
        aLink('5: denial rebuts R', { ended: true }),
        aLink('6: court rebuts R'),
        aLink('7: self rebuts R', { ended: true }),
      ],
    )

    expect(evaluate(items).judgements.get('R')).toEqual({
      label: 'IN',
      status: 'answered',
      cites: ['court', 'denial', 'oneway', 'self', 'early1', 'early2', 'late'],
    })
  })

  test('name a claim once, though it attacks by several links', () => {
    const items = recordWith(
      [aClaim('R', 'Info'), aClaim('X', 'x')],
      [aLink('1: X rebuts R'), aLink('2: R rebuts X'), aLink('3: X undercuts R')],
    )

    expect(evaluate(items).judgements.get('R')?.cites).toEqual(['X'])
  })

  test('of a lifted attack name the restatement that attacks', () => {
    const items = recordWith(
      [aClaim('R', 'a'), aClaim('D', 'b'), aClaim('E', 'c')],
      [aLink('1: D rebuts R'), aLink('2: E restates D')],
    )

    expect(evaluate(items).judgements.get('R')?.cites).toEqual(['D', 'E'])
  })

  test('of an open basis name the restatements that are open when the basis itself is not', () => {
    const items = recordWith(
      [aClaim('B', 'a', { withdrawn: true }), aClaim('C', 'b'), aClaim('X', 'c'), aClaim('W', 'd')],
      [aLink('1: C restates B'), aLink('2: X rebuts C'), aLink('3: W relies_on B')],
    )

    expect(evaluate(items).judgements.get('W')).toMatchObject({ status: 'disputed', cites: ['C'] })
  })

  test('of a correction leave the concession out', () => {
    const items = recordWith(
      [
        aClaim('R', 'Info', { about: ['MS'] }),
        aClaim('D', 'MS'),
        aClaim('D2', 'MS', { assertedAt: instant(1) }),
        aClaim('S', 'MS', { assertedAt: instant(1) }),
      ],
      [aLink('1: D rebuts R'), aLink('2: S concedes R'), aLink('3: D2 supersedes D')],
    )

    expect(evaluate(items).judgements.get('D')).toMatchObject({
      status: 'corrected',
      cites: ['D2'],
    })
  })
})

describe('sides', () => {
  const R = aClaim('R', 'Info', { about: ['MS'] })
  const links = [aLink('1: D rebuts R')]

  test.each([
    ['who speaks for the subject denies it', 'speaks_for', 5, 'denied'],
    ['a part of the subject disputes it', 'part_of', 5, 'disputed'],
    ['an employee of the subject disputes it', 'employed_by', 5, 'disputed'],
    ['who no longer speaks for the subject disputes it', 'speaks_for', 6, 'disputed'],
  ] as const)('%s', (_, relation, assertedAt, status) => {
    const affiliations = [anAffiliation('S', relation, 'MS', { until: instant(5) })]
    const items = {
      claims: [R, aClaim('D', 'S', { assertedAt: instant(assertedAt) })],
      links,
      affiliations,
    }

    expect(evaluate(items).judgements.get('R')?.status).toBe(status)
  })

  test('whose own claim it is neither denies nor admits it', () => {
    const items = recordWith(
      [
        aClaim('A', 'MS', { about: ['MS'] }),
        aClaim('B', 'MS', { about: ['MS'] }),
        aClaim('S', 'MS', { assertedAt: instant(1) }),
      ],
      [aLink('1: S concedes A')],
    )

    expect(evaluate(items).judgements.get('A')?.status).toBe('unchallenged')
  })

  test('a withdrawn concession no longer admits, and what it superseded stays so', () => {
    const items = recordWith(
      [R, aClaim('D', 'MS'), aClaim('S', 'MS', { assertedAt: instant(1), withdrawn: true })],
      [...links, aLink('2: S concedes R')],
    )
    const { judgements } = evaluate(items)

    expect(judgements.get('R')).toMatchObject({ status: 'answered', cites: ['D'] })
    expect(judgements.get('D')).toMatchObject({ status: 'corrected', cites: ['S'] })
  })

  test('a concession binds nothing said after it, and nothing of another side', () => {
    const items = recordWith(
      [
        R,
        aClaim('D', 'MS', { assertedAt: instant(2) }),
        aClaim('X', 'Bloom'),
        aClaim('S', 'MS', { assertedAt: instant(1) }),
      ],
      [...links, aLink('2: X rebuts R'), aLink('3: S concedes R')],
    )
    const { judgements } = evaluate(items)

    expect(judgements.get('D')?.status).toBe('disputed')
    expect(judgements.get('X')?.status).toBe('disputed')
  })
})

describe('voided', () => {
  test('a voided claim has no status, and takes the links that depend on its links with it', () => {
    const items = recordWith(
      [aClaim('R', 'a'), aClaim('D', 'b', { voided: true }), aClaim('N', 'c'), aClaim('V', 'd')],
      [aLink('1: D rebuts R'), aLink('2: N undercuts #1'), aLink('3: V undercuts #2')],
    )
    const { judgements, guards } = evaluate(items)

    expect([...judgements.keys()]).toEqual(['R', 'N', 'V'])
    expect(judgements.get('R')?.status).toBe('unchallenged')
    expect(guards.size).toBe(0)
  })
})

describe('rulings', () => {
  test('a non-ruling moves neither a ruling nor a link that starts at one', () => {
    const items = recordWith(
      [
        aClaim('R', 'Info'),
        aClaim('J', 'Court', { kind: 'ruling' }),
        aClaim('X', 'x'),
        aClaim('Y', 'y'),
        aClaim('Z', 'z'),
      ],
      [
        aLink('1: J rebuts R'),
        aLink('2: X rebuts J'),
        aLink('3: Y undercuts J'),
        aLink('4: Z undercuts #1'),
      ],
    )
    const { judgements, guards } = evaluate(items)

    expect(judgements.get('J')?.status).toBe('unchallenged')
    expect(judgements.get('R')?.status).toBe('ruled_against')
    expect(guards.get('1')).toBe('IN')
  })
})

function recordWith(claims: RecordItems['claims'], links: RecordItems['links']): RecordItems {
  return { claims, links, affiliations: [] }
}
