import { rulesBrokenAfter } from '../../engine/rules/write-rules.ts'
import type { RecordView } from '../../engine/record/record.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Writing } from '../record/writing.ts'
import { guiltyLine } from './guilty-line.ts'
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
  { tx, changes, view, meter }: Writing,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known'>,
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
  const ends = await settleRecord(tx, record, () => broken.map(({ link }) => endsOf(record, link)))
  const guilty = Map.groupBy(meter.each(broken.keys()), (index) => {
    return guiltyLine(changes, lines, names, ends[index] ?? [])?.line ?? 1
  })
  throw new RefusedLines(
    [...guilty].map(([line, indexes]) => {
      const rules = indexes.flatMap((index) => broken[index] ?? [])
      const message = `With ${what}, ${rules.map((rule) => rule.message).join(' ')}`
      return { line, pointer: '', code: rules[0]?.rule ?? '', message }
    }),
  )
}

/** The claims that a link joins, and their speakers. */
function endsOf(record: RecordView, id: string): string[] {
  const link = record.link(id)
  if (link === undefined) return []
  const claims = [link.from, ...('claim' in link.to ? [link.to.claim] : [])]
  return [...claims, ...claims.flatMap((claim) => record.claim(claim)?.speaker ?? [])]
}

/** Of several links that say the same, the first may stay. */
function withoutFirstOfTwins(
  faults: readonly LineFault[],
  links: readonly NumberedLine[],
): readonly LineFault[] {
  const seen = new Set<string>()
  const sent = new Map(linesOf(links, 'link').map(({ line, value }) => [line, value]))
  const kept = faults.filter(({ line, code }) => {
    if (code !== 'no-duplicate') return true
    const link = sent.get(line)
    const twin = JSON.stringify([link?.relation, link?.from, link?.to])
    const isFirst = !seen.has(twin)
    seen.add(twin)
    return !isFirst
  })
  return kept.length > 0 ? kept : faults
}
