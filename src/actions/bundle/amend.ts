import type { BundleLine } from '../../formats/bundle.ts'
import {
  amended,
  claimAdded,
  linkAdded,
  reportAdded,
  sourceAdded,
  storyAdded,
} from '../../formats/event-drafts.ts'
import { canonicalJson } from '../../formats/event.ts'
import {
  amendClaim,
  amendLink,
  amendReport,
  amendSource,
  amendStory,
} from '../../store/amendments.ts'
import type { Writing } from '../writing.ts'
import { checkRulings } from './check-rulings.ts'
import { checkRules } from './check-rules.ts'
import { unresolved } from './enter-bundle.ts'
import { entriesOf } from './entries.ts'
import type { NumberedLine } from './lines.ts'
import { nameObjects } from './names.ts'
import { RefusedLines } from './refused-lines.ts'

/**
 * Gives an object other content, under its id and with an event of its own.
 *
 * @throws {RefusedLines} when the content cannot stand in the record
 */
export async function amend(
  writing: Writing,
  { id, before, after }: { id: string; before: BundleLine; after: BundleLine },
): Promise<void> {
  const lines = [{ line: 1, value: withoutNames(after, before) }]
  const { names, faults } = await nameObjects(writing.tx, lines, undefined)
  const all = [...faults, ...unresolved(lines, names)]
  if (all.length > 0) throw new RefusedLines(all)

  const slug = 'slug' in after && after.slug !== undefined ? after.slug : ''
  const entries = entriesOf(lines, names)
  const { tx, record, changed } = writing
  for (const source of entries.sources) {
    const entry = { ...source, id, slug }
    await amendSource(tx, { ...entry, seq: record(amended(sourceAdded(entry), 'source')) })
    if (differ(before, after, 'affiliations') || differ(before, after, 'kind'))
      changed({ source: id })
  }
  for (const report of entries.reports) {
    const entry = { ...report, id }
    await amendReport(tx, { ...entry, seq: record(amended(reportAdded(entry), 'report')) })
  }
  for (const claim of entries.claims) {
    const entry = { ...claim, id }
    await amendClaim(tx, { ...entry, seq: record(amended(claimAdded(entry), 'claim')) })
    changed({ claim: id, what: 'amended' })
  }
  for (const link of entries.links) {
    const entry = { ...link, id }
    await amendLink(tx, { ...entry, seq: record(amended(linkAdded(entry), 'link')) })
  }
  for (const story of entries.stories) {
    const entry = { ...story, id, slug }
    await amendStory(tx, { ...entry, seq: record(amended(storyAdded(entry), 'story')) })
  }
  // The ids that a line is given here are not those of what it amends.
  const amending = { ...names, ids: new Map([[1, id]]) }
  await checkRulings(tx, lines, amending, after.type === 'source' ? [id] : [])
  await checkRules(writing, lines, amending)
}

/** What the object keeps is not named anew: its id, its slug unless it gets another one, its evidence. */
function withoutNames(after: BundleLine, before: BundleLine): NumberedLine['value'] {
  const line = { ...after }
  if ('id' in line) delete line.id
  if ('citations' in line) line.citations = []
  if ('slug' in line && 'slug' in before && line.slug === before.slug) delete line.slug
  return line
}

/** Sources in a field that labels or badges read. */
function differ(before: BundleLine, after: BundleLine, field: 'affiliations' | 'kind'): boolean {
  if (before.type !== 'source' || after.type !== 'source') return false
  return canonicalJson(before[field]) !== canonicalJson(after[field])
}
