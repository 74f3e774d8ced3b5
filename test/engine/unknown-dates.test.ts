import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import { brokenRules } from '../../src/engine/rules/write-rules.ts'
import { worldTimeOf } from '../../src/domain/world-time.ts'
import { aClaim, aLink, anAffiliation, instant } from '../support/small-record.ts'

describe('an unknown date', () => {
  test.each([
    [null, 5],
    [5, null],
    [null, null],
  ])('lets a correction stand: of %j by %j', (before, after) => {
    const claims = [
      aClaim('Old', 'Info', { assertedAt: at(before) }),
      aClaim('New', 'Info', { assertedAt: at(after) }),
    ]
    const links = [aLink('1: New supersedes Old')]

    expect(brokenRules(recordOf({ claims, links, affiliations: [] }), ['1'])).toEqual([])
  })

  test.each([
    [null, 5, 'corrected'],
    [5, null, 'corrected'],
    [6, 5, 'disputed'],
  ])('of a denial (%j) or a concession (%j) is no later: %s', (denied, conceded, status) => {
    const claims = [
      aClaim('R', 'Info', { about: ['MS'] }),
      aClaim('D', 'MS', { assertedAt: at(denied) }),
      aClaim('S', 'MS', { assertedAt: at(conceded) }),
    ]
    const links = [aLink('1: D rebuts R'), aLink('2: S concedes R')]

    expect(statusOf({ claims, links, affiliations: [] }, 'D')).toBe(status)
  })

  test.each([
    ['2025', 'denied'],
    ['2024', 'disputed'],
    [null, 'denied'],
  ])('is covered by every affiliation: a denial of %j leaves it %s', (denied, status) => {
    const claims = [
      aClaim('R', 'Info', { about: ['MS'] }),
      aClaim('D', 'Spokesman', { assertedAt: worldTimeOf(denied) }),
    ]
    const items = {
      claims,
      links: [aLink('1: D rebuts R')],
      affiliations: [anAffiliation('Spokesman', 'speaks_for', 'MS', { from: worldTimeOf('2025') })],
    }

    expect(statusOf(items, 'R')).toBe(status)
  })

  test('is cited last', () => {
    const claims = [
      aClaim('R', 'Info'),
      aClaim('A', 'a', { assertedAt: at(null) }),
      aClaim('B', 'b', { assertedAt: at(9) }),
      aClaim('C', 'c', { assertedAt: at(null) }),
    ]
    const links = ['1: A rebuts R', '2: B rebuts R', '3: C rebuts R'].map((text) => aLink(text))

    expect(evaluate({ claims, links, affiliations: [] }).judgements.get('R')?.cites).toEqual([
      'B',
      'A',
      'C',
    ])
  })
})

function at(time: number | null) {
  return time === null ? worldTimeOf(null) : instant(time)
}

function statusOf(items: Parameters<typeof evaluate>[0], claim: string): string | undefined {
  return evaluate(items).judgements.get(claim)?.status
}
