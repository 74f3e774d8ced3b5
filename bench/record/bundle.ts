import type { SourceKind } from '../../src/domain/kinds.ts'
import { randomFrom } from '../../test/oracle/random.ts'
import { ownParties, pickParty, sharedParties, sourceLine, type Party } from './sources.ts'
import { storyLines, type Cast } from './story.ts'

const seed = 20_251_203

/** The average number of claims per story. */
const claimsPerStory = 12

/** A synthetic record as bundles, deterministic for a number of claims. */
export interface SyntheticRecord {
  /** Sources shared by all copies of the record. */
  readonly shared: readonly object[]
  /** Everything else; what must differ between copies contains the mark of the copy. */
  readonly own: readonly object[]
}

export function syntheticRecord(claimCount: number): SyntheticRecord {
  const random = randomFrom(seed)
  const shared = sharedParties(random)
  const own = ownParties(random, claimCount / claimsPerStory)
  const spokes = new Map<string, Party[]>()
  const sources = own.all.map((party) => {
    const line = sourceLine(party, own.of('company'), random)
    for (const { relation, source } of line.affiliations)
      if (relation === 'speaks_for') spokes.set(source, [...(spokes.get(source) ?? []), party])
    return line
  })
  const cast: Cast = {
    pick: (kind: SourceKind) => pickParty(random, kind, { shared, own }),
    spokesOf: (company) => random.pick(spokes.get(company.ref) ?? [company]),
  }

  const lines: object[] = []
  let claims = 0
  for (let number = 1; claims < claimCount; number++) {
    const story = storyLines(random, cast, number)
    claims += story.filter((line) => 'type' in line && line.type === 'claim').length
    lines.push(...story)
  }
  return {
    shared: shared.all.map((party) => sourceLine(party, [], random)),
    own: [...sources, ...lines],
  }
}
