import * as fc from './fast-check.ts'
import {
  affiliationRelations,
  aspects,
  claimKinds,
  relations,
  responses,
  type Relation,
} from '../../src/domain/kinds.ts'
import type { Affiliation } from '../../src/engine/record/affiliations.ts'
import type { RecordClaim, RecordLink } from '../../src/engine/record/record.ts'
import { worldTimeOf, type WorldTime } from '../../src/domain/world-time.ts'

type Fields = Pick<RecordClaim, 'kind' | 'speaker' | 'about' | 'assertedAt' | 'points'>

/** What a link says as an answer. */
type Said = Pick<RecordLink, 'response' | 'meets' | 'aspect'>

/** A change of a record. Numbers choose among the existing objects, modulo their count. */
export type Edit =
  | ({ readonly do: 'add claim' } & Fields)
  | {
      readonly do: 'add link'
      readonly relation: Relation
      readonly from: number
      readonly to: number
      readonly isOntoLink: boolean
      /** Of a `supersedes`. */
      readonly change: 'substance' | 'wording'
      readonly said: Said
    }
  | { readonly do: 'end link'; readonly nth: number }
  | { readonly do: 'void link'; readonly nth: number }
  | { readonly do: 'amend link'; readonly nth: number }
  | { readonly do: 'amend answer'; readonly nth: number; readonly said: Said }
  | { readonly do: 'withdraw'; readonly nth: number }
  | { readonly do: 'void claim'; readonly nth: number }
  | { readonly do: 'amend'; readonly nth: number; readonly to: Partial<Fields> }
  | ({ readonly do: 'affiliate' } & Affiliation)
  | { readonly do: 'drop affiliation'; readonly nth: number }

/** Few sources and few points in time, so that sides, subjects and concessions often coincide. */
const source = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const speaker = fc.oneof({ weight: 9, arbitrary: source }, fc.constant(null))
const unknown = worldTimeOf(null)
/** Of every precision; some overlap, and some only by the calendar do not. */
const dates = new Map(
  [
    '2025',
    '2025-12',
    '2025-12-03',
    '2025-12-04',
    '2025-12-03T10:00:00Z',
    '2025-12-05T12:00:00Z',
    '2025-12-02/2025-12-04',
    '2026/..',
  ].map((date) => [worldTimeOf(date), date]),
)
const time = fc.constantFrom(...dates.keys())

/** A date of an edit as it is written. */
export function written(date: WorldTime): string | null {
  return dates.get(date) ?? null
}
const asserted = fc.oneof({ weight: 5, arbitrary: time }, fc.constant(unknown))
const kind = fc.oneof({ weight: 2, arbitrary: fc.constant('fact') }, fc.constantFrom(...claimKinds))
const points = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), ended: fc.constantFrom(false, false, true) }),
  { maxLength: 3, selector: ({ id }) => id },
)
const said = fc.record({
  response: fc.constantFrom(null, null, ...responses),
  meets: fc.subarray(['a', 'b', 'c']),
  aspect: fc.constantFrom(null, null, ...aspects),
})
const fields = { kind, speaker, points, about: fc.uniqueArray(source, { maxLength: 2 }) }
const nth = fc.nat(40)

const addClaim: fc.Arbitrary<Edit> = fc.record({
  do: fc.constant('add claim'),
  ...fields,
  assertedAt: asserted,
})

const changes: readonly fc.Arbitrary<Edit>[] = [
  fc.record({ do: fc.constant('end link'), nth }),
  fc.record({ do: fc.constant('void link'), nth }),
  fc.record({ do: fc.constant('amend link'), nth }),
  fc.record({ do: fc.constant('amend answer'), nth, said }),
  fc.record({ do: fc.constant('withdraw'), nth }),
  fc.record({ do: fc.constant('void claim'), nth }),
  fc.record({ do: fc.constant('amend'), nth, to: fc.record({ kind }) }),
  fc.record({ do: fc.constant('amend'), nth, to: fc.record({ speaker }) }),
  fc.record({ do: fc.constant('amend'), nth, to: fc.record({ about: fields.about }) }),
  fc.record({ do: fc.constant('amend'), nth, to: fc.record({ assertedAt: asserted }) }),
  fc.record({ do: fc.constant('amend'), nth, to: fc.record({ points }) }),
  fc.record({
    do: fc.constant('affiliate'),
    source,
    relation: fc.constantFrom(...affiliationRelations),
    to: source,
    from: fc.oneof(fc.constant(unknown), time),
    until: fc.oneof(fc.constant(unknown), time),
  }),
  fc.record({ do: fc.constant('drop affiliation'), nth }),
]

/**
 * A few initial claims, then edits in transactions, some with several edits. Each history uses few
 * relations and few kinds of change, so that these often interact.
 */
export function histories(lengthMax: number): fc.Arbitrary<readonly (readonly Edit[])[]> {
  const themes = fc.record({
    relations: fc.oneof(
      fc.constantFrom<readonly Relation[]>(
        ['rebuts', 'undercuts'],
        ['rebuts', 'undercuts', 'relies_on'],
        ['rebuts', 'undercuts', 'concedes'],
        ['undercuts', 'relies_on', 'restates'],
        ['rebuts', 'restates', 'concedes', 'supersedes'],
        ['rebuts', 'undercuts', 'restates', 'supersedes'],
      ),
      fc.subarray([...relations], { minLength: 2, maxLength: 4 }),
    ),
    changes: fc.subarray([...changes], { minLength: 1, maxLength: 3 }),
  })
  return themes.chain(({ relations, changes }) => {
    const addLink: fc.Arbitrary<Edit> = fc.record({
      do: fc.constant('add link'),
      relation: fc.constantFrom(...relations),
      from: nth,
      to: nth,
      isOntoLink: fc.boolean(),
      change: fc.constantFrom('substance', 'wording'),
      said,
    })
    const edit = fc.oneof(
      { weight: 1, arbitrary: addClaim },
      { weight: 10, arbitrary: addLink },
      { weight: 6, arbitrary: fc.oneof(...changes) },
    )
    const start = fc.array(addClaim, { minLength: 3, maxLength: 6 })
    const alone = edit.map((edit) => [edit])
    const several = fc.array(edit, { minLength: 2, maxLength: 4 })
    const transaction = fc.oneof({ weight: 4, arbitrary: alone }, { weight: 1, arbitrary: several })
    return fc
      .tuple(start, fc.array(transaction, { maxLength: lengthMax, size: 'max' }))
      .map(([first, rest]) => rest.toSpliced(0, 0, first))
  })
}
