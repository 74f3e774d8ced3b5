import { describe, expect, test } from 'vitest'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import { settle, settleEach } from '../../src/engine/record/settle.ts'
import { interestsOf } from '../../src/engine/reading/voice.ts'
import { aClaim, aLink, anAffiliation, instant } from '../support/small-record.ts'

describe('settle', () => {
  test('a loader that does not answer is an error, not an endless loop', async () => {
    const record = new PartialRecord()
    const loading = settle(
      () => record.claim('c'),
      async () => record.takeQuestions() !== undefined,
      20,
    )

    await expect(loading).rejects.toThrow('after loading 20 times')
  })

  test('what was loaded and is not there is absent, and not asked again', async () => {
    const record = new PartialRecord()
    let loads = 0

    const claim = await settle(
      () => record.claim('c'),
      async () => {
        const asked = record.takeQuestions()
        if (asked === undefined) return false
        record.addClaims(asked.claims, [])
        loads += 1
        return true
      },
    )

    expect(claim).toBeUndefined()
    expect(loads).toBe(1)
  })
})

describe('settleEach', () => {
  test('computes again only what missed something', async () => {
    const record = new PartialRecord()
    record.addClaims([], [aClaim('known', 's')])
    const computed: string[] = []

    const answers = await settleEach(
      ['known', 'unknown'],
      (id) => {
        computed.push(id)
        return record.claim(id)?.id
      },
      () => record.misses,
      async () => {
        const asked = record.takeQuestions()
        record.addClaims(
          asked?.claims ?? [],
          (asked?.claims ?? []).map((id) => aClaim(id, 's')),
        )
        return asked !== undefined
      },
    )

    expect(answers).toEqual(['known', 'unknown'])
    expect(computed).toEqual(['known', 'unknown', 'unknown'])
  })
})

describe('PartialRecord', () => {
  test('questions of one run come together, each once', () => {
    const record = new PartialRecord()

    record.claim('a')
    record.claim('a')
    record.claim('b')
    record.linksOnto('a', 'rebuts')
    record.linksFrom('b', 'undercuts')
    record.affiliationsOf('s')

    expect(record.takeQuestions()).toEqual({
      claims: ['a', 'b'],
      links: [],
      linksFrom: [{ claim: 'b', relation: 'undercuts' }],
      linksOnto: [{ target: 'a', relation: 'rebuts' }],
      undercutsOfLinksOf: [],
      affiliations: ['s'],
      claimsOfSide: [],
    })
    expect(record.takeQuestions()).toBeUndefined()
  })

  test('links found by their ends need not be asked for by id', () => {
    const record = new PartialRecord()
    const link = aLink('1: a rebuts b')

    record.addLinksOnto([{ target: 'b', relation: 'rebuts' }], [link])

    expect(record.linksOnto('b', 'rebuts')).toEqual([link])
    expect(record.link('1')).toEqual(link)
    expect(record.takeQuestions()).toBeUndefined()
  })

  test('affiliations that go all the way up answer for every source on the way', () => {
    const record = new PartialRecord()

    record.addAffiliations(
      ['unit'],
      [anAffiliation('unit', 'part_of', 'GitHub'), anAffiliation('GitHub', 'part_of', 'MS')],
    )

    expect(interestsOf(record, 'unit', instant(0))).toEqual(new Set(['unit', 'GitHub', 'MS']))
    expect(interestsOf(record, 'MS', instant(0))).toEqual(new Set(['MS']))
    expect(record.takeQuestions()).toBeUndefined()
  })

  test('what is loaded again replaces what was known', () => {
    const record = new PartialRecord()
    record.addClaims(['a'], [aClaim('a', 's')])

    record.addClaims(['a'], [aClaim('a', 's', { withdrawn: true })])

    expect(record.claim('a')?.withdrawn).toBe(true)
  })
})
