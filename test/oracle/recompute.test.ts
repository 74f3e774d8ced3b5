import { describe, expect, test } from 'vitest'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'
import { standing } from './standing.ts'

const sources = [
  { id: 'Kim', affiliations: [{ relation: 'speaks_for' as const, to: 'MS', from: 2, until: 4 }] },
  { id: 'Azure', affiliations: [{ relation: 'part_of' as const, to: 'MS' }] },
  { id: 'Foundry', affiliations: [{ relation: 'part_of' as const, to: 'Azure' }] },
  { id: 'Luria', affiliations: [{ relation: 'employed_by' as const, to: 'MS' }] },
]

describe('sides', () => {
  test.each([
    ['a spokesman denies for the house', 'D(Kim→MS, @2)', 'denied: D'],
    ['until the last day of it', 'D(Kim→MS, @4)', 'denied: D'],
    ['and not before', 'D(Kim→MS, @1)', 'disputed: D'],
    ['nor after', 'D(Kim→MS, @5)', 'disputed: D'],
    ['a part does not speak for the house', 'D(Foundry→MS, @1)', 'disputed: D'],
    ['an employee speaks for himself', 'D(Luria→MS, @1)', 'disputed: D'],
  ])('%s', (_, denial, expected) => {
    expect(standing(noted(`R(Info→MS, @0) ${denial}`, '1: D rebuts R', sources), 'R')).toBe(
      expected,
    )
  })

  test.each([
    ['a part of the house that a claim is about has its interest', 'Foundry', 'disputed: D'],
    ['and so has an employee', 'Luria', 'disputed: D'],
    ['somebody of the speaker’s own side is no party by that alone', 'Lab', 'countered: D'],
  ])('%s', (_, speaker, expected) => {
    const record = noted(`R(Info→MS) D(${speaker}→doc)`, '1: D undercuts R', sources)

    expect(standing(record, 'R')).toBe(expected)
  })

  test('a concession by a spokesman replaces the denial of the house', () => {
    const record = noted(
      'R(Info→MS, @0) D(MS→MS, @1) S(Kim→MS, @3)',
      '1: D rebuts R; 2: S concedes R',
      sources,
    )

    expect(standing(record, 'R')).toBe('admitted: S')
    expect(standing(record, 'D')).toBe('corrected: S')
  })

  test('a concession ends the earlier undercuts of its side, not those onto links', () => {
    const record = noted(
      'R(Info→MS) U(MS→Info) W(Blog→x) V(MS→y) S(MS→MS) T(MS→Info)',
      '1: U undercuts R; 2: W relies_on R; 3: V undercuts link 2; 4: S concedes R; 5: T undercuts R',
    )

    expect(Object.fromEntries(recompute(record).guards)).toEqual({
      '1': 'OUT',
      '2': 'UNDEC',
      '3': 'IN',
      '5': 'IN',
    })
    expect(standing(record, 'R')).toBe('denied: T')
  })
})

describe('the order of cites', () => {
  const claims = 'R(Info→MS, @0)'

  test('rulings, then the party it is about, then one-way, then the earliest, then by id', () => {
    const record = noted(
      `${claims} J(Court→MS, ruling, @9) C(MS→x, @8) U(Lab→y, @7) AA(Info2→z, @6) B(Bloom→MS, @5) A(Bloom→MS, @5)`,
      '1: J rebuts R (ended); 2: C rebuts R (ended); 3: U undercuts R (ended); 4: AA rebuts R (ended); 5: B rebuts R (ended); 6: A rebuts R (ended)',
    )

    expect(standing(record, 'R')).toBe('answered: J C U A B AA')
  })

  test('a claim is one-way when any of the arcs that cite it is', () => {
    const record = noted(
      `${claims} A(Lab→y, @1) B(Lab2→y, @2)`,
      '1: A rebuts R (ended); 3: B undercuts R (ended)',
    )

    expect(recompute(record).twoWay.get('3')).toBe(false)
    expect(standing(record, 'R')).toBe('answered: B A')
  })

  test('what was fallen and who undercut the step are both cited, the undercut first', () => {
    const record = noted(
      'A(a→x, @0, withdrawn) B(b→x, @0) W(Blog→x, @1) U(Lab→y, @2)',
      '1: W relies_on A; 2: W relies_on B; 3: U undercuts link 2',
    )

    expect(standing(record, 'W')).toBe('basis_lost: U A')
  })

  test('of a basis that is open, its open restatements are not cited beside it', () => {
    const record = noted(
      'A(a→x) B(b→x) D(d→x) W(Blog→x)',
      '1: B restates A; 2: D rebuts A; 3: W relies_on A',
    )

    expect(standing(record, 'W')).toBe('disputed: A')
  })

  test('of a basis that is gone but restated, the open restatements are cited', () => {
    const record = noted(
      'A(a→x, withdrawn) B(b→x) C(c→x) D(d→x) W(Blog→x)',
      '1: B restates A; 2: C restates A; 3: D rebuts A; 4: W relies_on A',
    )

    expect(standing(record, 'W')).toBe('disputed: B C')
  })
})

describe('concessions', () => {
  test.each([
    ['of a restatement admits the claim', 'B', 'D rebuts R'],
    ['reach the denial of a restatement', 'R', 'D rebuts B'],
    ['reach a denial that was there before the report', 'R', 'R rebuts D'],
  ])('%s', (_, conceded, rebuttal) => {
    const record = noted(
      'R(Info→MS, @1) B(Bloom→MS, @1) D(MS→MS, @1) U(MS→Bloom, @1) S(MS→MS, @2)',
      `1: B restates R; 2: ${rebuttal}; 3: U undercuts B; 4: S concedes ${conceded}`,
    )

    expect(standing(record, 'R')).toBe('admitted: S')
    expect(standing(record, 'D')).toBe('corrected: S')
    expect(standing(record, 'B')).toBe('admitted: S')
  })

  test('never replace the conceding claim itself, nor a restatement of what is conceded', () => {
    const record = noted(
      'R(Info→MS) B(Bloom→MS) C(MS→MS) S(MS→MS)',
      '1: B restates R; 2: C restates R; 3: B rebuts C; 4: S rebuts B; 5: S concedes R',
    )

    expect(standing(record, 'S')).toBe('disputed: R B C')
    expect(standing(record, 'C')).not.toContain('corrected')
  })
})

describe('rulings', () => {
  test('are out of reach of what is no ruling, and so is what they say of others', () => {
    const record = noted(
      'R(Info→MS) J(Court→MS, ruling) U(Lab→x) V(Lab→y)',
      '1: J rebuts R; 2: U undercuts J; 3: V undercuts link 1',
    )

    expect(standing(record, 'J')).toBe('unchallenged')
    expect(standing(record, 'R')).toBe('ruled_against: J')
    expect(recompute(record).guards.get('1')).toBe('IN')
  })
})
