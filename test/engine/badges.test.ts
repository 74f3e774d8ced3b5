import { describe, expect, it, test } from 'vitest'
import type { StoredBadges } from '../../src/domain/badges.ts'
import type { Attribution } from '../../src/domain/kinds.ts'
import { badgesOf } from '../../src/engine/standing/badges.ts'
import { goldenSeed } from '../oracle/golden-seed.ts'
import { noted } from '../oracle/notation.ts'
import type { PlainRecord, PlainSource } from '../oracle/record.ts'
import { wholeRecord } from './whole-record.ts'

const none: StoredBadges = {
  qualified: 0,
  alsoAssertedBy: 0,
  reasonsOffered: 0,
  deniedBySubject: false,
  admittedBySubject: false,
  partlyAdmitted: null,
  setAside: [],
  earlierVersion: null,
  figuresConflict: false,
  secondHandOnly: false,
  contestedInference: false,
  ratings: [],
}

interface Facts {
  attributions?: readonly Attribution[]
  ratings?: readonly string[]
}

function badges(plain: PlainRecord, claim: string, facts: Facts = {}): StoredBadges | undefined {
  const { record, labels } = wholeRecord(plain)
  const known = {
    attributionsOf: () => facts.attributions ?? ['firsthand' as const],
    isRating: (id: string) => facts.ratings?.includes(id) ?? false,
    lastStatusOf: () => null,
  }
  return badgesOf(record, labels, known, claim)
}

describe('badges of one claim', () => {
  test.each<[string, string, string, Partial<StoredBadges>]>([
    ['nothing beside it', 'R(Info→MS)', '', {}],
    [
      'qualified by two claims of one speaker',
      'R(Info→MS) X(MS→MS) Y(MS→MS)',
      '1: X qualifies R; 2: Y qualifies R',
      { qualified: 2 },
    ],
    [
      'qualified twice by one claim',
      'R(Info→MS) X(MS→MS)',
      '1: X qualifies R; 2: X qualifies R',
      { qualified: 1 },
    ],
    [
      'qualifications that were dropped, voided or not of it',
      'R(Info→MS) X(MS→MS) Y(MS→MS) Z(a→b)',
      '1: X qualifies R (ended); 2: Y qualifies R (voided); 3: R qualifies Z',
      {},
    ],
    [
      'reasons of two speakers, one of whom gives two',
      'R(Info→MS) X(a→MS) Y(a→MS) Z(b→MS)',
      '1: X supports R; 2: Y supports R; 3: Z supports R',
      { reasonsOffered: 2 },
    ],
    [
      'reasons of its own speaker and of one who took the claim back',
      'R(Info→MS) X(Info→MS) Y(a→MS, withdrawn)',
      '1: X supports R; 2: Y supports R',
      { reasonsOffered: 2 },
    ],
    [
      'asserted by another, who also says it through a third claim',
      'R(Info→MS) B(Bloom→MS) C(Bloom→MS)',
      '1: B restates R; 2: C restates B',
      { alsoAssertedBy: 1 },
    ],
    [
      'asserted again by its own speaker, and by one who took it back',
      'R(Info→MS) B(Info→MS) C(Bloom→MS, withdrawn) D(Reut→MS)',
      '1: B restates R; 2: C restates R; 3: D restates C (ended)',
      {},
    ],
    ['denied by its subject', 'R(Info→MS) D(MS→MS)', '1: D rebuts R', { deniedBySubject: true }],
    [
      'contested by its subject through an undercut',
      'R(Info→MS) D(MS→Info)',
      '1: D undercuts R',
      { deniedBySubject: true },
    ],
    ['rebutted by a third party', 'R(Info→MS) D(Bloom→MS)', '1: D rebuts R', {}],
    ['rebutted by its own speaker', 'R(MS→MS) D(MS→MS)', '1: D rebuts R', {}],
    [
      'denied by its subject, who took the denial back',
      'R(Info→MS) D(MS→MS, withdrawn)',
      '1: D rebuts R',
      {},
    ],
    [
      'admitted by its subject',
      'R(Info→MS) S(MS→MS)',
      '1: S concedes R',
      { admittedBySubject: true },
    ],
    [
      'admitted and denied again',
      'R(Info→MS) S(MS→MS) E(MS→MS)',
      '1: S concedes R; 2: E rebuts R',
      { admittedBySubject: true, deniedBySubject: true },
    ],
    [
      'admitted in another restatement',
      'R(Info→MS) B(Bloom→MS) S(MS→MS)',
      '1: B restates R; 2: S concedes B',
      { admittedBySubject: true, alsoAssertedBy: 1 },
    ],
    ['conceded by a third party', 'R(Info→MS) S(Bloom→MS)', '1: S concedes R', {}],
    ['admitted by a claim taken back', 'R(Info→MS) S(MS→MS, withdrawn)', '1: S concedes R', {}],
    [
      'a figure that rebuts a figure',
      'R(figure, Info→MS) F(figure, Bloom→MS)',
      '1: R rebuts F',
      { figuresConflict: true },
    ],
    [
      'a figure that a figure rebuts, though it counts no more',
      'R(figure, Info→MS) F(figure, Bloom→MS, withdrawn)',
      '1: F rebuts R',
      { figuresConflict: true },
    ],
    ['a figure that a fact rebuts', 'R(figure, Info→MS) F(Bloom→MS)', '1: F rebuts R', {}],
    ['a fact that a figure rebuts', 'R(Info→MS) F(figure, Bloom→MS)', '1: F rebuts R', {}],
    [
      'a figure whose rebuttal was dropped',
      'R(figure, Info→MS) F(figure, Bloom→MS)',
      '1: F rebuts R (ended)',
      {},
    ],
    [
      'a step that it contests, with no end',
      'R(opinion, Anal→MS) W(opinion, Blog→MS) B(Info→MS)',
      '1: W relies_on B; 2: R undercuts link 1',
      { contestedInference: true },
    ],
    [
      'a step that it broke',
      'R(Stats→Foundry) W(opinion, Blog→MS) B(Info→MS)',
      '1: W relies_on B; 2: R undercuts link 1',
      {},
    ],
    [
      'a step that another contests, after it was taken back itself',
      'R(Stats→Foundry, withdrawn) W(opinion, Blog→MS) B(Info→MS) O(opinion, Anal→MS)',
      '1: W relies_on B; 2: R undercuts link 1; 3: O undercuts link 1',
      {},
    ],
    ['a claim that it undercuts, not a step', 'R(Blog→MS) W(Info→Blog)', '1: R undercuts W', {}],
    [
      'a step that it contested and let be',
      'R(opinion, Anal→MS) W(opinion, Blog→MS) B(Info→MS)',
      '1: W relies_on B; 2: R undercuts link 1 (ended)',
      {},
    ],
  ])('%s', (_, claims, links, expected) => {
    expect(badges(noted(claims, links), 'R')).toEqual({ ...none, ...expected })
  })

  it('has none when it is voided or not there', () => {
    expect(badges(noted('R(Info→MS, voided)'), 'R')).toBeUndefined()
    expect(badges(noted('R(Info→MS)'), 'X')).toBeUndefined()
  })
})

describe('those of one side', () => {
  it('count once as a reason, also when a third joins the two', () => {
    const claims = 'R(Info→MS) X(ceo→MS) Y(MS→MS) Z(counsel→MS)'
    const links = '1: X supports R; 2: Z supports R; 3: Y supports R'
    const sides = [speaksFor('ceo', 'MS'), speaksFor('counsel', 'MS')]

    expect(badges(noted(claims, links, sides), 'R')?.reasonsOffered).toBe(1)
    expect(badges(noted(claims, links), 'R')?.reasonsOffered).toBe(3)
  })

  it('do not assert a claim also', () => {
    const claims = 'R(MS→MS) B(ceo→MS) C(Bloom→MS)'
    const links = '1: B restates R; 2: C restates R'

    expect(badges(noted(claims, links, [speaksFor('ceo', 'MS')]), 'R')?.alsoAssertedBy).toBe(1)
  })

  it('are those of the time at which the claim was made', () => {
    const plain = noted(
      'R(Info→MS) X(ceo→MS, @5) Y(ceo→MS, @9) Z(MS→MS, @9)',
      ['1: X supports R', '2: Z supports R'].join('; '),
      [speaksFor('ceo', 'MS', 7)],
    )
    const later = { ...plain, links: [...plain.links, ...noted('', '3: Y supports R').links] }

    expect(badges(plain, 'R')?.reasonsOffered).toBe(2)
    expect(badges(later, 'R')?.reasonsOffered).toBe(1)
  })
})

describe('second-hand only', () => {
  test.each<[readonly Attribution[], boolean]>([
    [['relay'], true],
    [['relay', 'relay'], true],
    [['relay', 'firsthand'], false],
    [['unnamed_source'], false],
    [['named_source'], false],
    [[], true],
  ])('with citations %j: %s', (attributions, expected) => {
    expect(badges(noted('R(Info→MS)'), 'R', { attributions })?.secondHandOnly).toBe(expected)
  })
})

describe('ratings', () => {
  const ratings = ['B', 'A', 'C']
  const claims = 'R(Info→MS) B(AFP→MS, @2) A(Snopes→MS, @2) C(Full→MS, @1) X(Bloom→MS)'

  it('are the rated claims by live links onto it, the earliest first', () => {
    const links =
      '1: B rebuts R; 2: A qualifies R; 3: C supports R; 4: X rebuts R; 5: B qualifies R'

    expect(badges(noted(claims, links), 'R', { ratings })?.ratings).toEqual(['C', 'A', 'B'])
  })

  it('exclude what was dropped or withdrawn, or concerns something else', () => {
    const links = '1: A rebuts R (ended); 2: R rebuts C; 3: B rebuts R'
    const plain = noted(claims.replace('AFP→MS,', 'AFP→MS, withdrawn,'), links)

    expect(badges(plain, 'R', { ratings })?.ratings).toEqual([])
  })
})

describe('badges of the seed story', () => {
  const seed = goldenSeed()

  test.each<[string, Partial<StoredBadges>]>([
    ['R1', { qualified: 1, deniedBySubject: true }],
    ['V', { qualified: 1, reasonsOffered: 3 }],
    ['F1', { figuresConflict: true }],
    ['F2', { figuresConflict: true }],
    ['M', { contestedInference: true }],
    ['Q2', { contestedInference: true }],
    ['W', {}],
    ['L', {}],
    ['S1', {}],
  ])('%s', (claim, expected) => {
    expect(badges(seed, claim)).toEqual({ ...none, ...expected })
  })
})

function speaksFor(id: string, to: string, from = 0): PlainSource {
  return { id, affiliations: [{ relation: 'speaks_for', to, from }] }
}
