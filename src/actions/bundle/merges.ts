import { randomUUIDv7 } from 'node:crypto'
import type { MergeEntry } from '../../domain/merge.ts'
import { isId } from '../../domain/references.ts'
import { findLives } from '../../store/lives.ts'
import { findEarlierMerge, findMerge, findMergeOf, findSurvivor } from '../../store/merges.ts'
import { findRedacted } from '../../store/redactions.ts'
import type { Writing } from '../record/writing.ts'
import { cannotReferTo } from './check-voided.ts'
import type { Touched } from './held-claims.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { liftLimitsOf, mergeWithin, partWithin, type RegionLeft } from './merge-within.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/** A merge in a bundle, and the line that voids it, if there is one. */
interface MergeOfLine extends MergeEntry {
  readonly line: number
  readonly voidedBy: VoidOfLine | undefined
}

/** What the merge lines became. */
interface EnteredMerges {
  readonly ids: ReadonlyMap<number, string>
  /** Those that the record already had. */
  readonly known: ReadonlySet<number>
}

interface VoidOfLine {
  readonly line: number
  readonly merge: string
  readonly reason: string | null
}

/**
 * Merged entries, and references to entries that were merged, are connected to claims in ways not
 * known before.
 */
export function mergedAmong(lines: readonly NumberedLine[], { merged }: Names): readonly Touched[] {
  const hasAny = linesOf(lines, 'merge').length > 0 || mergeVoids(lines).length > 0
  return [...merged, ...(hasAny ? [{ id: '' }] : [])].map(({ id }) => {
    return { type: 'claim', object: id }
  })
}

function mergeVoids(lines: readonly NumberedLine[]): VoidOfLine[] {
  return linesOf(lines, 'void').flatMap(({ line, value: { merge, reason } }) =>
    merge === undefined ? [] : [{ line, merge, reason }],
  )
}

/**
 * Carries out those lines that void merges on record.
 *
 * @throws {RefusedLines} naming what is not a merge, or is already voided
 */
export async function voidMerges(
  writing: Writing,
  lines: readonly NumberedLine[],
  { mayComeAgain, region }: { readonly mayComeAgain: boolean; readonly region: RegionLeft },
): Promise<void> {
  const own = new Set(
    linesOf(lines, 'merge').flatMap(({ value: { id, ref } }) => [id ?? '', ref ?? '']),
  )
  const faults: LineFault[] = []
  for (const each of mergeVoids(lines)) {
    if (own.has(each.merge)) continue
    const fault = await voidStored(writing, each, { mayComeAgain, region })
    if (fault) faults.push({ ...fault, line: each.line })
  }
  if (faults.length > 0) throw new RefusedLines(faults)
}

/**
 * Carries out the merges of a bundle in any order of its lines. Merges that it voids itself go
 * first, since they leave an entry free to be merged again.
 *
 * @returns what the lines became, and which of them the record already had
 * @throws {RefusedLines} naming what cannot be merged
 */
export async function enterMerges(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  { mayComeAgain, region }: { readonly mayComeAgain: boolean; readonly region: RegionLeft },
): Promise<EnteredMerges> {
  const entries = mergesOf(lines, names, mergeVoids(lines))
  if (entries.length > 0) await liftLimitsOf(writing, region)
  const faults: LineFault[] = []
  const ids = new Map<number, string>()
  const known = new Set<number>()
  for (const entry of entries.toSorted((a, b) => Number(!a.voidedBy) - Number(!b.voidedBy))) {
    const earlier = mayComeAgain ? await findEarlierMerge(writing.tx, entry) : undefined
    ids.set(entry.line, earlier ?? entry.id)
    if (earlier !== undefined) {
      known.add(entry.line)
      continue
    }
    const fault =
      (await refusalOf(writing, entry)) ??
      voidedSurvivor(entry, names) ??
      (await mergeWithin(writing, entry, region))
    if (fault) faults.push({ ...fault, line: entry.line })
  }
  if (faults.length > 0) throw new RefusedLines(faults)
  return { ids, known }
}

function mergesOf(
  lines: readonly NumberedLine[],
  names: Names,
  voids: readonly VoidOfLine[],
): MergeOfLine[] {
  return linesOf(lines, 'merge').map(({ line, value }) => {
    const { noun, reason, id = randomUUIDv7(), ref } = value
    const own = new Set([id, ref ?? id])
    return {
      id,
      noun,
      from: names.resolve(noun, value.from) ?? '',
      into: names.resolve(noun, value.into) ?? '',
      reason,
      line,
      voidedBy: voids.find(({ merge }) => own.has(merge)),
    }
  })
}

type Fault = Omit<LineFault, 'line'>

/** Why two entries cannot be merged; undefined if they can. */
async function refusalOf(
  { tx }: Writing,
  { id, noun, from, into, reason, voidedBy }: MergeOfLine,
): Promise<Fault | undefined> {
  if (await findMerge(tx, id))
    return conflict('/id', 'taken', `The record has a merge with the id ${id}.`)
  const earlier = await findMergeOf(tx, from)
  if (earlier)
    return conflict(
      '',
      'already-so',
      `${from} is merged into ${earlier.into} already; void the merge ${earlier.id} first.`,
    )
  if (reason === null && !(await findRedacted(tx, [from])).has(from))
    return fault('/reason', 'missing', 'It is missing.')
  if ((await findSurvivor(tx, noun, into)) === from)
    return fault('/into', 'merge-into-itself', `${from} would be merged into itself.`)
  const isVoided = (await findLives(tx, [from])).get(from)?.voidedAt
  if (isVoided && !voidedBy)
    return conflict('', 'merge-of-voided', `${from} is voided, and an entry error is not merged.`)
  return undefined
}

/**
 * Merging into something voided would have no effect, unless the merge is itself voided and so
 * belongs to the past.
 */
function voidedSurvivor({ into, voidedBy }: MergeOfLine, { voided }: Names): Fault | undefined {
  const survivor = voidedBy ? undefined : voided.get(into)
  return survivor && conflict('/into', 'voided', cannotReferTo(survivor))
}

async function voidStored(
  writing: Writing,
  { merge: id, reason }: VoidOfLine,
  { mayComeAgain, region }: { readonly mayComeAgain: boolean; readonly region: RegionLeft },
): Promise<Fault | undefined> {
  const merge = isId(id) ? await findMerge(writing.tx, id) : undefined
  if (!merge)
    return fault(
      '/merge',
      'unknown-reference',
      `There is no merge "${id}" in the record or in what was sent. Correct the id.`,
    )
  if (merge.voidedAt) {
    const since = merge.voidedAt.toISOString()
    return mayComeAgain
      ? undefined
      : conflict('', 'already-so', `${id} is voided already, since ${since}.`)
  }
  await liftLimitsOf(writing, region)
  return partWithin(writing, merge, { reason, region })
}

function fault(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message }
}

function conflict(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message, isConflict: true }
}
