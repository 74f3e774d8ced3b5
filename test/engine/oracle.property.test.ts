import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { LinkRule } from '../../src/engine/link-rules.ts'
import { recordOf, type RecordItems } from '../../src/engine/memory.ts'
import { isTwoWay } from '../../src/engine/parties.ts'
import type { RecordLink } from '../../src/engine/record.ts'
import { brokenRules } from '../../src/engine/write-rules.ts'
import { brokenRules as brokenByOracle, type Rule } from '../oracle/broken-rules.ts'
import { recompute } from '../oracle/recompute.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { histories, type Edit } from '../support/edits.ts'
import { EngineStore } from '../support/engine-store.ts'
import { makeEdit } from '../support/make-edit.ts'
import { aClaim, aLink } from '../support/small-record.ts'

const rules: Record<Rule, LinkRule> = {
  '1-self-link': 'no-self-link',
  '1-onto-own-link': 'no-link-onto-own-link',
  '1-within-group': 'no-quarrel-within-group',
  '2-duplicate': 'no-duplicate',
  '3-rebuts-kinds': 'rebuts-like-kinds',
  '3-restates-kinds': 'restates-like-kinds',
  '3-undercuts-ruling': 'only-rulings-undercut-rulings',
  '4-only-undercuts-target-links': 'only-undercuts-target-links',
  '4-no-such-step': 'only-guarded-links-are-targets',
  '4-tower': 'tower',
  '5-supersedes-other-voice': 'supersedes-own-claim',
  '5-supersedes-later': 'supersedes-earlier-claim',
  '5-supersedes-cycle': 'supersedes-without-cycle',
  '5-concedes-own-side': 'concedes-other-side',
  '5-concedes-unnamed': 'concedes-by-name',
  '6-relies-on-cycle': 'relies-without-cycle',
  '7-undercuts-own-claim': 'no-undercut-of-own-claim',
}

describe('an independent reading of the rules', () => {
  test('gives every claim of any record the same label, status and cites', () => {
    const property = fc.property(histories(40).map(recordAfter), (items) => {
      const { judgements, guards } = evaluate(items)
      const expected = recompute(plain(items))

      assert.deepStrictEqual(judgements, expected.claims)
      assert.deepStrictEqual(guards, expected.guards)
      assert.deepStrictEqual(twoWayOf(items), expected.twoWay)
    })
    fc.assert(property, { numRuns: 400 })
  })

  test('finds the same broken rules in any record', () => {
    const property = fc.property(histories(40).map(recordAfter), (items) => {
      const links = items.links.map((link) => link.id)
      const ours = brokenRules(recordOf(items), links).map(({ link, rule }) => `${link} ${rule}`)
      const expected = brokenByOracle(plain(items)).map(
        ({ link, rule }) => `${link} ${rules[rule]}`,
      )

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
        expected.filter(({ rule }) => rule === '4-tower').map(({ link }) => link),
      )
    })
    fc.assert(property, { numRuns: 400 })
  })
})

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

function recordAfter(history: readonly (readonly Edit[])[]): RecordItems {
  const store = new EngineStore()
  for (const edit of history.flat()) makeEdit(store, edit)
  return store.items
}

function plain({ claims, links, affiliations }: RecordItems): PlainRecord {
  const bySource = Map.groupBy(affiliations, (affiliation) => affiliation.source)
  return {
    sources: [...bySource].map(([id, affiliations]) => ({
      id,
      affiliations: affiliations.map(({ relation, to, fromMs, untilMs }) => ({
        relation,
        to,
        ...(fromMs !== null && { from: fromMs }),
        ...(untilMs !== null && { until: untilMs }),
      })),
    })),
    claims: claims.map(({ assertedAt, ...claim }) => ({ ...claim, at: assertedAt })),
    links,
  }
}

function twoWayOf(items: RecordItems): Map<string, boolean> {
  const record = recordOf(items)
  const undercuts = items.links.filter((link) => link.relation === 'undercuts')
  return new Map(
    undercuts
      .filter(({ id }) => record.link(id)?.voided === false)
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
