import { compareStarts } from './dates.ts'
import type { Badges } from './golden-cases.ts'
import { labelled, type Labelled } from './labelled.ts'
import { isWording, type Reading } from './reading.ts'
import type { PlainRecord } from './record.ts'
import { statusOf } from './status.ts'
import { admissionsOf, subjectsOf } from './subjects.ts'

/** §1.6, the two badges that golden cases list. */
export function badgesOf(all: Labelled, c: string): Badges {
  const partlyAdmitted = partlyAdmittedOf(all, c)
  const earlierVersion = earlierVersionOf(all.reading, c)
  return {
    ...(partlyAdmitted && { partlyAdmitted }),
    ...(earlierVersion && { earlierVersion }),
  }
}

/** "Some but not all members of subjects(c) have an admission". */
function partlyAdmittedOf(all: Labelled, c: string): Badges['partlyAdmitted'] {
  const subjects = subjectsOf(all.reading, c)
  const by = subjects.filter((a) => admissionsOf(all, c, a).length > 0)
  return by.length > 0 && by.length < subjects.length ? { by, of: subjects.length } : undefined
}

const remembered: ReadonlySet<string> = new Set([
  'denied',
  'disputed',
  'countered',
  'ruled_against',
  'basis_lost',
])

/** "The nearest (then: start of asserted_at, then id) whose last status is …". */
function earlierVersionOf(reading: Reading, c: string): Badges['earlierVersion'] {
  const seen = new Set([c])
  for (let level = [c]; level.length > 0;) {
    level = [...new Set(level.flatMap((b) => replacedBy(reading, b)))]
      .filter((b) => !seen.has(b))
      .toSorted(
        (one, other) =>
          compareStarts(reading.claim(one).at, reading.claim(other).at) || (one < other ? -1 : 1),
      )
    for (const b of level) {
      seen.add(b)
      const status = statusOf(labelled(withoutSuccessors(reading, b)), b)
      if (remembered.has(status)) return { claim: b, status }
    }
  }
  return undefined
}

/** The claims that c replaces by a live `supersedes` of substance. */
function replacedBy(reading: Reading, c: string): string[] {
  return reading
    .live('supersedes')
    .filter((link) => link.from === c && !isWording(link))
    .map(({ to }) => to)
}

/**
 * "The record without the claims that replace B, directly or through others, in any of their
 * versions, and without their links".
 */
function withoutSuccessors(reading: Reading, b: string): PlainRecord {
  const gone = new Set<string>()
  const next = [b]
  for (const each of next) {
    const successors = reading
      .live('supersedes')
      .filter(({ to }) => to === each)
      .flatMap(({ from }) => reading.versions.all(from))
      .filter((id) => id !== b && !gone.has(id))
    for (const id of successors) gone.add(id)
    next.push(...successors)
  }
  const { sources, claims, links } = reading.entered
  // "Without their links" takes away the links onto those links, too: as voiding them would.
  return {
    sources,
    claims: claims.map((claim) => ({ ...claim, voided: gone.has(claim.id) })),
    links,
  }
}
