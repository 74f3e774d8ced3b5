import { describe, expect, test } from 'vitest'
import { goldenSeed } from './golden-seed.ts'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'
import type { PlainRecord } from './record.ts'
import { standing } from './standing.ts'

describe('what later events do to the seed story (semantics.md §3.5)', () => {
  const seed = goldenSeed()
  const later = (claims: string, links: string): PlainRecord => {
    const more = noted(claims, links)
    return {
      ...seed,
      claims: [...seed.claims, ...more.claims],
      links: [...seed.links, ...more.links],
    }
  }

  test('somebody notes that the denial speaks of something else', () => {
    const record = later('N(TechR→statement, @3)', '1: N undercuts link a')

    expect(standing(record, 'D1')).toBe('answered: R1')
    expect(standing(record, 'R1')).toBe('denied: D2')
  })

  test('the report is retracted', () => {
    const claims = seed.claims.map((claim) =>
      Object.assign({}, claim, { withdrawn: claim.id === 'R1' }),
    )
    const record = { ...seed, claims }

    expect(standing(record, 'R1')).toBe('withdrawn')
    expect(standing(record, 'D1')).toBe('answered: R1')
    for (const claim of ['R3', 'F1', 'F2', 'W'])
      expect(standing(record, claim)).toBe('basis_lost: R1')
    expect(standing(record, 'L')).toBe('answered: W')
  })

  test('the company concedes', () => {
    const record = later('S(Microsoft→Microsoft, @3)', '1: S concedes R1')

    expect(standing(record, 'R1')).toBe('admitted: S')
    expect(standing(record, 'D1')).toBe('corrected: S')
    expect(recompute(record).guards.get('b')).toBe('OUT')
    expect(standing(record, 'R3')).toBe('unchallenged')
    expect(standing(record, 'F1')).toBe('disputed: F2')
    expect(standing(record, 'W')).toBe('disputed: L')
  })

  test('the report is corrected', () => {
    const record = later('R1b(TheInformation→Microsoft, @3)', '1: R1b supersedes R1')

    expect(standing(record, 'R1')).toBe('corrected: R1b')
    expect(standing(record, 'D1')).toBe('answered: R1')
    expect(standing(record, 'R3')).toBe('basis_lost: R1')
  })

  test('a ruling affirms the report', () => {
    const record = later('J(Court→Microsoft, ruling, @3)', '1: J restates R1')

    expect(standing(record, 'R1')).toBe('ruled_for: J')
    expect(standing(record, 'D1')).toBe('ruled_against: J')
    expect(standing(record, 'R3')).toBe('unchallenged')
  })

  test('the figures themselves are recorded', () => {
    const record = later('F3(Registry→doc, figure, @3)', '1: F3 undercuts F1; 2: F3 undercuts F2')

    expect(standing(record, 'F1')).toBe('countered: F3')
    expect(standing(record, 'F2')).toBe('countered: F3')
    expect(standing(record, 'R1')).toBe('denied: D1 D2')
  })
})
