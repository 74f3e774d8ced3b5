import type { ClaimId } from '../../../domain/ids.ts'
import type { CarrySuggestion } from '../../../domain/suggestion.ts'
import { targetClaim } from '../../../engine/record/links.ts'
import type { PartialRecord } from '../../../engine/record/partial-record.ts'
import { readingOf } from '../../../engine/reading/reading.ts'
import type { RecordLink, RecordView } from '../../../engine/record/record.ts'
import type { Db } from '../../../store/database/db.ts'
import { findReplacements } from '../../../store/links.ts'
import { settleRecord } from '../../../store/settle-record.ts'
import { loadJudgements } from '../../../store/statuses.ts'
import type { Told } from '../write-record.ts'
import { areJoined } from './joined.ts'

/**
 * Once a claim replaces another one, the answers to that one may answer it as well. Links stay with
 * the replaced claim, so somebody has to look.
 */
export async function suggestCarrying(
  tx: Db,
  record: PartialRecord,
  told: readonly Told[],
): Promise<readonly CarrySuggestion[]> {
  const links = await findReplacements(tx, told.flatMap(possibleReplacement))
  if (links.length === 0) return []
  const found = await settleRecord(tx, record, () =>
    links.flatMap((id) => {
      const link = record.link(id)
      return link ? answersOf(record, link) : []
    }),
  )
  const judgements = await loadJudgements(tx, [...new Set(found.map(({ from }) => from))])
  const isAsserted = ({ from }: Carrying) =>
    !['withdrawn', 'corrected', null].includes(judgements.get(from)?.status ?? null)
  const distinct = new Map(found.map((each) => [`${each.relation} ${each.from} ${each.to}`, each]))
  return [...distinct.values()].filter(isAsserted).map(carried)
}

type Carrying = Pick<CarrySuggestion, 'from' | 'to' | 'relation' | 'earlier'>

export function carried(answer: Carrying): CarrySuggestion {
  const { from, to, relation, earlier } = answer
  const [did, does] = relation === 'rebuts' ? ['rebutted', 'rebut'] : ['undercut', 'undercut']
  const message = `The claim ${from} also ${did} the version that this replaces (${earlier}). If it does ${does} ${to} too, link it.`
  return { kind: 'also_answered_earlier_version', ...answer, message }
}

/** A link that an event makes live, or a correction of substance. */
function possibleReplacement({ kind, object, facts }: Told): readonly string[] {
  if (kind === 'end.voided') return [object]
  const isEntered = kind === 'link.added' || kind === 'link.amended'
  return isEntered && facts['relation'] === 'supersedes' ? [object] : []
}

/** Live rebuttals of any restatement, and live undercuts of the replaced claim itself. */
function answersOf(record: RecordView, { from: to, ...link }: RecordLink): readonly Carrying[] {
  const earlier = targetClaim({ from: to, ...link })
  const successor = record.claim(to)
  if (earlier === undefined || successor === undefined) return []
  const rebuttals = readingOf(record)
    .group(earlier)
    .flatMap((member) => record.linksOnto(member, 'rebuts'))
  return [...rebuttals, ...record.linksOnto(earlier, 'undercuts')]
    .filter(({ ended }) => !ended)
    .map(({ from, relation }): Carrying => {
      return { from, to, relation: relation === 'rebuts' ? 'rebuts' : 'undercuts', earlier }
    })
    .filter(({ from, relation }) => mayAnswer(record, from, to, relation))
}

function mayAnswer(
  record: RecordView,
  from: ClaimId,
  to: ClaimId,
  relation: Carrying['relation'],
): boolean {
  const [answer, successor] = [record.claim(from), record.claim(to)]
  if (!answer || !successor) return false
  // Facts and opinions do not rebut each other.
  const areOfAKind = (answer.kind === 'opinion') === (successor.kind === 'opinion')
  return (relation === 'undercuts' || areOfAKind) && !areJoined(record, relation, from, to)
}
