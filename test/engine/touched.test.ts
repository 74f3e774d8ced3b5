import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import { claimsToJudge } from '../../src/engine/change/touched.ts'
import type { RecordClaim, RecordLink } from '../../src/engine/record/record.ts'
import { EngineStore } from '../support/engine-store.ts'
import { aClaim, aLink, instant } from '../support/small-record.ts'

const R = aClaim('R', 'Info', { about: ['MS'] })
const O1 = aClaim('O1', 'x', { kind: 'opinion', assertedAt: instant(1) })
const O2 = aClaim('O2', 'y', { kind: 'opinion', assertedAt: instant(2) })
const J1 = aClaim('J1', 'Court', { kind: 'ruling', assertedAt: instant(1) })
const J2 = aClaim('J2', 'Appeal', { kind: 'ruling', assertedAt: instant(2) })

describe('claimsToJudge', () => {
  test.each<readonly [string, string, readonly RecordClaim[], readonly string[]]>([
    ['attackers of a claim', 'R', [R, O1, O2], ['1: O1 undercuts R', '2: O2 undercuts R']],
    [
      'attackers of a step that a claim takes',
      'W',
      [R, O1, O2, aClaim('W', 'Blog')],
      ['3: W relies_on R', '1: O1 undercuts #3', '2: O2 undercuts #3'],
    ],
    [
      'bases of a claim',
      'W',
      [
        aClaim('O1', 'x', { assertedAt: instant(1), withdrawn: true }),
        aClaim('O2', 'y', { assertedAt: instant(2), withdrawn: true }),
        aClaim('W', 'Blog'),
      ],
      ['1: W relies_on O1', '2: W relies_on O2'],
    ],
    [
      'corrections of a claim',
      'R',
      [
        R,
        aClaim('O1', 'Info', { assertedAt: instant(1) }),
        aClaim('O2', 'Info', { assertedAt: instant(2) }),
      ],
      ['1: O1 supersedes R', '2: O2 supersedes R'],
    ],
    [
      'concessions of a claim',
      'R',
      [
        R,
        aClaim('O1', 'MS', { assertedAt: instant(1) }),
        aClaim('O2', 'MS', { assertedAt: instant(2) }),
      ],
      ['1: O1 concedes R', '2: O2 concedes R'],
    ],
    [
      'concessions that supersede a claim',
      'D',
      [
        R,
        aClaim('D', 'MS'),
        aClaim('O1', 'MS', { assertedAt: instant(1) }),
        aClaim('O2', 'MS', { assertedAt: instant(2) }),
      ],
      ['3: D rebuts R', '1: O1 concedes R', '2: O2 concedes R'],
    ],
  ])('cites change their order with the date of one: %s', async (_, cited, claims, texts) => {
    const store = await storeOf(
      claims,
      texts.map((text) => aLink(text)),
    )
    expect(store.judgements.get(cited)?.cites).toEqual(['O1', 'O2'])

    await amend(store, 'O1', { assertedAt: instant(9) })

    expect(store.judgements.get(cited)?.cites).toEqual(['O2', 'O1'])
    assert.deepStrictEqual(store.judgements, evaluate(store.items).judgements)
  })

  test('cites change their order with the date of one: rulings that affirm a claim', async () => {
    const links = [aLink('1: J1 restates R'), aLink('2: J2 restates R')]
    const store = await storeOf([R, J1, J2], links)
    expect(store.judgements.get('R')?.cites).toEqual(['J1', 'J2'])

    await amend(store, 'J1', { assertedAt: instant(9) })

    expect(store.judgements.get('R')?.cites).toEqual(['J2', 'J1'])
  })

  test('another attack on what is open anyway is cited', async () => {
    const store = await storeOf([R, aClaim('D', 'MS')], [aLink('1: D rebuts R')])

    await store.update(() => {
      store.claims.set('X', aClaim('X', 'Bloom'))
      store.links.set('2', aLink('2: X rebuts R'))
      return [{ claim: 'X', what: 'added' }, { link: '2' }]
    })

    expect(store.judgements.get('R')).toMatchObject({ status: 'denied', cites: ['D', 'X'] })
  })

  test('another attack on an open basis leaves those who rely on it alone', () => {
    const claims = [R, aClaim('D', 'MS'), aClaim('X', 'Bloom'), aClaim('W', 'Blog')]
    const links = [aLink('1: D rebuts R'), aLink('2: W relies_on R'), aLink('3: X rebuts R')]
    const record = recordOf({ claims, links, affiliations: [] })

    const judged = claimsToJudge(record, [{ link: '3' }], {
      compiled: [],
      relabelled: [{ kind: 'guard', link: '3' }],
      recompiled: [
        { kind: 'guard', link: '3' },
        { kind: 'rebuttal', link: '3' },
      ],
    })

    expect(judged).toEqual(['R', 'X'])
  })
})

async function storeOf(
  claims: readonly RecordClaim[],
  links: readonly RecordLink[],
): Promise<EngineStore> {
  const store = new EngineStore()
  for (const claim of claims) {
    await store.update(() => {
      store.claims.set(claim.id, claim)
      return [{ claim: claim.id, what: 'added' }]
    })
  }
  for (const link of links) {
    await store.update(() => {
      store.links.set(link.id, link)
      return [{ link: link.id }]
    })
  }
  return store
}

async function amend(store: EngineStore, id: string, to: Partial<RecordClaim>): Promise<void> {
  await store.update(() => {
    const claim = store.claims.get(id)
    if (claim !== undefined) store.claims.set(id, { ...claim, ...to })
    return [{ claim: id, what: 'amended' }]
  })
}
