import type { PlainAffiliation, PlainRecord } from './record.ts'

/** P(x, t): x and everything reached from x at t through `speaks_for` and `part_of` (§1.1). */
function principals(record: PlainRecord, source: string, at: number | null): Set<string> {
  const reached = new Set([source])
  for (const member of reached) {
    for (const { id, affiliations } of record.sources) {
      if (id !== member) continue
      for (const affiliation of affiliations) {
        if (affiliation.relation === 'employed_by') continue
        // A set visits what is added to it while it is walked.
        if (isInForce(affiliation, at)) reached.add(affiliation.to)
      }
    }
  }
  return reached
}

/** Two sources are the same side at t when their P sets meet; that of an unnamed speaker is empty. */
export function isSameSide(
  record: PlainRecord,
  one: string | null,
  other: string | null,
  at: number | null,
): boolean {
  if (one === null || other === null) return false
  const others = principals(record, other, at)
  return [...principals(record, one, at)].some((principal) => others.has(principal))
}

/** Whether any of the sources is on the side of the speaker at t. */
export function isAmong(
  record: PlainRecord,
  speaker: string | null,
  sources: Iterable<string>,
  at: number | null,
): boolean {
  return [...sources].some((source) => isSameSide(record, speaker, source, at))
}

/** The stricter test of `supersedes`: equal sources, or one speaks for the other (§1.1). */
export function isSameVoice(
  record: PlainRecord,
  one: string | null,
  other: string | null,
  at: number | null,
): boolean {
  if (one === null || other === null) return false
  return one === other || speaksFor(record, one, other, at) || speaksFor(record, other, one, at)
}

function speaksFor(
  record: PlainRecord,
  speaker: string,
  principal: string,
  at: number | null,
): boolean {
  return record.sources.some(
    ({ id, affiliations }) =>
      id === speaker &&
      affiliations.some(
        (affiliation) =>
          affiliation.relation === 'speaks_for' &&
          affiliation.to === principal &&
          isInForce(affiliation, at),
      ),
  )
}

/** An unknown time is neither before nor after anything, so no affiliation covers it. */
function isInForce({ from, until }: PlainAffiliation, at: number | null): boolean {
  if (at === null) return false
  return (from === undefined || from <= at) && (until === undefined || at <= until)
}
