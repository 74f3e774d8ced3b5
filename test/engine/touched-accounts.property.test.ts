import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf } from '../../src/engine/account.ts'
import { statusOf } from '../../src/engine/status.ts'
import { claimsToTell } from '../../src/engine/touched-accounts.ts'
import { claimsToMark } from '../../src/engine/touched-badges.ts'
import type { Change } from '../../src/engine/record.ts'
import { claimsToJudge } from '../../src/engine/touched.ts'
import { noted } from '../oracle/notation.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { beforeChange, changedNodes } from './one-change.ts'
import { wholeRecord, type WholeRecord } from './whole-record.ts'

test('after any single change, every claim whose account changed was named', () => {
  let touched = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(), fc.nat(), (seed, which, how) => {
      const plain = randomRecord(seed, { sources: 5, claims: 12, links: 32 })
      const { record: earlier, changes } = beforeChange(plain, which, how)
      const [before, after] = [wholeRecord(earlier), wholeRecord(plain)]

      const nodes = changedNodes(before, after)
      const judged = new Set([
        ...claimsToJudge(after.record, changes, nodes),
        ...claimsToMark(after.record, changes, nodes),
      ])
      const named = judged.union(new Set(claimsToTell(after.record, changes, nodes)))

      for (const { id } of plain.claims) {
        const [then, now] = [accountIn(before, id), accountIn(after, id)]
        if (now === undefined || JSON.stringify(then) === JSON.stringify(now)) continue
        if (!judged.has(id)) touched++
        expect(named).toContain(id)
      }
    }),
    { numRuns: 5000, seed: 20_251_203 },
  )
  expect(touched).toBeGreaterThan(5)
}, 120_000)

/** A denial of R that others hold not to address it. */
const claims = 'R(Info→MS) D(MS→MS) N(Lab→Stats) O(Archive→Stats)'
const links = '1: D rebuts R; 2: N undercuts link 1; 3: O undercuts link 1'

test.each<[string, string, string, Change]>([
  [
    'one of them is withdrawn',
    claims.replace('N(Lab→Stats', '$&, withdrawn'),
    links,
    { claim: 'N', what: 'withdrawn' },
  ],
  [
    'one of them turns out to be the other',
    claims.replace('Archive', 'Lab'),
    links,
    { claim: 'O', what: 'amended' },
  ],
  [
    'the denial is dropped as well',
    claims,
    links.replace('D rebuts R', '$& (ended)'),
    { link: '1' },
  ],
])('what they say of R is judged again when %s', (_, claimsAfter, linksAfter, change) => {
  const before = wholeRecord(noted(claims, links))
  const after = wholeRecord(noted(claimsAfter, linksAfter))

  const named = claimsToTell(after.record, [change], changedNodes(before, after))

  expect(accountIn(after, 'R')).not.toEqual(accountIn(before, 'R'))
  expect(named).toContain('R')
})

function accountIn({ record, labels }: WholeRecord, id: string) {
  const judgement = statusOf(record, labels, id)
  return judgement && { account: accountOf(record, labels, id, judgement) }
}
