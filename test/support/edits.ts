import * as fc from 'fast-check'
import { affiliationRelations, claimKinds, relations } from '../../src/domain/kinds.ts'

/** Few sources and few points in time, so that sides, subjects and concessions meet often. */
const source = fc.constantFrom('a', 'b', 'c', 'd')
const time = fc.integer({ min: 0, max: 3 })
const kind = fc.oneof({ weight: 2, arbitrary: fc.constant('fact') }, fc.constantFrom(...claimKinds))
const about = fc.uniqueArray(source, { maxLength: 2 })

/** `nth` picks among what is there when the edit is made, counting round. */
const nth = fc.nat(40)

const relation = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('rebuts', 'undercuts', 'relies_on', 'restates') },
  { weight: 2, arbitrary: fc.constantFrom('concedes', 'undercuts') },
  { weight: 1, arbitrary: fc.constantFrom(...relations) },
)

const addClaim = fc.record({
  do: fc.constant('add claim' as const),
  kind,
  speaker: source,
  about,
  assertedAt: time,
})

const edit = fc.oneof(
  { weight: 2, arbitrary: addClaim },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('add link' as const),
      relation,
      from: nth,
      to: nth,
      isOntoLink: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end link' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void link' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void claim' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('amend' as const),
      nth,
      to: fc.oneof(
        fc.record({ kind }),
        fc.record({ speaker: source }),
        fc.record({ about }),
        fc.record({ assertedAt: time }),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('affiliate' as const),
      source,
      relation: fc.constantFrom(...affiliationRelations),
      to: source,
      fromMs: fc.option(time),
      untilMs: fc.option(time),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop affiliation' as const), nth }) },
)
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** A few claims to begin with, then edits in transactions, some of them several at once. */
export function histories(lengthMax: number): fc.Arbitrary<readonly (readonly Edit[])[]> {
  const alone = edit.map((edit) => [edit])
  const several = fc.array(edit, { minLength: 2, maxLength: 4 })
  const transaction = fc.oneof({ weight: 4, arbitrary: alone }, { weight: 1, arbitrary: several })
  return fc
    .tuple(
      fc.array(addClaim, { minLength: 3, maxLength: 7 }),
      fc.array(transaction, { maxLength: lengthMax, size: 'max' }),
    )
    .map(([claims, rest]) => rest.toSpliced(0, 0, claims))
}
