import type { FieldFault } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { findLives, findPastEndings, type PastEnding } from '../../store/lives.ts'
import { findAllReferences } from '../../store/references.ts'
import { findRedacted } from '../../store/redactions.ts'
import type { Writing } from '../record/writing.ts'
import { carryOut } from './carry-out.ts'
import { futureDates } from './check-dates.ts'
import { endingsOf, lifeAfter, refusalOf, type Ending } from './endings.ts'
import type { NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * Carries out the withdrawals, ends and voids of a bundle, in the order of its lines. An ending
 * that has already happened is refused.
 *
 * @param came lines that were entered before, which change nothing
 * @throws {RefusedLines} naming what has already ended, and what lacks a reason
 */
export async function endLives(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  came: ReadonlySet<number>,
): Promise<void> {
  const endings = endingsOf(lines, names)
  if (endings.length === 0) return
  const objects = endings.map(({ object }) => object)
  const lives = await findLives(writing.tx, objects)
  // If the file voids what a new link depends on, it may still end the link.
  for (const [line, id] of names.ids) {
    const life = names.known.has(line) ? undefined : lives.get(id)
    if (life?.voidedAt === null) lives.set(id, { ...life, isVoid: false })
  }
  const lineOf = new Map(lines.map((line) => [line.line, line]))
  const faults: LineFault[] = []
  for (const ending of endings.filter(({ line }) => !came.has(line))) {
    const life = lives.get(ending.object)
    if (!life) continue
    const fault = refusalOf(life, ending) ?? (await takenCitation(writing.tx, ending))
    if (fault) {
      faults.push({ line: ending.line, ...fault, isConflict: true })
      continue
    }
    const sent = lineOf.get(ending.line)
    if (sent) faults.push(...futureDates(sent, writing.at))
    await carryOut(writing, names, ending)
    lives.set(ending.object, lifeAfter(life, ending, writing.at))
  }
  faults.push(...(await withoutReason(writing, endings)))
  if (faults.length > 0) throw new RefusedLines(faults)
}

/**
 * The lines of endings that were entered before. A resent bundle is matched with the history, one
 * ending after the other, so that an ending voided since is not entered again.
 */
export async function findEndingsThatCame(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<ReadonlySet<number>> {
  const endings = endingsOf(lines, names)
  if (endings.length === 0) return new Set()
  const objects = endings.map(({ object }) => object)
  const cameBefore = replay(await findPastEndings(tx, objects))
  return new Set(endings.filter(cameBefore).map(({ line }) => line))
}

/** Tells for each ending, in the order of the lines, whether it was entered before. */
function replay(past: readonly PastEnding[]): (ending: Ending) => boolean {
  const left = Map.groupBy(past, ({ object }) => object)
  return ({ object, kind, at = null }) => {
    const ofObject = left.get(object) ?? []
    const index = ofObject.findIndex((then) => then.kind === kind && then.at === at)
    if (index === -1) return false
    left.set(object, ofObject.slice(index + 1))
    return true
  }
}

async function takenCitation(tx: Db, { citations = [] }: Ending): Promise<FieldFault | undefined> {
  const ids = citations.flatMap(({ citation }) => citation.id ?? [])
  const taken = new Set((await findAllReferences(tx, ids)).map(({ reference }) => reference))
  const fault = citations.find(({ citation: { id } }, index) => {
    return id !== undefined && (taken.has(id) || ids.indexOf(id) < index)
  })
  if (fault === undefined) return undefined
  const message = `The record has an object with the id ${fault.citation.id}; leave the id out.`
  return { pointer: `${fault.pointer}/id`, code: 'taken', message }
}

/** Only a redacted ending may come without its reason. */
async function withoutReason({ tx }: Writing, endings: readonly Ending[]): Promise<LineFault[]> {
  const silent = endings.filter(({ reason }) => reason === null)
  const redacted = await findRedacted(
    tx,
    silent.map(({ object }) => object),
  )
  return silent
    .filter(({ object }) => !redacted.has(object))
    .map(({ line }) => {
      return { line, pointer: '/reason', code: 'missing', message: 'It is missing.' }
    })
}
