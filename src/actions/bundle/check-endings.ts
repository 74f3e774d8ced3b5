import { isCertainlyEarlier, worldTimeOf } from '../../domain/world-time.ts'
import { findEnded, findWithdrawn, type EndedLink, type WithdrawnClaim } from '../../store/ended.ts'
import type { Writing } from '../record/writing.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

type Fault = Omit<LineFault, 'line'>

/**
 * Checks everything that was taken back against the record as it is now: it must have been said
 * earlier, by a named speaker. Entry errors, and endings that were voided, are not checked.
 *
 * @throws {RefusedLines} naming the line that took it back, or the line that changed it
 */
export async function checkEndings(
  { tx, changes }: Writing,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'resolve'>,
): Promise<void> {
  const claims = changes.flatMap((change) =>
    'claim' in change && (change.what === 'withdrawn' || change.what === 'amended')
      ? [change.claim]
      : [],
  )
  const ends = linesOf(lines, 'end')
  const links = ends.map(({ value }) => names.resolve('link', value.link) ?? '')
  if (claims.length + links.length === 0) return

  /** What was true before the refused change has no line here, and no field. */
  const placed = (fault: Fault, line: number | undefined): LineFault =>
    line === undefined
      ? { ...fault, pointer: '', line: lines.at(-1)?.line ?? 1 }
      : { ...fault, line }
  // Of several lines, the last counts.
  const withdrawals = new Map(
    linesOf(lines, 'withdrawal').map((own) => [names.resolve('claim', own.value.claim), own]),
  )
  const endOf = new Map(ends.map((own, place) => [links[place], own]))
  const amended = new Map([...names.ids].map(([line, id]) => [id, line]))
  const faults = [
    ...(await findWithdrawn(tx, claims)).flatMap((claim): LineFault[] => {
      const own = withdrawals.get(claim.id)
      return faultsOfWithdrawal(claim, own !== undefined).map((fault) =>
        placed(fault, own?.line ?? amended.get(claim.id)),
      )
    }),
    ...(await findEnded(tx, { links, claims })).flatMap((link): LineFault[] => {
      const own = endOf.get(link.id)
      return faultsOfEnd(link, own !== undefined).map((fault) =>
        placed(fault, own?.line ?? amended.get(link.from)),
      )
    }),
  ]
  if (faults.length > 0) throw new RefusedLines(faults)
}

/** @param isNew whether this write withdraws it; otherwise the claim was amended */
function faultsOfWithdrawal(
  { id, assertedAt, withdrawnAt, isUnnamed }: WithdrawnClaim,
  isNew: boolean,
): Fault[] {
  const faults: Fault[] = []
  if (isUnnamed) {
    const message = isNew
      ? `Nobody is named as the speaker of claim ${id}, so nobody can say that its speaker took it back. Name the speaker first; if we entered the claim wrongly, void it.`
      : `Claim ${id} was withdrawn by its speaker (${withdrawnAt}), so its speaker cannot be unnamed. Void the withdrawal first, if we entered it wrongly.`
    faults.push({ pointer: isNew ? '/claim' : '/speaker', code: 'withdrawn-unnamed', message })
  }
  if (isCertainlyEarlier(worldTimeOf(withdrawnAt), worldTimeOf(assertedAt))) {
    const message = isNew
      ? `Claim ${id} was asserted on ${assertedAt}, and ${withdrawnAt} is before that: nobody takes back what was not yet said. Check both dates.`
      : `Claim ${id} was withdrawn on ${withdrawnAt}, and ${assertedAt} is after that: nobody takes back what was not yet said. Check both dates; void the withdrawal first, if that is the wrong one.`
    faults.push({
      pointer: isNew ? '/at' : '/assertedAt',
      code: 'withdrawn-before-said',
      message,
    })
  }
  return faults
}

function faultsOfEnd({ id, from, assertedAt, endedAt }: EndedLink, isNew: boolean): Fault[] {
  if (!isCertainlyEarlier(worldTimeOf(endedAt), worldTimeOf(assertedAt))) return []
  const message = isNew
    ? `Link ${id} starts at claim ${from}, which was asserted on ${assertedAt}, and ${endedAt} is before that: nobody drops what was not yet said. Check both dates.`
    : `Claim ${from} starts link ${id}, which ended on ${endedAt}, and ${assertedAt} is after that: nobody drops what was not yet said. Check both dates; void the end first, if that is the wrong one.`
  return [{ pointer: isNew ? '/at' : '/assertedAt', code: 'ended-before-said', message }]
}
