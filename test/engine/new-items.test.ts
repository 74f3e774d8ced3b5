import { describe, expect, test } from 'vitest'
import { NewItems } from '../../src/engine/record/new-items.ts'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import type { Change } from '../../src/engine/record/record.ts'
import { aClaim, aLink } from '../support/small-record.ts'

const claims = [aClaim('a', 's'), aClaim('b', 's')]
const links = [aLink('1: a rebuts b'), aLink('2: a rebuts old'), aLink('3: b undercuts #1')]
const facts = claims.map(({ id }) => {
  return { claim: id, attributions: ['relay' as const], isRating: false, lastStatus: null }
})
const entered = { claims, links, facts }
const added: Change[] = [
  ...claims.map(({ id }) => ({ claim: id, what: 'added' as const })),
  ...links.map(({ id }) => ({ link: id })),
]

describe('NewItems', () => {
  test('nobody is asked about what has just been entered', () => {
    const record = new PartialRecord(new NewItems(entered, added))

    expect(record.claim('a')).toEqual(claims[0])
    expect(record.linksFrom('a', 'rebuts')).toEqual([links[0], links[1]])
    expect(record.linksFrom('a', 'supports')).toEqual([])
    expect(record.linksOnto('b', 'rebuts')).toEqual([links[0]])
    expect(record.linksOnto('1', 'undercuts')).toEqual([links[2]])
    expect(record.undercutsOfLinksOf('a')).toEqual([links[2]])
    expect(record.takeQuestions()).toBeUndefined()
  })

  test('what was there before is asked about, also what new links lead to', () => {
    const record = new PartialRecord(new NewItems(entered, added))

    record.linksOnto('old', 'rebuts')

    expect(record.takeQuestions()?.linksOnto).toEqual([{ target: 'old', relation: 'rebuts' }])
  })

  test('a claim that was withdrawn again is asked about', () => {
    const changes: Change[] = [...added, { claim: 'a', what: 'withdrawn' }]
    const record = new PartialRecord(new NewItems(entered, changes))

    record.claim('a')
    record.claim('b')

    expect(record.takeQuestions()?.claims).toEqual(['a'])
  })

  test('so is a link that was ended again, with all that it is linked to', () => {
    const record = new PartialRecord(new NewItems(entered, [...added, { link: '3' }]))

    record.link('3')
    record.linksFrom('b', 'undercuts')
    record.linksOnto('1', 'undercuts')
    record.undercutsOfLinksOf('a')

    expect(record.takeQuestions()).toMatchObject({
      links: ['3'],
      linksFrom: [{ claim: 'b', relation: 'undercuts' }],
      linksOnto: [{ target: '1', relation: 'undercuts' }],
      undercutsOfLinksOf: ['a'],
    })
  })

  test('links that count for nothing lead nowhere', () => {
    const voided = [aLink('1: a rebuts b', { voided: true })]
    const record = new PartialRecord(new NewItems({ ...entered, links: voided }, added))

    expect(record.linksFrom('a', 'rebuts')).toEqual([])
    expect(record.link('1')?.voided).toBe(true)
  })

  test('the facts of a claim hold until it changes again, were it only in how it is cited', () => {
    const changes: Change[] = [...added, { claim: 'a', what: 'added' }]

    expect(new NewItems(entered, added).facts).toEqual(facts)
    expect(new NewItems(entered, changes).facts.map(({ claim }) => claim)).toEqual(['b'])
  })
})
