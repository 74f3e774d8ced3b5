import { describe, expect, test } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { noted } from './notation.ts'

const spokesman = [
  { id: 'Kim', affiliations: [{ relation: 'speaks_for' as const, to: 'MS', from: 0, until: 10 }] },
  { id: 'Azure', affiliations: [{ relation: 'part_of' as const, to: 'MS' }] },
  { id: 'Luria', affiliations: [{ relation: 'employed_by' as const, to: 'MS' }] },
]

/** `1-self-link 3` for each breach: rule and link. */
function breaches(claims: string, links: string): string[] {
  return brokenRules(noted(claims, links, spokesman)).map(({ rule, link }) => `${rule} ${link}`)
}

describe('brokenRules', () => {
  test.each([
    ['a link onto its own claim', 'A(a)', '1: A supports A', ['1-self-link 1', '1-within-group 1']],
    [
      'a link onto a link of its own claim',
      'A(a) B(b)',
      '1: A rebuts B; 2: A undercuts link 1',
      ['1-onto-own-link 2'],
    ],
    [
      'a rebuttal within a group, whichever came first',
      'A(a) B(b) C(c)',
      '1: A rebuts B; 2: A restates C; 3: B restates C',
      ['1-within-group 1'],
    ],
    [
      'a correction within a group is fine',
      'A(a) B(a) C(c)',
      '1: B supersedes A; 2: A restates C; 3: B restates C',
      [],
    ],
    [
      'an ended restatement makes no group',
      'A(a) B(b)',
      '1: A rebuts B; 2: A restates B (ended)',
      [],
    ],
    [
      'the same relation twice',
      'A(a) B(b)',
      '1: A rebuts B; 2: A rebuts B; 3: B rebuts A',
      ['2-duplicate 1', '2-duplicate 2'],
    ],
    [
      'the same again after it was ended or voided',
      'A(a) B(b)',
      '1: A rebuts B (ended); 2: A rebuts B (voided); 3: A rebuts B',
      [],
    ],
    ['an opinion rebuts a fact', 'A(a, opinion) B(b)', '1: A rebuts B', ['3-rebuts-kinds 1']],
    [
      'a ruling rebuts an opinion',
      'A(a, ruling) B(b, opinion)',
      '1: A rebuts B',
      ['3-rebuts-kinds 1'],
    ],
    ['a figure rebuts a ruling', 'A(a, figure) B(b, ruling)', '1: A rebuts B', []],
    ['a figure restates a fact', 'A(a, figure) B(b)', '1: A restates B', ['3-restates-kinds 1']],
    ['a ruling restates a figure', 'A(a, ruling) B(b, figure)', '1: A restates B', []],
    ['a fact restates a ruling', 'A(a) B(b, ruling)', '1: A restates B', ['3-restates-kinds 1']],
    [
      'a fact undercuts a ruling',
      'A(a) B(b, ruling)',
      '1: A undercuts B',
      ['3-undercuts-ruling 1'],
    ],
    [
      'a fact undercuts what a ruling says of a claim',
      'A(a) B(b, ruling) C(c)',
      '1: B rebuts C; 2: A undercuts link 1',
      ['3-undercuts-ruling 2'],
    ],
    ['a ruling undercuts a ruling', 'A(a, ruling) B(b, ruling)', '1: A undercuts B', []],
    [
      'anything but an undercut onto a link',
      'A(a) B(b) C(c)',
      '1: A rebuts B; 2: C supports link 1',
      ['4-only-undercuts-target-links 2'],
    ],
    [
      'an undercut onto a link that makes no step',
      'A(a) B(b) C(c)',
      '1: A supports B; 2: C undercuts link 1',
      ['4-no-such-step 2'],
    ],
    ['a correction by another', 'A(a) B(b)', '1: B supersedes A', ['5-supersedes-other-voice 1']],
    ['a correction by the spokesman', 'A(MS) B(Kim)', '1: B supersedes A', []],
    ['a correction of the spokesman', 'A(Kim) B(MS)', '1: B supersedes A', []],
    [
      'a correction by one who no longer speaks for them',
      'A(MS) B(Kim, @11)',
      '1: B supersedes A',
      ['5-supersedes-other-voice 1'],
    ],
    [
      'a correction by a part of the same house',
      'A(MS) B(Azure)',
      '1: B supersedes A',
      ['5-supersedes-other-voice 1'],
    ],
    ['an older correction', 'A(a) B(a)', '1: A supersedes B', ['5-supersedes-later 1']],
    ['a correction of the same day', 'A(a, @1) B(a, @1)', '1: A supersedes B', []],
    [
      'corrections in a circle',
      'A(a, @1) B(a, @1)',
      '1: A supersedes B; 2: B supersedes A',
      ['5-supersedes-cycle 1', '5-supersedes-cycle 2'],
    ],
    ['a concession to oneself', 'A(MS) B(Azure)', '1: B concedes A', ['5-concedes-own-side 1']],
    ['a concession by nobody named', 'A(MS) B(?)', '1: B concedes A', ['5-concedes-unnamed 1']],
    ['a concession to an employee', 'A(MS) B(Luria)', '1: B concedes A', []],
    [
      'reliance in a circle',
      'A(a) B(b) C(c) D(d)',
      '1: A relies_on B; 2: B relies_on C; 3: C relies_on A; 4: D relies_on A',
      ['6-relies-on-cycle 1', '6-relies-on-cycle 2', '6-relies-on-cycle 3'],
    ],
    [
      'an undercut of one’s own side',
      'A(MS) B(Kim)',
      '1: B undercuts A',
      ['7-undercuts-own-claim 1'],
    ],
    ['an undercut of the former house', 'A(MS) B(Kim, @11)', '1: B undercuts A', []],
    ['a link of a voided claim', 'A(a, voided) B(b, opinion)', '1: A rebuts B', []],
    [
      'an undercut that a concession ended keeps its place',
      'R(Info→MS) U(MS→Info) S(MS→MS) T(MS→Info)',
      '1: U undercuts R; 2: S concedes R; 3: U undercuts R',
      ['2-duplicate 1', '2-duplicate 3'],
    ],
  ])('%s', (_, claims, links, expected) => {
    expect(breaches(claims, links)).toEqual(expected)
  })
})
