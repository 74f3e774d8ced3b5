import type { Answer, Concession } from '../../domain/account.ts'
import type { ClaimId } from '../../domain/ids.ts'
import { isWinning, undercutsOnto } from '../standing/attacks.ts'
import { concedingByLink, givenUpOf } from '../reading/concessions.ts'
import type { LabelView } from '../graph/label-view.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordLink } from '../record/record.ts'
import { earliestFirst, voicesOf } from '../standing/voices.ts'

/**
 * Why an attack by `source` onto `target` through a link is OUT. A withdrawal says it best; what
 * became of the link itself is closer than what became of its claim elsewhere.
 */
export function answerOf(
  reading: Reading,
  labels: LabelView,
  link: RecordLink,
  attack: { readonly source: ClaimId; readonly target: ClaimId },
): Answer {
  if (reading.claim(attack.source)?.withdrawn) return { kind: 'claim' }
  if (link.ended) return { kind: 'dropped', link: link.id }
  const conceded = concededOf(reading, labels, link, attack)
  if (conceded !== undefined) return conceded
  if (labels.label(attack.source) === 'OUT') return { kind: 'claim' }
  const winning = undercutsOnto(reading, labels, link.id).filter(isWinning)
  const sources = earliestFirst(
    reading,
    winning.map((each) => each.source),
  )
  return { kind: 'not_addressed', by: voicesOf(reading, sources) }
}

/** The concession that took a link from one of its ends; the challenger's own comes first. */
function concededOf(
  reading: Reading,
  labels: LabelView,
  link: RecordLink,
  { source, target }: { readonly source: ClaimId; readonly target: ClaimId },
): Answer | undefined {
  const givenUp = givenUpOf(reading, link)
  const ends = [
    { by: 'challenger', to: givenUp.get(source) ?? [], accepted: target },
    { by: 'author', to: givenUp.get(target) ?? [], accepted: source },
  ] as const
  const end = ends.find(({ to }) => to.length > 0)
  const concession = end && standingFirst(reading, labels, end.to)[0]
  if (end === undefined || concession === undefined) return undefined
  const as = concessionAs(reading, concession, end.accepted)
  return { kind: 'conceded', concession, by: end.by, as }
}

/** Those that were neither withdrawn nor replaced come first, the earliest ahead. */
export function standingFirst(
  reading: Reading,
  labels: LabelView,
  claims: readonly ClaimId[],
): readonly ClaimId[] {
  const ordered = earliestFirst(reading, claims)
  return [
    ...ordered.filter((each) => !labels.isForced(each)),
    ...ordered.filter((each) => labels.isForced(each)),
  ]
}

/** How a claim concedes the group of another. */
export function concessionAs(reading: Reading, concession: ClaimId, accepted: ClaimId): Concession {
  return concedingByLink(reading, accepted).includes(concession) ? 'concedes' : 'restates'
}
