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
import type { Db } from '../../store/database/db.ts'
import { findLives } from '../../store/lives.ts'
import { countClaimsOfSide } from '../../store/claims-of-side.ts'
import { refuseEarly } from '../record/consequence/refuse-early.ts'
import type { Act } from '../record/consequence/weigh.ts'
import { actsOfAmendment } from '../record/consequence/weighty-amendments.ts'
import type { Writing } from '../record/writing.ts'
import { selfAffiliations } from './check-affiliations.ts'
import { futureDates } from './check-dates.ts'
import { cannotChange, voidedMentions } from './check-voided.ts'
import { entriesOf } from './entries.ts'
import type { DuplicatePolicy } from './candidates.ts'
import { changedFields } from './changes.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { moveNamed } from './move-named.ts'
import { nameObjects } from './names.ts'
import { RefusedLines } from './refused-lines.ts'
import { resolvedLine } from './resolved-line.ts'
import { unresolved } from './unresolved.ts'
import type { WrittenLine } from './written-lines.ts'

/** What an amendment did. */
export interface Amended {
  /** The number of its event. */
  readonly seq: number
  /** Whether it made a ruling of something else. */
  readonly isNewRuling: boolean
}

/**
 * Gives an object new content under its id, with an event of its own. The caller judges the
 * resulting record, which other amendments may belong to.
 *
 * @param policy what to do if it then looks like a duplicate; an existing entry never takes its
 * place
 * @param line where the content comes from, for faults
 * @param renames whether its slug is derived from its name again
 * @returns null if the content is unchanged, in which case nothing is written
 * @throws {RefusedLines} if the content is not allowed whatever else the record contains
 */
export async function amend(
  writing: Writing,
  {
    id,
    before,
    after,
    policy,
    line = 1,
    renames = false,
  }: {
    id: string
    before: WrittenLine
    after: BundleLine
    policy: DuplicatePolicy
    line?: number
    renames?: boolean
  },
): Promise<Amended | null> {
  await refuseVoided(writing.tx, id, line)
  const lines: readonly NumberedLine[] = [{ line, value: withoutNames(after, before) }]
  const named = await nameObjects(writing.tx, lines, undefined, policy, {
    amended: id,
    meter: writing.meter,
  })
  const { names, faults, likely } = named
  const all = [
    ...faults,
    ...unresolved(lines, names),
    ...voidedMentions(lines, names, before),
    ...selfAffiliations(lines, { ...names, ids: new Map([[line, id]]) }, before),
    ...lines.flatMap((each) => futureDates(each, writing.at, before)),
  ]
  if (all.length > 0) throw new RefusedLines([...all, ...likely])

  const made = renames ? names.slugs.get(line) : undefined
  const slug = slugOf(after) ?? made ?? slugOf(before) ?? ''
  const isRenamed = slug !== (slugOf(before) ?? '')
  const [sent] = lines.filter(isObjectLine)
  if (!sent) throw new Error('Only objects are amended.')
  const resolved = resolvedLine(sent.value, names)
  const fields = [...new Set([...changedFields(before, resolved), ...(isRenamed ? ['slug'] : [])])]
  if (fields.length === 0) return null
  const entries = entriesOf(lines, names)
  const { tx, changed } = writing
  const amendment = { type: resolved.type, id, before, after: { ...resolved }, fields }
  const acts = await actsOfAmendment(tx, amendment)
  const isSideOther = differ(before, after, 'affiliations') || differ(before, after, 'kind')
  if (isSideOther) await requireSmallSide(writing, id, acts)
  let seq = 0
  const record: Writing['record'] = (...drafts) => (seq = writing.record(...drafts))
  for (const source of entries.sources) {
    const entry = { ...source, id, slug }
    await amendSource(tx, { ...entry, seq: record(amended(sourceAdded(entry), 'source')) })
    if (isSideOther) changed([{ source: id }])
  }
  for (const report of entries.reports) {
    const entry = { ...report, id }
    await amendReport(tx, { ...entry, seq: record(amended(reportAdded(entry), 'report')) })
  }
  for (const claim of entries.claims) {
    const entry = { ...claim, id }
    await amendClaim(tx, { ...entry, seq: record(amended(claimAdded(entry), 'claim')) })
    changed([{ claim: id, what: 'amended' }])
  }
  for (const link of entries.links) {
    const entry = { ...link, id }
    await amendLink(tx, { ...entry, seq: record(amended(linkAdded(entry), 'link')) })
    if (fields.includes('change')) changed([{ link: id, isAmended: true }])
    else if (decidesFit.some((field) => fields.includes(field))) changed([{ link: id }])
  }
  for (const story of entries.stories) {
    const entry = { ...story, id, slug }
    const [first, ...more] = storyAdded(entry)
    const rest = more.map((draft) => amended(draft, 'story'))
    await amendStory(tx, { ...entry, seq: record(amended(first, 'story'), ...rest) })
  }
  for (const act of acts) writing.act({ ...act, seq })
  // The id given to the line here is replaced by that of the object it amends.
  const amending = { ...names, ids: new Map([[line, id]]) }
  await moveNamed(writing, amending)
  if (likely.length > 0) throw new RefusedLines(likely)
  return { seq, isNewRuling: isRuling(after) && !isRuling(before) }
}

/**
 * Everything that a source says, and that is said about it, is judged again when its side changes.
 *
 * @throws {DomainError} `invalid` if that is too much, `conflict` if it takes a second person
 */
async function requireSmallSide(writing: Writing, source: string, acts: readonly Act[]) {
  const { tx, meter } = writing
  if (meter.nodesMax === Infinity) return
  const size = await countClaimsOfSide(tx, source, meter.nodesMax)
  meter.willTake(size)
  await refuseEarly(writing, acts, size)
}

/** The fields of a link that decide what an answer touches. */
const decidesFit = ['response', 'meets', 'aspect']

function isRuling(line: WrittenLine | BundleLine): boolean {
  return line.type === 'claim' && 'kind' in line && line.kind === 'ruling'
}

function slugOf(line: WrittenLine | BundleLine): string | undefined {
  return 'slug' in line && typeof line.slug === 'string' ? line.slug : undefined
}

/** An entry error stays as it is, so that readers see what was wrong. */
async function refuseVoided(tx: Db, id: string, line: number): Promise<void> {
  const life = (await findLives(tx, [id])).get(id)
  if (!life?.isVoid) return
  const message = cannotChange({ ...life, into: null, since: life.voidedAt }, 'amended')
  throw new RefusedLines([{ line, pointer: '', code: 'voided', message, isConflict: true }])
}

/**
 * Leaves out what the object keeps: its id, its evidence, and its slug unless it gets another one.
 */
function withoutNames(after: BundleLine, before: WrittenLine): NumberedLine['value'] {
  const line = { ...after }
  if ('id' in line) delete line.id
  if ('citations' in line) line.citations = []
  if ('slug' in line && line.slug === before['slug']) delete line.slug
  if ('ref' in line) delete line.ref
  return line
}

/** Sources in a field that labels or badges depend on. */
function differ(before: WrittenLine, after: BundleLine, field: 'affiliations' | 'kind'): boolean {
  if (after.type !== 'source') return false
  return canonicalJson(before[field]) !== canonicalJson(after[field])
}
