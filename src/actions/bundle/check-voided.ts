import type { Noun } from '../../domain/nouns.ts'
import { canonicalJson } from '../../formats/event.ts'
import type { Db } from '../../store/database/db.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { mentionsOf, type Mention } from './mentions.ts'
import { listWay } from './merged-references.ts'
import type { Names, VoidedReference } from './names.ts'
import type { LineFault } from './refused-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * Finds references to objects that were voided before. An entry error has no effect, so nothing may
 * depend on it. A bundle may refer to objects that it voids itself, in any order of lines.
 *
 * @param before the object that a single line amends: it may keep the references it already has
 */
export function voidedMentions(
  lines: readonly NumberedLine[],
  names: Pick<Names, 'resolve' | 'voided'>,
  before: WrittenLine = {},
): LineFault[] {
  if (names.voided.size === 0) return []
  return lines.flatMap(({ line, value }) => {
    if (value.type === 'void' || value.type === 'merge') return []
    return mentionsOf(value).flatMap((mention): LineFault[] => {
      const { pointer, type, reference } = mention
      const id = names.resolve(type, reference) ?? ''
      const voided = names.voided.get(id)
      if (!voided || isTargetOfEnding(value.type, mention) || isNamedIn(before, pointer, id))
        return []
      return [{ line, pointer, code: 'voided', message: cannotReferTo(voided), isConflict: true }]
    })
  })
}

/** The target of a withdrawal or an end is checked when the withdrawal or end is carried out. */
function isTargetOfEnding(type: string, { pointer }: Mention): boolean {
  return (type === 'withdrawal' && pointer === '/claim') || (type === 'end' && pointer === '/link')
}

function isNamedIn(before: WrittenLine, pointer: string, id: string): boolean {
  const [, field = ''] = pointer.split('/')
  return canonicalJson(before[field] ?? null).includes(id)
}

/** Lets a part of a file refer to what another part voids, as if all parts were one bundle. */
export function withoutOwnVoids(
  lines: readonly NumberedLine[],
  names: Names,
  voids: (reference: string) => boolean,
): Names {
  if (names.voided.size === 0) return names
  const own = new Set(
    lines
      .flatMap(({ value }) => mentionsOf(value))
      .filter(({ reference }) => voids(reference))
      .map(({ type, reference }) => names.resolve(type, reference)),
  )
  const voided = [...names.voided].filter(
    ([id, { into }]) => !own.has(id) && !(into !== null && voids(into)),
  )
  return { ...names, voided: new Map(voided) }
}

/** Lets a bundle refer to what is merged into something voided if it voids the merge, in any order. */
export async function withoutOwnPartings(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<Names> {
  const own = new Set(linesOf(lines, 'void').flatMap(({ value }) => value.merge ?? []))
  if (own.size === 0 || names.voided.size === 0) return names
  const voided = new Map(names.voided)
  for (const [id, { into }] of voided)
    if (into !== null && (await listWay(tx, id)).some((merge) => own.has(merge))) voided.delete(id)
  return { ...names, voided }
}

/** Says why nothing new can refer to a voided object, and what to do. */
export function cannotReferTo(voided: VoidedReference): string {
  return `${whatIsVoided(voided)}, so nothing new can refer to it. Refer to its replacement, or enter one first.`
}

/** Says why a voided object can no longer be changed. */
export function cannotChange(voided: VoidedReference, done: string): string {
  return `${whatIsVoided(voided)}, so it can no longer be ${done}. If it was correct after all, enter it again.`
}

function whatIsVoided({ type, id, into, since }: VoidedReference): string {
  const noun = capital(type)
  if (into !== null) return `${noun} ${id} is merged into ${into}, which was ${entryError(since)}`
  if (since === null) return `${noun} ${id} depends on something ${entryError(since)}`
  return `${noun} ${id} was ${entryError(since)}`
}

function entryError(since: Date | null): string {
  return `voided as an entry error${since ? ` on ${since.toISOString().slice(0, 10)}` : ''}`
}

function capital(type: Noun): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}`
}
