import type { Change } from '../../engine/record/record.ts'
import type { BundleLine } from '../../formats/bundle.ts'
import type { NumberedLine } from './lines.ts'
import type { Names } from './names.ts'

/**
 * The line to blame for a fault in something that was on record before: the last that amended an
 * object concerned, otherwise the last that may change what others mean.
 *
 * @param concerned claims and sources that the fault is about
 */
export function guiltyLine(
  changes: readonly Change[],
  lines: readonly NumberedLine[],
  { ids, known }: Pick<Names, 'ids' | 'known'>,
  concerned: readonly string[],
): NumberedLine | undefined {
  const amended = new Set(changes.flatMap(amendedBy))
  const amends = ({ line }: NumberedLine) => amended.has(ids.get(line) ?? '')
  const own = lines.findLast((each) => amends(each) && concerned.includes(ids.get(each.line) ?? ''))
  const mayHaveBroken = (each: NumberedLine) =>
    amends(each) || (!known.has(each.line) && mayBreakOthers(each.value))
  return own ?? lines.findLast(mayHaveBroken) ?? lines.at(-1)
}

/** The claim or the source that was amended. */
function amendedBy(change: Change): readonly string[] {
  if ('source' in change) return [change.source]
  return 'claim' in change && change.what === 'amended' ? [change.claim] : []
}

/** Whether a line can make another link break a rule, by joining claims or reviving one. */
function mayBreakOthers(value: BundleLine): boolean {
  if (value.type === 'link')
    return (
      value.relation === 'restates' ||
      (value.relation === 'supersedes' && value.change === 'wording')
    )
  return value.type === 'end' || value.type === 'void' || value.type === 'merge'
}
