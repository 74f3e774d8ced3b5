import { describe, expect, test } from 'vitest'
import { goldenCase, recordOf } from './golden-cases.ts'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'
import type { PlainRecord } from './record.ts'

const sources = [
  { id: 'Kim', affiliations: [{ relation: 'speaks_for' as const, to: 'MS', from: 2, until: 4 }] },
  { id: 'Azure', affiliations: [{ relation: 'part_of' as const, to: 'MS' }] },
  { id: 'Foundry', affiliations: [{ relation: 'part_of' as const, to: 'Azure' }] },
  { id: 'Luria', affiliations: [{ relation: 'employed_by' as const, to: 'MS' }] },
]

/** `denied: D E` for a claim: its status, and its cites in order. */
function standing(record: PlainRecord, claim: string): string {
  const found = recompute(record).claims.get(claim)
  return found ? [`${found.status}:`, ...found.cites].join(' ').replace(/:$/, '') : 'not there'
}

function undercutsAreTwoWay(claims: string, links: string) {
  return Object.fromEntries(recompute(noted(claims, links)).twoWay)
}

describe('sides', () => {
  test.each([
    ['a spokesman denies for the house', 'D(Kim→MS, @2)', 'denied: D'],
    ['until the last day of it', 'D(Kim→MS, @4)', 'denied: D'],
    ['and not before', 'D(Kim→MS, @1)', 'disputed: D'],
    ['nor after', 'D(Kim→MS, @5)', 'disputed: D'],
    ['a part of a part denies for the house', 'D(Foundry→MS, @1)', 'denied: D'],
    ['an employee speaks for himself', 'D(Luria→MS, @1)', 'disputed: D'],
  ])('%s', (_, denial, expected) => {
    expect(standing(noted(`R(Info→MS, @0) ${denial}`, '1: D rebuts R', sources), 'R')).toBe(
      expected,
    )
  })

  test.each([
    ['a part of the house that a claim is about is a party to it', 'Foundry', 'denied: D'],
    ['an employee of it is none', 'Luria', 'countered: D'],
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
      '1: A rebuts R (ended); 2: B rebuts R (ended); 3: B undercuts R (ended)',
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

describe('parties to a claim', () => {
  test('whom a claim is about is party to the restatement it relies on', () => {
    const claims = 'R(Info→MS) B(Stat→survey) C(Stat2→survey) U(MS→survey)'

    expect(
      undercutsAreTwoWay(claims, '1: R relies_on B; 2: C restates B; 3: U undercuts C'),
    ).toEqual({ '3': true })
    expect(
      undercutsAreTwoWay(claims, '1: R relies_on B; 2: C restates B (ended); 3: U undercuts C'),
    ).toEqual({ '3': false })
  })

  test('whoever a claim attacks, claim or link, is party to it as long as it attacks', () => {
    const claims = 'R(Info→x) W(Blog→y) N(Lab→z) U(Blog→N) V(Info→N)'
    const links = '1: W relies_on R; 2: N undercuts link 1; 3: U undercuts N; 4: V undercuts N'

    expect(undercutsAreTwoWay(claims, links)).toEqual({ '2': false, '3': true, '4': true })
    expect(undercutsAreTwoWay(claims, links.replace('link 1;', 'link 1 (ended);'))).toEqual({
      '2': false,
      '3': false,
      '4': false,
    })
  })

  test('whose step is undercut is party to the step, at both of its ends and deeper', () => {
    const claims = 'R(Info→x) W(Blog→y) N(Lab→z) U(Blog→N) V(Info→N)'

    expect(
      undercutsAreTwoWay(
        claims,
        '1: W relies_on R; 2: N undercuts link 1 (ended); 3: U undercuts link 1; 4: V undercuts link 2',
      ),
    ).toEqual({ '2': false, '3': true, '4': true })
  })

  test('whom a claim rebuts is party to it', () => {
    expect(
      undercutsAreTwoWay('T(Info→x) X(Bloom→x) U(Bloom→y)', '1: T rebuts X; 2: U undercuts T'),
    ).toEqual({ '2': true })
  })

  test('whom a claim is about is party to what undercuts it', () => {
    expect(
      undercutsAreTwoWay(
        'P(Poster→Mayor) N(Lab→photo) U(Mayor→Lab)',
        '1: N undercuts P; 2: U undercuts N',
      ),
    ).toEqual({ '1': false, '2': true })
  })

  test('a ruling is never answered by its target alone, an opinion always', () => {
    const claims = 'R(Info→MS) J(MS→MS, ruling) O(Lab→x, opinion)'

    expect(undercutsAreTwoWay(claims, '1: J undercuts R; 2: O undercuts R')).toEqual({
      '1': false,
      '2': true,
    })
  })
})

describe('what later events do to the seed story (semantics.md §3.5)', () => {
  const seed = recordOf(goldenCase('SEED'))
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
