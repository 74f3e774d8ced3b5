import type { Db } from '../../store/database/db.ts'
import type { FoundReference } from '../../store/references.ts'
import { voidedMentions } from '../bundle/check-voided.ts'
import { futureDates } from '../bundle/check-dates.ts'
import type { DuplicatePolicy } from '../bundle/candidates.ts'
import { entriesOf } from '../bundle/entries.ts'
import { isObjectLine, type NumberedLine } from '../bundle/lines.ts'
import { mentionsOf } from '../bundle/mentions.ts'
import { findMetPoints } from '../bundle/met-points.ts'
import { nameObjects, type Names } from '../bundle/names.ts'
import type { Entries } from '../bundle/new-entries.ts'
import { requirePermission } from '../bundle/permission.ts'
import { pointlessLinks } from '../bundle/pointless-links.ts'
import { RefusedLines } from '../bundle/refused-lines.ts'
import { unresolved } from '../bundle/unresolved.ts'
import { NotJointly } from '../record/joint.ts'
import type { JointPart } from '../record/member.ts'
import type { Meter } from '../record/meter.ts'

/** The lines of all writes that are entered jointly, and what they enter. */
export interface Named {
  readonly lines: readonly NumberedLine[]
  readonly names: Names
  readonly entries: Entries
  /** The write that enters each new object. */
  readonly partOf: ReadonlyMap<string, number>
}

/** How many line numbers each write has. */
const linesEach = 10

/** The write to which a line belongs. */
export function partAt(line: number): number {
  return Math.floor(line / linesEach)
}

/** The number of a line of a write among the lines of all. */
export function lineOf(place: number, line: number): number {
  return place * linesEach + line
}

/**
 * Resolves what the lines of all writes name, and compares them with what is on record and with each
 * other. Whatever would refuse a line alone is found here, or when the result is judged.
 *
 * @throws {RefusedLines} naming lines that have to be entered alone, which may refuse them
 */
export async function nameJointly(
  tx: Db,
  parts: readonly JointPart[],
  policy: DuplicatePolicy,
  { at, meter }: { readonly at: Date; readonly meter: Meter },
): Promise<Named> {
  const lines = parts.flatMap(({ actor, entry }, place) => {
    const own = entry.linesAfter(lineOf(place, 0), `${place}`)
    requirePermission(actor, own)
    return own
  })
  let found: readonly FoundReference[] = []
  const check = (all: readonly FoundReference[]) => void (found = all)
  const { names, faults, likely } = await nameObjects(tx, lines, undefined, policy, {
    check,
    meter,
  })
  const wrong = [
    ...faults,
    ...likely,
    ...unresolved(lines, names),
    ...pointlessLinks(lines, names),
    ...voidedMentions(lines, names),
    ...lines.filter(isObjectLine).flatMap((line) => futureDates(line, at)),
  ]
  if (wrong.length > 0) throw new RefusedLines(wrong)
  const special = [...goneAmong(parts, found), ...namingMerged(lines, names)]
  if (special.length > 0) throw new NotJointly(special)
  const { met, faults: unmet } = await findMetPoints(tx, lines, names, {
    isTaken: () => false,
    meter,
  })
  if (unmet.length > 0) throw new RefusedLines(unmet)
  const entries = entriesOf(lines, names, met)
  return { lines, names, entries, partOf: partsOf(lines, names, entries) }
}

/** Writes that answer what is no claim, or no longer one. */
function goneAmong(parts: readonly JointPart[], found: readonly FoundReference[]): number[] {
  const sound = new Set(
    found
      .filter(({ type, mergedInto, isVoid }) => type === 'claim' && mergedInto === null && !isVoid)
      .map(({ id }) => id),
  )
  return parts.flatMap(({ entry }, place) => (sound.has(entry.answered) ? [] : [place]))
}

/** Writes that name something merged, whose references are entered in two steps. */
function namingMerged(lines: readonly NumberedLine[], { merged, resolve }: Names): number[] {
  const gone = new Set(merged.map(({ id }) => id))
  return lines
    .filter(({ value }) =>
      mentionsOf(value).some(({ type, reference }) => gone.has(resolve(type, reference) ?? '')),
    )
    .map(({ line }) => partAt(line))
}

function partsOf(
  lines: readonly NumberedLine[],
  { ids }: Names,
  { citations }: Entries,
): ReadonlyMap<string, number> {
  const parts = new Map(lines.map(({ line }) => [ids.get(line) ?? '', partAt(line)]))
  for (const { id, claim } of citations) {
    const part = parts.get(claim)
    if (part !== undefined) parts.set(id, part)
  }
  return parts
}
