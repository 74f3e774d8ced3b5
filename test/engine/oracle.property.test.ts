import assert from 'node:assert/strict'
import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { isTwoWay } from '../../src/engine/reading/parties.ts'
import type { RecordLink } from '../../src/engine/record/record.ts'
import { linkRules } from '../../src/engine/rules/link-rules.ts'
import { readingOf } from '../../src/engine/reading/reading.ts'
import { brokenRules } from '../../src/engine/rules/write-rules.ts'
import { fitOf } from '../../src/engine/standing/fit.ts'
import { leftOpenOf } from '../../src/engine/standing/left-open.ts'
import { brokenRules as brokenByOracle } from '../oracle/broken-rules.ts'
import { recompute } from '../oracle/recompute.ts'
import { rulesRecord, type PlainRecord } from '../oracle/record.ts'
import { answersIn } from '../oracle/rules/answers.ts'
import { histories, written, type Edit } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { makeEdit } from '../support/make-edit.ts'
import { aClaim, aLink } from '../support/small-record.ts'

describe('an independent reading of the rules', () => {
  test('gives every claim of any record the same label, status and cites', () => {
    const property = fc.property(histories(40).map(recordAfter).filter(hasChains), (items) => {
      const { judgements, guards } = evaluate(items)
      const expected = recompute(plain(items))

      assert.deepStrictEqual(judgements, expected.claims)
      assert.deepStrictEqual(guards, expected.guards)
      assert.deepStrictEqual(twoWayOf(items), expected.twoWay)
    })
    fc.assert(property, { numRuns: 400 })
  })

  test('finds that every answer touches the same, and leaves the same open', () => {
    const property = fc.property(histories(40).map(recordAfter).filter(hasChains), (items) => {
      const reading = readingOf(recordOf(items))
      const { fits, leftOpen } = answersIn(rulesRecord(plain(items)))

      for (const { id } of items.links) {
        const link = reading.link(id)
        assert.deepStrictEqual([id, link && fitOf(reading, link)], [id, fits.get(id) ?? null])
      }
      for (const { id, voided, points } of items.claims) {
        const open = voided ? undefined : leftOpenOf(reading, id)
        const inForce = points.filter(({ ended }) => !ended).map((point) => point.id)
        const ours = open === undefined ? undefined : shownOpen(open, inForce)
        assert.deepStrictEqual([id, ours], [id, leftOpen.get(id)])
      }
    })
    fc.assert(property, { numRuns: 400 })
  })

  test('finds the same broken rules in any record', () => {
    const property = fc.property(histories(40).map(recordAfter).filter(hasChains), (items) => {
      const links = items.links.map((link) => link.id)
      const ours = brokenRules(recordOf(items), links)
        // The service refuses it, and the rules do not.
        .filter(({ rule }) => rule !== 'concedes-by-name')
        .map(({ link, rule }) => `${link} ${rule}`)
      const expected = brokenByOracle(plain(items))
        .filter(({ rule }) => isOfLink(rule))
        .map(({ item, rule }) => `${item} ${rule}`)

      expect(withoutSelfLinks(ours)).toEqual(withoutSelfLinks(expected))
    })
    fc.assert(property, { numRuns: 400 })
  })

  test('finds the same links too deep, whatever of a tower is over', () => {
    const link = fc.record({
      onto: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
      ended: fc.boolean(),
      voided: fc.constantFrom(false, false, false, true),
    })
    const property = fc.property(fc.array(link, { minLength: 8, maxLength: 24 }), (given) => {
      const items = { claims: claimsOfTower, links: towerOf(given), affiliations: [] }
      const ours = brokenRules(
        recordOf(items),
        items.links.map(({ id }) => id),
      )
      const expected = brokenByOracle(plain(items))

      expect(ours.filter(({ rule }) => rule === 'tower').map(({ link }) => link)).toEqual(
        expected.filter(({ rule }) => rule === 'tower').map(({ item }) => item),
      )
    })
    fc.assert(property, { numRuns: 400 })
  })
})

function shownOpen(open: readonly string[] | null, inForce: readonly string[]) {
  return { whole: open === null, points: open ?? inForce }
}

const claimsOfTower = ['a', 'b', 'c'].map((id) => aClaim(id, id))

/** Each link points at the one so many places before it; the first, and those before it, at a claim. */
function towerOf(
  given: readonly { readonly onto: number; readonly ended: boolean; readonly voided: boolean }[],
): RecordLink[] {
  return given.map(({ onto, ended, voided }, index) => {
    const below = index - 1 - onto
    const from = index % 2 ? 'b' : 'a'
    const text = below < 0 ? `${from} undercuts c` : `${from} undercuts #l${below}`
    return aLink(`l${index}: ${text}`, { ended, voided })
  })
}

/** What has no chain of versions says nothing about them; no such record is accepted. */
function hasChains(items: RecordItems): boolean {
  const broken = new Set(brokenByOracle(plain(items)).map(({ rule }) => rule))
  return ![
    'wording-one-successor',
    'wording-one-predecessor',
    'supersedes-without-cycle',
    'no-self-link',
  ].some((rule) => broken.has(rule))
}

function recordAfter(history: readonly (readonly Edit[])[]): RecordItems {
  const store = new EngineStore()
  for (const edit of history.flat()) makeEdit(store, edit)
  return store.items
}

/** The rest concern citations, and dates of withdrawals and affiliations. */
function isOfLink(rule: string): boolean {
  return linkRules.some((known) => known === rule)
}

function plain({ claims, links, affiliations }: RecordItems): PlainRecord {
  const bySource = Map.groupBy(affiliations, (affiliation) => affiliation.source)
  return {
    sources: [...bySource].map(([id, affiliations]) => ({
      id,
      affiliations: affiliations.map(({ relation, to, from, until }) => {
        return { relation, to, from: written(from), until: written(until) }
      }),
    })),
    claims: claims.map(({ assertedAt, ...claim }) => ({ ...claim, at: written(assertedAt) })),
    links,
  }
}

function twoWayOf(items: RecordItems): Map<string, boolean> {
  const record = readingOf(recordOf(items))
  const undercuts = items.links.flatMap(({ id }) => record.link(id) ?? [])
  return new Map(
    undercuts
      .filter(({ relation, voided }) => relation === 'undercuts' && !voided)
      .map((link) => [link.id, isTwoWay(record, link)]),
  )
}

/** A link of a claim to itself breaks other rules as well, and only one of the two says so. */
function withoutSelfLinks(broken: readonly string[]): readonly string[] {
  const selfLinks = new Set(
    broken.filter((each) => each.endsWith('no-self-link')).map((each) => each.split(' ')[0]),
  )
  return broken.filter((each) => !selfLinks.has(each.split(' ')[0])).sort()
}
