import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgesOf } from '../../src/engine/badges.ts'
import { diffContributions } from '../../src/engine/diff.ts'
import type { Change } from '../../src/engine/record.ts'
import { claimsToMark } from '../../src/engine/touched-badges.ts'
import { claimsToJudge, type ChangedNodes } from '../../src/engine/touched.ts'
import { noted } from '../oracle/notation.ts'
import { randomRecord } from '../oracle/random-record.ts'
import type { PlainClaim, PlainLink, PlainRecord } from '../oracle/record.ts'
import { wholeRecord, type WholeRecord } from './whole-record.ts'

/** One item of a record as it was before: absent, live, or differing in one respect. */
interface Before {
  readonly record: PlainRecord
  readonly changes: readonly Change[]
}

test('after any one change, whoever has other badges was named', () => {
  let differing = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.nat(), (seed, which, how) => {
      const shape = seed % 2 ? 'nasty' : 'realistic'
      const plain = randomRecord(seed, { shape, sources: 5, claims: 12, links: 24 })
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

/** The record before a change that made it what it is. */
function beforeChange(plain: PlainRecord, which: number, how: number): Before {
  const link = plain.links[which % Math.max(plain.links.length, 1)]
  const claim = plain.claims[which % plain.claims.length]
  const source = plain.sources[which % plain.sources.length]
  if (how % 4 === 0 && source?.affiliations.length) {
    const sources = plain.sources.map((one) =>
      one === source ? { ...one, affiliations: [] } : one,
    )
    return { record: { ...plain, sources }, changes: [{ source: source.id }] }
  }
  if (how % 4 === 1 && claim) return beforeClaimChange(plain, claim, how)
  return link ? beforeLinkChange(plain, link) : { record: plain, changes: [] }
}

function beforeClaimChange(plain: PlainRecord, claim: PlainClaim, how: number): Before {
  const withClaim = (changed: PlainClaim) => ({
    ...plain,
    claims: plain.claims.map((one) => (one === claim ? changed : one)),
  })
  if (claim.withdrawn) {
    const record = withClaim({ ...claim, withdrawn: false })
    return { record, changes: [{ claim: claim.id, what: 'withdrawn' }] }
  }
  if (claim.voided) {
    const links = plain.links.filter(
      ({ from, to }) => from === claim.id || ('claim' in to && to.claim === claim.id),
    )
    return {
      record: withClaim({ ...claim, voided: false }),
      changes: [{ claim: claim.id, what: 'voided' }, ...links.map(({ id }) => ({ link: id }))],
    }
  }
  const other = plain.sources[how % plain.sources.length]
  const record = withClaim({ ...claim, speaker: other?.id ?? claim.speaker, at: claim.at + 1 })
  return { record, changes: [{ claim: claim.id, what: 'amended' }] }
}

/** An ended or voided link was live; a live one was not there. */
function beforeLinkChange(plain: PlainRecord, link: PlainLink): Before {
  const wasLive = link.ended || link.voided
  const links = wasLive
    ? plain.links.map((one) => (one === link ? { ...one, ended: false, voided: false } : one))
    : plain.links.filter((one) => one !== link && !hangsFrom(plain, one, link))
  const gone = plain.links.filter((one) => one === link || hangsFrom(plain, one, link))
  return { record: { ...plain, links }, changes: gone.map(({ id }) => ({ link: id })) }
}

function hangsFrom(plain: PlainRecord, link: PlainLink, other: PlainLink): boolean {
  if ('claim' in link.to) return false
  const { to } = link
  const target = plain.links.find(({ id }) => id === to.link)
  return target !== undefined && (target === other || hangsFrom(plain, target, other))
}

function changedNodes(before: WholeRecord, after: WholeRecord): ChangedNodes {
  const all = [...before.contributions, ...after.contributions].flatMap(({ nodes }) => nodes)
  return {
    recompiled: diffContributions(before.contributions, after.contributions).recompiled,
    relabelled: all
      .filter(({ id }) => labelIn(before, id) !== labelIn(after, id))
      .map(({ meaning }) => meaning),
  }
}

function labelIn({ states }: WholeRecord, node: string) {
  return states.get(node)?.label ?? null
}
