import type { ClaimId } from '../../../domain/ids.ts'
import type { CarrySuggestion } from '../../../domain/suggestion.ts'
import { givenUpOf } from '../../../engine/reading/concessions.ts'
import { isLive, replacementsOf } from '../../../engine/reading/lifecycle.ts'
import { readingOf, type Reading } from '../../../engine/reading/reading.ts'
import { isWording } from '../../../engine/reading/versions.ts'
import { targetClaim } from '../../../engine/record/links.ts'
import type { PartialRecord } from '../../../engine/record/partial-record.ts'
import type { RecordLink } from '../../../engine/record/record.ts'
import type { Db } from '../../../store/database/db.ts'
import { settleRecord } from '../../../store/settle-record.ts'
import { loadJudgements } from '../../../store/statuses.ts'
import type { Told } from '../written.ts'
import { areJoined } from './joined.ts'

/**
 * Once a claim replaces another one, the answers to that one may answer it as well. Links stay with
 * the replaced claim, so somebody has to look: when it is replaced, and when it is answered later.
 */
export async function suggestCarrying(
  tx: Db,
  record: PartialRecord,
  told: readonly Told[],
): Promise<readonly CarrySuggestion[]> {
  const links = told.flatMap(possibleLink)
  if (links.length === 0) return []
  const found = await settleRecord(tx, record, () => {
    const reading = readingOf(record)
    return links.flatMap((id) => {
      const link = reading.link(id)
      return link && isLive(link) ? carriedBy(reading, link) : []
    })
  })
  const ends = new Set(found.flatMap(({ from, to }) => [from, to]))
  const judgements = await loadJudgements(tx, [...ends])
  const isAsserted = (claim: ClaimId) =>
    !['withdrawn', 'corrected', null].includes(judgements.get(claim)?.status ?? null)
  // Of several versions that a claim answered, the newest is named, which is found first.
  const distinct = new Map(
    found.toReversed().map((each) => [`${each.relation} ${each.from} ${each.to}`, each]),
  )
  return [...distinct.values()]
    .toReversed()
    .filter(({ from, to }) => isAsserted(from) && isAsserted(to))
    .map(carried)
}

type Carrying = Pick<CarrySuggestion, 'from' | 'to' | 'relation' | 'earlier'>

export function carried(answer: Carrying): CarrySuggestion {
  const { from, to, relation, earlier } = answer
  const [did, does] = relation === 'rebuts' ? ['rebutted', 'rebuts'] : ['undercut', 'undercuts']
  const message = `The claim ${from} ${did} ${earlier}, a version that ${to} replaces. If it ${does} ${to} too, link it.`
  return { kind: 'also_answered_earlier_version', ...answer, message }
}

/** A link that an event makes live, if it may be a correction or an answer. */
function possibleLink({ kind, object, facts }: Told): readonly string[] {
  if (kind === 'end.voided') return [object]
  if (kind !== 'link.added' && kind !== 'link.amended') return []
  const { relation } = facts
  return relation === 'supersedes' || relation === 'rebuts' || relation === 'undercuts'
    ? [object]
    : []
}

function carriedBy(reading: Reading, link: RecordLink): readonly Carrying[] {
  const target = targetClaim(link)
  if (target === undefined || isWording(link)) return []
  switch (link.relation) {
    case 'supersedes':
      return earlierOf(reading, target).flatMap((earlier) =>
        answersOf(reading, earlier).flatMap((answer) => carriedOnto(reading, answer, earlier)),
      )
    case 'rebuts':
      return reading.group(target).flatMap((earlier) => carriedOnto(reading, link, earlier))
    case 'undercuts':
      return carriedOnto(reading, link, target)
    case 'relies_on':
    case 'restates':
    case 'concedes':
    case 'supports':
    case 'qualifies':
      return []
  }
  return link.relation satisfies never
}

/** A claim and all that it replaces, directly or through others, the newest first. */
function earlierOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  const found = new Set([claim])
  for (const each of found) {
    for (const link of reading.linksFrom(each, 'supersedes')) {
      const target = targetClaim(link)
      if (target !== undefined && isLive(link) && !isWording(link)) found.add(target)
    }
  }
  return [...found]
}

/** What replaces a claim in the end, and is not replaced itself. */
function latestOf(reading: Reading, claim: ClaimId): readonly ClaimId[] {
  const found = new Set([claim])
  for (const each of found) for (const later of replacementsOf(reading, each)) found.add(later)
  return [...found].filter((each) => each !== claim && replacementsOf(reading, each).length === 0)
}

/** Live rebuttals of any restatement, and live undercuts of the replaced claim itself. */
function answersOf(reading: Reading, earlier: ClaimId): readonly RecordLink[] {
  const rebuttals = reading.group(earlier).flatMap((member) => reading.linksOnto(member, 'rebuts'))
  return [...rebuttals, ...reading.linksOnto(earlier, 'undercuts')].filter(isLive)
}

/** An answer to an earlier version, for each claim that replaces that one and that it may answer. */
function carriedOnto(reading: Reading, link: RecordLink, earlier: ClaimId): readonly Carrying[] {
  const { from } = link
  const relation = link.relation === 'rebuts' ? 'rebuts' : 'undercuts'
  const givenUp = givenUpOf(reading, link)
  if (givenUp.has(from) || givenUp.has(earlier)) return []
  return latestOf(reading, earlier)
    .filter((to) => mayAnswer(reading, from, to, relation))
    .map((to) => ({ from, to, relation, earlier }))
}

function mayAnswer(
  reading: Reading,
  from: ClaimId,
  to: ClaimId,
  relation: Carrying['relation'],
): boolean {
  const [answer, successor] = [reading.claim(from), reading.claim(to)]
  if (!answer || !successor) return false
  // Facts and opinions do not rebut each other.
  const areOfAKind = (answer.kind === 'opinion') === (successor.kind === 'opinion')
  return (relation === 'undercuts' || areOfAKind) && !areJoined(reading, relation, from, to)
}
