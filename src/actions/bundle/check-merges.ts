import type { RecordView } from '../../engine/record/record.ts'
import { areOfOneSide } from '../../engine/reading/voice.ts'
import { listSelfLinks } from '../../store/equal-links.ts'
import { listClaimMerges, type ClaimMerge } from '../../store/merges.ts'
import { listChangedPoints } from '../../store/points.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Writing } from '../record/writing.ts'
import { guiltyLine } from './guilty-line.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

interface Fault extends Pick<LineFault, 'code' | 'message'> {
  readonly concerned: readonly string[]
}

/**
 * Checks merges against the record as it is now: merged claims have one voice and were withdrawn
 * alike, no link leads from a claim to itself, and answers meet the points that they met.
 *
 * @throws {RefusedLines} naming the rules
 */
export async function checkMerges(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known'>,
): Promise<void> {
  const faults = [...(await unlikeClaims(writing)), ...(await afterMerges(writing, lines))]
  if (faults.length === 0) return
  const merge = lines.find(({ value }) => value.type === 'merge')
  throw new RefusedLines(
    faults.map(({ concerned, ...fault }) => {
      const guilty = merge ?? guiltyLine(writing.changes, lines, names, concerned)
      return { ...fault, line: guilty?.line ?? 1, pointer: '' }
    }),
  )
}

/** Merged claims that are not, or no longer, alike. */
async function unlikeClaims({ tx, changes, view }: Writing): Promise<Fault[]> {
  const isSourceChanged = changes.some((change) => 'source' in change)
  const claims = changes.flatMap((change) =>
    'claim' in change && change.what !== 'added' ? [change.claim] : [],
  )
  if (!isSourceChanged && claims.length === 0) return []
  const merges = await listClaimMerges(tx, isSourceChanged ? undefined : claims)
  const record = view()
  return settleRecord(tx, record, () => merges.flatMap((merge) => unlike(record, merge)))
}

function unlike(record: RecordView, { from, into }: ClaimMerge): Fault[] {
  const [one, other] = [record.claim(from), record.claim(into)]
  if (one === undefined || other === undefined) return []
  const faults: Fault[] = []
  const concerned = [from, into, one.speaker ?? '', other.speaker ?? '']
  if (!areOfOneSide(record, one.speaker, other.speaker, one.assertedAt)) {
    const message = `Claim ${from} and claim ${into} are spoken by different sides, and only entries of what one side said can be one.`
    faults.push({ code: 'merge-of-one-voice', message, concerned })
  }
  if (one.withdrawn && !other.withdrawn) {
    const message = `Claim ${from} was withdrawn and claim ${into} was not. Withdraw the one that remains first, or merge them the other way round.`
    faults.push({ code: 'merge-keeps-withdrawal', message, concerned })
  }
  return faults
}

/** Faults that only a merge or its void can cause. */
async function afterMerges(
  { tx, changes }: Writing,
  lines: readonly NumberedLine[],
): Promise<Fault[]> {
  if (
    linesOf(lines, 'merge').length === 0 &&
    !linesOf(lines, 'void').some(({ value }) => value.merge)
  )
    return []
  const faults: Fault[] = []
  const links = changes.flatMap((change) => ('link' in change ? [change.link] : []))
  for (const link of await listSelfLinks(tx, links)) {
    const message = `Link ${link} would lead from a claim to itself. Void it first, if the two are one.`
    faults.push({ code: 'no-self-link', message, concerned: [] })
  }
  for (const { link, point, from, into } of await listChangedPoints(tx, links)) {
    const message = `Link ${link} meets the point ${point} of claim ${from}, and the point ${point} of claim ${into} says something else. Give both the same words first, or amend what the link meets.`
    faults.push({ code: 'merge-keeps-points', message, concerned: [] })
  }
  return faults
}
