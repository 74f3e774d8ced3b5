import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgesOf } from '../../src/engine/badges.ts'
import { claimsToMark } from '../../src/engine/touched-badges.ts'
import { claimsToJudge } from '../../src/engine/touched.ts'
import { noted } from '../oracle/notation.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { beforeChange, changedNodes } from './one-change.ts'
import { wholeRecord, type WholeRecord } from './whole-record.ts'

test('after any single change, every claim whose badges changed was named', () => {
  let differing = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.nat(), (seed, which, how) => {
      const plain = randomRecord(seed, { sources: 5, claims: 12, links: 24 })
      const { record: earlier, changes } = beforeChange(plain, which, how)
      const [before, after] = [wholeRecord(earlier), wholeRecord(plain)]

      const nodes = changedNodes(before, after)
      const named = new Set([
        ...claimsToJudge(after.record, changes, nodes),
        ...claimsToMark(after.record, changes, nodes),
      ])

      for (const { id } of plain.claims) {
        const [then, now] = [badgesIn(before, id), badgesIn(after, id)]
        if (now === undefined || JSON.stringify(then) === JSON.stringify(now)) continue
        differing++
        expect(named).toContain(id)
      }
    }),
    { numRuns: 800, seed: 20_251_203 },
  )
  expect(differing).toBeGreaterThan(200)
}, 60_000)

test('when two speakers turn out to be of one side, what both support was named', () => {
  const plain = noted('R(Info→MS) X(ceo→MS) Y(MS→MS)', '1: X supports R; 2: Y supports R')
  const { record } = wholeRecord(plain)

  expect(claimsToMark(record, [{ source: 'ceo' }], { recompiled: [], relabelled: [] })).toContain(
    'R',
  )
})

function badgesIn({ record, labels }: WholeRecord, id: string) {
  // A third of all claims rate something; their speakers stand for fact-checkers.
  const facts = { attributionsOf: () => [], isRating: (claim: string) => /[147]$/.test(claim) }
  return badgesOf(record, labels, facts, id)
}
