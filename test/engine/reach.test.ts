import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { affiliationRelations } from '../../src/domain/kinds.ts'
import { worldTimeOf } from '../../src/domain/world-time.ts'
import { isTwoWay } from '../../src/engine/reading/parties.ts'
import { readingOf } from '../../src/engine/reading/reading.ts'
import { areOfOneVoice, isVoiceOf, sharesInterest } from '../../src/engine/reading/voice.ts'
import type { Affiliation } from '../../src/engine/record/affiliations.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import { NewItems, nothingEntered } from '../../src/engine/record/new-items.ts'
import type { RecordView } from '../../src/engine/record/record.ts'
import { roleOf } from '../../src/engine/standing/counterpoints.ts'
import { timeOf } from '../oracle/rules/dates.ts'
import { voicesOf } from '../oracle/rules/voices.ts'
import { aClaim, aLink, anAffiliation } from '../support/small-record.ts'

const names = ['a', 'b', 'c', 'd', 'e']
const dates = [
  null,
  '2024',
  '2025-06',
  '2025-06-30',
  '2025-06-30T12:00:00Z',
  '2024/..',
  '2014/2025',
]
const date = fc.constantFrom(...dates)
const affiliation = fc.record({
  source: fc.constantFrom(...names),
  relation: fc.constantFrom(...affiliationRelations),
  to: fc.constantFrom(...names),
  from: date,
  until: date,
})

describe('who speaks for whom', () => {
  test('is what the rules say at every time, whatever was asked of the record before', () => {
    const question = fc.record({ x: fc.constantFrom(...names), y: fc.constantFrom(...names), date })
    const property = fc.property(
      fc.array(affiliation, { maxLength: 12 }),
      fc.array(question, { minLength: 5, maxLength: 30 }),
      (written, questions) => {
        const affiliations = written.map(({ from, until, ...each }) => ({
          ...each,
          from: worldTimeOf(from),
          until: worldTimeOf(until),
        }))
        const record = recordOf({ claims: [], links: [], affiliations })
        const oracle = voicesOf(
          names.map((id) => ({
            id,
            affiliations: written
              .filter(({ source }) => source === id)
              .map(({ relation, to, from, until }) => ({
                relation,
                source: to,
                from: timeOf(from),
                to: timeOf(until),
              })),
          })),
        )
        for (const { x, y, date } of questions) {
          const at = worldTimeOf(date)
          const t = timeOf(date)
          expect(isVoiceOf(record, x, y, at)).toBe(oracle.isVoiceOf(x, y, t))
          expect(areOfOneVoice(record, x, y, at)).toBe(oracle.areOfOneVoice(x, y, t))
          expect(sharesInterest(record, x, [y, 'c'], at)).toBe(
            oracle.shareInterest(x, y, t) || oracle.shareInterest(x, 'c', t),
          )
        }
      },
    )
    fc.assert(property, { numRuns: 500 })
  })
})

/** Sources of which each is part of the next. */
function chainOf(length: number): Affiliation[] {
  return Array.from({ length }, (_, n) => anAffiliation(`w${n}`, 'part_of', `w${n + 1}`))
}

/** A record that counts how often it is asked for affiliations. */
function counting(items: RecordItems): { record: RecordView; lookups: () => number } {
  let lookups = 0
  const whole = recordOf(items)
  const affiliationsOf = (source: string) => {
    lookups += 1
    return whole.affiliationsOf(source)
  }
  return { record: { ...whole, affiliationsOf }, lookups: () => lookups }
}

/** The lookups for the roles of answers to a claim about many sources of a chain. */
function lookupsForRoles({ chain, answers }: { chain: number; answers: number }): number {
  const about = Array.from({ length: 100 }, (_, n) => `w${n}`)
  const answered = aClaim('hub', 'outlet', { about })
  const answering = Array.from({ length: answers }, (_, n) => aClaim(`c${n}`, 'analyst'))
  const claims = [answered, ...answering]
  const { record, lookups } = counting({ claims, links: [], affiliations: chainOf(chain) })
  for (const each of answering)
    expect(roleOf(record, each, answered, 'analyst')).toBe('analyst_opinion')
  return lookups()
}

/** The lookups for an undercut of a claim about the staff of parts of a chain. */
function lookupsForParties(parties: number): number {
  const staff = Array.from({ length: parties }, (_, n) => `p${n}`)
  const employers = Array.from({ length: 10 }, (_, n) => `e${n}`)
  const affiliations = [
    ...chainOf(2_000),
    ...employers.map((employer) => anAffiliation(employer, 'part_of', 'w0')),
    ...staff.flatMap((each) => employers.map((to) => anAffiliation(each, 'employed_by', to))),
  ]
  const claims = [aClaim('t', 'outlet', { about: staff }), aClaim('u', 'analyst')]
  const undercut = aLink('1: u undercuts t')
  const { record, lookups } = counting({ claims, links: [undercut], affiliations })
  expect(isTwoWay(readingOf(record), undercut)).toBe(false)
  return lookups()
}

describe('long chains of affiliations', () => {
  test('are followed once for all answers to a claim, not once for each answer and subject', () => {
    const few = lookupsForRoles({ chain: 2_000, answers: 10 })

    expect(few).toBeLessThan(2_100)
    expect(lookupsForRoles({ chain: 2_000, answers: 1_000 })).toBe(few)
  })

  test('are followed once for all parties to an undercut and all their employers', () => {
    // One to follow each party, one to find its employers, and the chain once.
    expect(lookupsForParties(500)).toBeLessThan(2 * 500 + 2_100)
    expect(lookupsForParties(1_000) - lookupsForParties(500)).toBe(2 * 500)
  })
})

test('a computation is checked again and again within one step', () => {
  let checks = 0
  const watch = { took: () => {}, check: () => void (checks += 1) }
  const record = new PartialRecord(new NewItems(nothingEntered, []), watch)
  record.addAffiliations(['w0'], chainOf(10_000))

  sharesInterest(record, 'w0', ['other'], worldTimeOf(null))

  expect(checks).toBeGreaterThanOrEqual(10)
})
