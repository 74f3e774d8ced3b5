import { describe, expect, test } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { toBundle, toNdjson } from './bundle.ts'
import { toBundleSteps } from './bundle-steps.ts'
import { byId, fromBundles } from './from-bundles.ts'
import { randomRecord } from './random-record.ts'
import { recompute } from './recompute.ts'
import type { PlainRecord } from './record.ts'

const seeds = Array.from({ length: 60 }, (_, seed) => seed)

describe.each(['realistic', 'nasty'] as const)('a bundle of a %s record', (shape) => {
  const records = seeds.map((seed) =>
    randomRecord(seed, { shape, sources: 5, claims: 12, links: 24 }),
  )

  test('says what the record says, in lines that the bundle format allows', () => {
    for (const record of records) {
      const read = fromBundles([toNdjson(toBundle(record))])

      expect(entered(read)).toEqual(entered(record))
      expect(recompute(read)).toEqual(recompute(record))
    }
  })

  test('comes to the same in steps, each of which keeps the write-time rules', () => {
    const longest = records.map((record, seed) => {
      const whole = fromBundles([toNdjson(toBundle(record))])
      const steps = toBundleSteps(record, seed).map(toNdjson)

      const states = steps.map((_, index) => fromBundles(steps.slice(0, index + 1)))
      expect(states.flatMap(brokenRules)).toEqual([])
      expect(states.at(-1)).toEqual(whole)
      return steps.length
    })
    expect(Math.max(...longest)).toBeGreaterThan(3)
  })

  test('steps are the same for the same seed and others for others', () => {
    const record = randomRecord(1, { shape, sources: 5, claims: 12, links: 24 })

    expect(toBundleSteps(record, 5)).toEqual(toBundleSteps(record, 5))
    expect(toBundleSteps(record, 5)).not.toEqual(toBundleSteps(record, 6))
  })
})

/** A record by id, without what a void makes moot. */
function entered({ sources, claims, links }: PlainRecord) {
  const has = new Map(claims.map((claim) => [claim.id, claim]))
  const isMoot = (id: string): boolean => {
    const link = links.find((link) => link.id === id)
    return link === undefined || link.voided || isGone(link)
  }
  const isGone = ({ from, to }: PlainRecord['links'][number]): boolean =>
    has.get(from)?.voided === true ||
    ('claim' in to ? has.get(to.claim)?.voided === true : isMoot(to.link))
  return {
    sources: byId(new Map(sources.map((source) => [source.id, source]))),
    claims: byId(has).map((claim) =>
      Object.assign({}, claim, { withdrawn: claim.withdrawn && !claim.voided }),
    ),
    links: byId(new Map(links.map((link) => [link.id, link]))).map((link) =>
      Object.assign({}, link, {
        ended: link.ended && !isMoot(link.id),
        voided: link.voided && !isGone(link),
      }),
    ),
  }
}
