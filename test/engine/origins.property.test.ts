import { expect, test } from 'vitest'
import type { Attribution } from '../../src/domain/kinds.ts'
import { worldTimeOf } from '../../src/domain/world-time.ts'
import { originsOf, type Saying } from '../../src/engine/origins/origins.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import * as fc from '../support/fast-check.ts'

/** Sources by letters. Of a pair, the first speaks for the second at all times. */
const sources = ['a', 'b', 'c', 'd', 'e']
const days = [3, 4, 5, null] as const

const saying = fc.record({
  speaker: fc.constantFrom(...sources, null),
  day: fc.constantFrom(...days),
  isTakenBack: fc.boolean(),
  basis: fc.subarray(['x', 'y']),
  reports: fc.array(
    fc.record({
      publisher: fc.constantFrom(...sources),
      attribution: fc.constantFrom<Attribution[]>(
        'firsthand',
        'named_source',
        'unnamed_source',
        'relay',
      ),
      day: fc.constantFrom(...days),
    }),
    { maxLength: 3 },
  ),
})
type Given = typeof saying extends fc.Arbitrary<infer T> ? T : never

const given = fc.record({
  sayings: fc.array(saying, { maxLength: 6 }),
  spokesmen: fc.uniqueArray(
    fc.constantFrom(...sources.flatMap((one) => sources.map((other) => `${one}${other}`))),
    { maxLength: 2 },
  ),
})

test('originals, relays and the earliest are what their definitions say', () => {
  fc.assert(
    fc.property(given, ({ sayings, spokesmen }) => {
      const always = worldTimeOf(null)
      const record = recordOf({
        claims: [],
        links: [],
        affiliations: spokesmen.map((pair) => ({
          source: pair.charAt(0),
          relation: 'speaks_for',
          to: pair.charAt(1),
          from: always,
          until: always,
        })),
      })

      const { originals, earliest, relays } = originsOf(record, sayings.map(asSaying))

      const expected = byDefinition(sayings, spokesmen)
      expect(
        originals
          .map(
            ({ kind, sayings }) =>
              `${kind} ${sayings
                .map(({ claim }) => claim)
                .toSorted()
                .join()}`,
          )
          .toSorted(),
      ).toEqual(expected.originals.toSorted())
      expect(
        relays.map(({ saying, cited }) => `${saying.claim} ${cited.report}`).toSorted(),
      ).toEqual(expected.relays.toSorted())
      // Of each original that may be the earliest there is one saying that may be.
      expect(earliest.map(({ claim }) => expected.memberOf(claim)).toSorted()).toEqual(
        expected.earliest.toSorted(),
      )
      expect(earliest.every(({ claim }) => expected.maybe.includes(claim))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function asSaying({ speaker, day, isTakenBack, basis, reports }: Given, index: number): Saying {
  return {
    claim: `c${index}`,
    speaker,
    assertedAt: worldTimeOf(dateOf(day)),
    isTakenBack,
    basis,
    reports: reports.map((report, at) => ({
      report: `r${at}`,
      publisher: report.publisher,
      attribution: report.attribution,
      publishedAt: worldTimeOf(dateOf(report.day)),
    })),
  }
}

function dateOf(day: number | null): string | null {
  return day === null ? null : `2025-12-0${day}`
}

/** The same from the definitions, by asking about every pair. */
function byDefinition(sayings: readonly Given[], spokesmen: readonly string[]) {
  const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
    from === to ||
    spokesmen.some(
      (pair) =>
        pair.startsWith(from) &&
        !seen.includes(pair) &&
        reaches(pair.charAt(1), to, [...seen, pair]),
    )
  const areOne = (one: string | null, other: string | null) =>
    one !== null &&
    other !== null &&
    sources.some((source) => reaches(one, source) && reaches(other, source))
  const all = sayings.map((each, index) => ({ ...each, claim: `c${index}` }))
  const isEcho = ({ speaker, reports }: Given) => {
    const own = reports.filter(({ publisher }) => areOne(publisher, speaker))
    return own.length > 0 && own.every(({ attribution }) => attribution === 'relay')
  }
  const said = all.filter((each) => !isEcho(each))
  const areShared = (one: Given, other: Given) =>
    one === other ||
    areOne(one.speaker, other.speaker) ||
    one.basis.some((basis) => other.basis.includes(basis))
  // Who is connected with whom, through any number of others.
  const connected = new Map(said.map((one) => [one, said.filter((other) => areShared(one, other))]))
  for (let round = 0; round < said.length; round += 1)
    for (const [one, others] of connected)
      connected.set(one, [...new Set(others.flatMap((other) => connected.get(other) ?? []))])
  const groups = [
    ...new Map(
      said.map((one) => {
        const members = said.filter((other) => connected.get(one)?.includes(other))
        return [members.map(({ claim }) => claim).join(), members] as const
      }),
    ).values(),
  ]
  const mayBeFirst = (one: (typeof said)[number], own: readonly Given[]) =>
    said.every(
      (other) =>
        own.includes(other) || other.day === null || one.day === null || other.day >= one.day,
    )
  return {
    originals: groups.map((members) => `${kindOf(members)} ${namesOf(members)}`),
    earliest: groups
      .filter((members) => members.some((one) => mayBeFirst(one, members)))
      .map(namesOf),
    maybe: groups.flatMap((members) =>
      members.filter((one) => mayBeFirst(one, members)).map(({ claim }) => claim),
    ),
    memberOf: (claim: string) =>
      namesOf(groups.find((members) => members.some((one) => one.claim === claim)) ?? []),
    relays: all.flatMap(({ claim, speaker, reports }) =>
      reports.flatMap(({ attribution, publisher }, at) => {
        const isRelay =
          attribution === 'relay' || (attribution !== 'firsthand' && !areOne(publisher, speaker))
        return isRelay ? [`${claim} r${at}`] : []
      }),
    ),
  }
}

function kindOf(members: readonly Given[]): string {
  if (members.every(({ speaker }) => speaker === null)) return 'unnamed'
  if (members.every(({ isTakenBack }) => isTakenBack)) return 'taken_back'
  const cited = members.flatMap(({ reports }) => reports)
  return cited.some(({ attribution }) => attribution !== 'relay') ? 'on_record' : 'relayed_only'
}

function namesOf(members: readonly { readonly claim: string }[]): string {
  return members
    .map(({ claim }) => claim)
    .toSorted()
    .join()
}
