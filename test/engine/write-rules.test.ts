import { describe, expect, test } from 'vitest'
import { linkRules, type LinkRule } from '../../src/engine/rules/link-rules.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import type { Change, RecordClaim, RecordLink, RecordView } from '../../src/engine/record/record.ts'
import { brokenRules, rulesBrokenAfter } from '../../src/engine/rules/write-rules.ts'
import { aClaim, aLink, anAffiliation, instant } from '../support/small-record.ts'

const claims = [
  aClaim('R', 'Info', { about: ['MS'] }),
  aClaim('R2', 'Info', { assertedAt: instant(5) }),
  aClaim('D', 'MS', { assertedAt: instant(2) }),
  aClaim('Early', 'MS'),
  aClaim('Unit', 'GitHub', { assertedAt: instant(6) }),
  aClaim('Press', 'Spokesman', { assertedAt: instant(6) }),
  aClaim('Assistant', 'Assistant', { assertedAt: instant(6) }),
  aClaim('Nobody', null),
  aClaim('Somebody', null),
  aClaim('X', 'Bloom'),
  aClaim('X2', 'Bloom'),
  aClaim('Y', 'Bloom'),
  aClaim('F', 'Bloom', { kind: 'figure' }),
  aClaim('O', 'Anal', { kind: 'opinion' }),
  aClaim('P', 'Other', { kind: 'opinion' }),
  aClaim('J', 'Court', { kind: 'ruling' }),
  aClaim('K', 'Appeal', { kind: 'ruling' }),
]
const affiliations = [
  anAffiliation('Spokesman', 'speaks_for', 'MS'),
  anAffiliation('Assistant', 'speaks_for', 'Spokesman'),
  anAffiliation('GitHub', 'part_of', 'MS'),
]

function recordWith(...links: readonly RecordLink[]): RecordView {
  return recordOf({ claims, links, affiliations })
}

function rulesOf(record: RecordView, ...links: string[]): readonly LinkRule[] {
  return brokenRules(record, links).map(({ rule }) => rule)
}

/** `l0` rebuts a claim, `l1` undercuts `l0`, and so on up to a depth. */
function tower(depth: number): string[] {
  const undercuts = Array.from(
    { length: depth },
    (_, below) => `l${below + 1}: ${below % 2 ? 'X' : 'Y'} undercuts #l${below}`,
  )
  return ['l0: D rebuts R', ...undercuts]
}

const cases: readonly (readonly [LinkRule, string, ...string[]])[] = [
  ['no-self-link', 'R supports R'],
  ['no-link-onto-own-link', 'D undercuts #a', 'a: D rebuts R'],
  ['no-quarrel-within-group', 'X rebuts R', 'a: X restates R'],
  ['no-quarrel-within-group', 'X concedes R', 'a: Y restates R', 'b: X restates Y'],
  ['no-duplicate', 'X rebuts R', 'a: X rebuts R'],
  ['rebuts-like-kinds', 'O rebuts R'],
  ['rebuts-like-kinds', 'R rebuts O'],
  ['restates-like-kinds', 'F restates R'],
  ['restates-like-kinds', 'R restates J'],
  ['restates-like-kinds', 'J restates O'],
  ['only-rulings-undercut-rulings', 'R undercuts J'],
  ['only-rulings-undercut-rulings', 'R undercuts #a', 'a: J rebuts X'],
  ['only-undercuts-target-links', 'X rebuts #a', 'a: D rebuts R'],
  ['only-guarded-links-are-targets', 'X undercuts #a', 'a: D supports R'],
  ['tower', 'F undercuts #l8', ...tower(8)],
  ['supersedes-own-claim', 'X supersedes R'],
  ['supersedes-own-claim', 'Unit supersedes D'],
  ['supersedes-earlier-claim', 'R supersedes R2'],
  ['supersedes-without-cycle', 'X supersedes Y', 'a: Y supersedes F', 'b: F supersedes X'],
  ['supersedes-own-claim', 'Nobody supersedes Somebody'],
  ['wording-like-kinds', 'F supersedes X (wording)'],
  ['wording-one-successor', 'X supersedes Y (wording)', 'a: X2 supersedes Y (wording)'],
  ['wording-one-predecessor', 'X supersedes Y (wording)', 'a: X supersedes X2 (wording)'],
  ['no-second-link-between-versions', 'X rebuts Y', 'a: X supersedes Y (wording)'],
  ['concedes-other-voice', 'Press concedes D'],
  ['concedes-by-name', 'Nobody concedes R'],
  ['relies-without-cycle', 'X relies_on R', 'a: R relies_on O', 'b: O relies_on X'],
  ['no-undercut-of-own-claim', 'Press undercuts D'],
]

describe('brokenRules', () => {
  test.each(cases)('%s: %s', (rule, link, ...others) => {
    const record = recordWith(...others.map((other) => aLink(other)), aLink(`new: ${link}`))

    expect(rulesOf(record, 'new')).toEqual([rule])
  })

  test('meets-known-points: what an answer meets is a point of the claim that it answers', () => {
    const points = [{ id: 'a', ended: true }]
    const pointed = aClaim('Pointed', 'Info', { points })
    const meets = ['a']
    const rules = (text: string, ...others: readonly RecordLink[]) => {
      const links = [...others, aLink(`new: ${text}`, { meets })]
      return rulesOf(recordOf({ claims: [...claims, pointed], links, affiliations }), 'new')
    }

    expect(rules('D rebuts R')).toEqual(['meets-known-points'])
    expect(rules('D rebuts Pointed')).toEqual([])
    expect(rules('D undercuts #a', aLink('a: Pointed rebuts X'))).toEqual([])
    expect(rules('D undercuts #a', aLink('a: X rebuts Pointed'))).toEqual(['meets-known-points'])
    expect(rules('D rebuts R', aLink('a: R supersedes Pointed (wording)'))).toEqual([])
  })

  test('wording-keeps-points: new wording has the points that are in force', () => {
    const before = aClaim('A', 'Bloom', { points: [{ id: 'a', ended: false }] })
    const rules = (points: RecordClaim['points'], of = before) => {
      const after = aClaim('B', 'Bloom', { points })
      const links = [aLink('new: B supersedes A (wording)')]
      return rulesOf(recordOf({ claims: [of, after], links, affiliations }), 'new')
    }

    expect(rules([{ id: 'b', ended: false }])).toEqual(['wording-keeps-points'])
    expect(rules([{ id: 'a', ended: true }])).toEqual([])
    expect(rules([], { ...before, points: [{ id: 'a', ended: true }] })).toEqual([])
  })

  test('every rule has a case here', () => {
    const ofPoints: readonly LinkRule[] = ['meets-known-points', 'wording-keeps-points']
    const told = new Set([...cases.map(([rule]) => rule), ...ofPoints])
    expect(told).toEqual(new Set(linkRules))
  })

  test.each([
    ['a denial', 'D rebuts R'],
    ['an opinion rebuts an opinion', 'O rebuts P'],
    ['a figure rebuts a fact', 'F rebuts R'],
    ['a ruling restates a fact', 'J restates R'],
    ['a ruling restates a figure', 'J restates F'],
    ['a ruling undercuts a ruling', 'K undercuts J'],
    ['an opinion undercuts a fact', 'O undercuts R'],
    ['a spokesman corrects who he speaks for', 'Press supersedes D'],
    ['who speaks for a spokesman corrects who that speaks for', 'Assistant supersedes D'],
    ['a part undercuts its whole', 'Unit undercuts D'],
    ['a correction of the same day', 'X supersedes Y'],
    ['new wording', 'X supersedes Y (wording)'],
    ['a second correction of substance', 'X supersedes Y', 'a: X2 supersedes Y'],
    ['a concession', 'D concedes R'],
    ['undercutting the other side', 'D undercuts R'],
    ['superseding within a group', 'R2 supersedes R', 'a: R2 restates R'],
    ['restating in a circle', 'R2 restates R', 'a: X restates R2', 'b: R restates X'],
    ['undercutting a link of another', 'X undercuts #a', 'a: D rebuts R'],
    ['links onto links 8 deep', 'F undercuts #l7', ...tower(7)],
    ['one link each way', 'R rebuts D', 'a: D rebuts R'],
    ['two relations between the same claims', 'D undercuts R', 'a: D rebuts R'],
  ])('keeps every rule: %s', (_, link, ...others) => {
    const record = recordWith(...others.map((other) => aLink(other)), aLink(`new: ${link}`))

    expect(rulesOf(record, 'new')).toEqual([])
  })

  test('an ended or voided link breaks no rule, and no other link breaks one by it', () => {
    const record = recordWith(
      aLink('1: O rebuts R', { ended: true }),
      aLink('2: O rebuts R', { voided: true }),
      aLink('3: X rebuts R', { ended: true }),
      aLink('4: X rebuts R'),
    )

    expect(rulesOf(record, '1', '2', '3', '4')).toEqual([])
  })

  test('a restatement that makes a group of claims that quarrel names the quarrel', () => {
    const record = recordWith(
      aLink('old: Y rebuts R'),
      aLink('1: X restates R'),
      aLink('new: Y restates X'),
    )

    expect(brokenRules(record, ['new'])).toMatchObject([
      { link: 'old', rule: 'no-quarrel-within-group' },
    ])
  })

  test('a tower from before there was the rule stays, and grows no further', () => {
    const record = recordWith(...[...tower(12), 'new: F undercuts #l12'].map((link) => aLink(link)))
    const towerAfter = (...changes: readonly Change[]) =>
      rulesBrokenAfter(record, changes).map(({ link, rule }) => `${link} ${rule}`)

    expect(towerAfter({ claim: 'X', what: 'amended' }, { source: 'Bloom' })).toEqual([])
    expect(towerAfter({ link: 'new' })).toEqual(['new tower'])
  })

  test('the message says where, what and what to do', () => {
    const record = recordWith(aLink('1: O rebuts R'))

    expect(brokenRules(record, ['1'])[0]?.message).toBe(
      'Link 1, "rebuts" from claim O to claim R: Facts, figures and rulings rebut each other, and ' +
        'opinions rebut opinions. Use undercuts or qualifies, or correct the kind of the claim.',
    )
  })
})

describe('rulesBrokenAfter', () => {
  test.each<readonly [string, Change, readonly string[], readonly string[]]>([
    ['a kind', { claim: 'O', what: 'amended' }, ['1: O rebuts R'], ['1 rebuts-like-kinds']],
    [
      'a kind, which an undercut of its link depends on',
      { claim: 'J', what: 'amended' },
      ['1: J rebuts R', '2: X undercuts #1'],
      ['2 only-rulings-undercut-rulings'],
    ],
    [
      'a date',
      { claim: 'R2', what: 'amended' },
      ['1: R supersedes R2'],
      ['1 supersedes-earlier-claim'],
    ],
    ['affiliations', { source: 'MS' }, ['1: Press undercuts D'], ['1 no-undercut-of-own-claim']],
    [
      'wording that joins two groups which quarrel',
      { link: '3' },
      ['1: X restates R', '2: R rebuts Y', '3: X supersedes Y (wording)'],
      ['2 no-quarrel-within-group'],
    ],
    [
      'wording that closes a circle of reliance',
      { link: '3' },
      ['1: X relies_on R', '2: R relies_on Y', '3: X supersedes Y (wording)'],
      ['1 relies-without-cycle', '2 relies-without-cycle'],
    ],
    ['what breaks none', { claim: 'X', what: 'added' }, ['1: O rebuts R'], []],
  ])('a change is judged like an entry: %s', (_, change, texts, expected) => {
    const record = recordWith(...texts.map((text) => aLink(text)))
    const broken = rulesBrokenAfter(record, [change]).map(({ link, rule }) => `${link} ${rule}`)

    expect(broken.toSorted()).toEqual(expected)
  })

  test('the message on a link from before says to end or void it, one on a new link does not', () => {
    const record = recordWith(aLink('1: O rebuts R'))
    const message = (change: Change) => rulesBrokenAfter(record, [change])[0]?.message
    const advice = 'end or void it first.'

    expect(message({ claim: 'O', what: 'amended' })).toContain(advice)
    expect(message({ link: '1' })).toBeDefined()
    expect(message({ link: '1' })).not.toContain(advice)
  })
})
