import { describe, expect, test } from 'vitest'
import { noted } from './notation.ts'
import { recompute } from './recompute.ts'

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

  test('the author of any target, claim or link, is a party to the attacking claim while it attacks', () => {
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

function undercutsAreTwoWay(claims: string, links: string) {
  return Object.fromEntries(recompute(noted(claims, links)).twoWay)
}
