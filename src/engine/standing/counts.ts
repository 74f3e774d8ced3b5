import { uncounted, type Counts } from '../../domain/counts.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { counterpointsOf } from './counterpoints.ts'
import { groupsOf, rivalsOf } from '../reading/groups.ts'
import { targetClaim } from '../record/links.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { Change, RecordLink, RecordView } from '../record/record.ts'
import { unionReading } from '../reading/union-reading.ts'

/** The counts of a claim; zeros for one that is voided or missing. */
export function countsOf(record: RecordView, id: ClaimId): Counts {
  const reading = readingOf(record)
  if (reading.claim(id)?.voided !== false) return uncounted
  const counterpoints = counterpointsOf(record, id)
  const by = (relation: RecordLink['relation']) =>
    distinct(
      counterpoints.flatMap(({ claim, link }) =>
        reading.link(link)?.relation === relation ? [claim] : [],
      ),
    )
  return {
    rebuts: by('rebuts'),
    undercuts: by('undercuts'),
    qualifies: by('qualifies'),
    supports: distinct(reading.linksOnto(id, 'supports').map(({ from }) => from)),
    answers: distinct(
      counterpoints.flatMap(({ claim, direction }) => (direction === 'onto' ? [claim] : [])),
    ),
  }
}

/** The claims whose counts may have changed. */
export function claimsToCount(record: RecordView, changes: readonly Change[]): readonly ClaimId[] {
  const union = unionReading(record, changes)
  const counted = new Set<ClaimId>()
  for (const change of changes) {
    if ('claim' in change && change.what !== 'added') counted.add(change.claim)
    const link = 'link' in change ? union.link(change.link) : undefined
    for (const claim of link === undefined ? [] : countedByLink(union, link)) counted.add(claim)
  }
  return [...counted]
}

/** A changed restatement, or other wording, also changes what the other side of rebuttals counts. */
function countedByLink(union: Reading, link: RecordLink): Iterable<ClaimId> {
  const target = targetClaim(link)
  if (target === undefined) return []
  switch (link.relation) {
    case 'rebuts':
      return groupsOf(union, [link.from, target])
    case 'undercuts':
    case 'qualifies':
    case 'supports':
      return [target]
    case 'restates':
      return [...union.group(target), ...rivalsOf(union, target)]
    case 'supersedes': {
      const { all, current } = union.versions(target)
      // Versions that answer one claim count as one.
      const answered = (['undercuts', 'qualifies', 'supports'] as const).flatMap((relation) =>
        union.linksFrom(current, relation).flatMap((each) => targetClaim(each) ?? []),
      )
      return [...all, ...union.group(current), ...rivalsOf(union, current), ...answered]
    }
    case 'relies_on':
    case 'concedes':
      return []
  }
  return link.relation satisfies never
}

function distinct(claims: readonly ClaimId[]): number {
  return new Set(claims).size
}
