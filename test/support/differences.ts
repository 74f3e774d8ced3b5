import { isDeepStrictEqual } from 'node:util'
import type { EarlierVersion, PartlyAdmitted } from '../../src/domain/badges.ts'
import type { Badges } from '../oracle/rules/golden-cases.ts'

/** As stored, null if the claim does not bear it, or as the rules give it. */
interface Given {
  readonly partlyAdmitted?: PartlyAdmitted | null | undefined
  readonly earlierVersion?:
    | Pick<EarlierVersion, 'claim' | 'status'>
    | Badges['earlierVersion']
    | null
}

/** Those that are borne and that the rules define in full, subjects in the order of their ids. */
export function comparedBadges({ partlyAdmitted, earlierVersion }: Given): Badges {
  return {
    ...(partlyAdmitted && {
      partlyAdmitted: { by: partlyAdmitted.by.toSorted(), of: partlyAdmitted.of },
    }),
    ...(earlierVersion && {
      earlierVersion: { claim: earlierVersion.claim, status: earlierVersion.status },
    }),
  }
}

/** What is unlike in two tables by id, in words. */
export function differences(
  what: string,
  ours: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): string[] {
  const ids = new Set([...Object.keys(ours), ...Object.keys(expected)])
  return [...ids]
    .filter((id) => !isDeepStrictEqual(ours[id], expected[id]))
    .map((id) => `${what} ${id}: ${JSON.stringify(ours[id])}, not ${JSON.stringify(expected[id])}`)
}
