import { rulesBrokenAfter } from '../../engine/rules/write-rules.ts'
import type { Change } from '../../engine/record/record.ts'
import type { BundleLine } from '../../formats/bundle.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Writing } from '../record/writing.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * Checks the rules for links against the record as the bundle leaves it, regardless of the order of
 * its lines. If two links of a bundle are one too many, the later line is refused.
 *
 * @throws {RefusedLines} naming the rules
 */
export async function checkRules(
  { tx, changes, view }: Writing,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<void> {
  const record = view()
  const broken = await settleRecord(tx, record, () => rulesBrokenAfter(record, changes))
  if (broken.length === 0) return
  const links = linesOf(lines, 'link')
  const changed = new Set(changes.flatMap((change) => ('link' in change ? [change.link] : [])))
  const lineOf = new Map(
    links
      .map(({ line }) => [names.ids.get(line) ?? '', line] as const)
      // The bundle may repeat a link that another of its lines makes break a rule.
      .filter(([id]) => changed.has(id)),
  )
  const faults = broken.flatMap(({ link, rule, message }): LineFault[] => {
    const line = lineOf.get(link)
    return line === undefined ? [] : [{ line, pointer: '', code: rule, message }]
  })
  if (faults.length > 0) throw new RefusedLines(withoutFirstOfTwins(faults, links))

  const what = lines.length > 1 ? 'this bundle' : 'this'
  const message = `With ${what}, ${broken.map(({ message }) => message).join(' ')}`
  const amended = new Set(changes.flatMap(amendedBy))
  const guilty =
    lines.findLast(
      ({ line, value }) => mayBreakOthers(value) || amended.has(names.ids.get(line) ?? ''),
    ) ?? lines.at(-1)
  const rule = broken[0]?.rule ?? ''
  throw new RefusedLines([{ line: guilty?.line ?? 1, pointer: '', code: rule, message }])
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

/** Of several links that say the same, the first may stay. */
function withoutFirstOfTwins(
  faults: readonly LineFault[],
  links: readonly NumberedLine[],
): readonly LineFault[] {
  const seen = new Set<string>()
  const kept = faults.filter(({ line, code }) => {
    if (code !== 'no-duplicate') return true
    const link = linesOf(links, 'link').find((each) => each.line === line)?.value
    const twin = JSON.stringify([link?.relation, link?.from, link?.to])
    const isFirst = !seen.has(twin)
    seen.add(twin)
    return !isFirst
  })
  return kept.length > 0 ? kept : faults
}
