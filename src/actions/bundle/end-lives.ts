import { voidable, type Voidable } from '../../formats/bundle.ts'
import { lifeEnded } from '../../formats/event-drafts.ts'
import { spreadVoid } from '../../store/links.ts'
import {
  endLink,
  findClaimsCiting,
  findLives,
  isSourceInUse,
  showAnew,
  voidObject,
  withdrawClaim,
  type Life,
} from '../../store/lives.ts'
import { findRedacted } from '../../store/redactions.ts'
import type { Writing } from '../writing.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

interface Ending {
  readonly line: number
  readonly type: Voidable
  readonly object: string
  readonly what: 'withdrawn' | 'ended' | 'voided'
  /** When it was withdrawn or ended. */
  readonly at: string | undefined
  readonly reason: string | null
}

/**
 * Carries out the withdrawals, endings and voids of a bundle. What is so already is refused; in a
 * bundle with a namespace, which may come again, it changes nothing.
 *
 * @returns the lines of what is so already
 * @throws {RefusedLines} naming what is so already, what has no reason, and sources still in use
 */
export async function endLives(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  mayComeAgain: boolean,
): Promise<ReadonlySet<number>> {
  const endings = endingsOf(lines, names)
  const objects = endings.map(({ object }) => object)
  const lives = endings.length > 0 ? await findLives(writing.tx, objects) : new Map<string, Life>()
  const done = new Set<string>()
  const faults: LineFault[] = []
  const unchanged = new Set<number>()
  for (const ending of endings) {
    const { line, object, what, at } = ending
    const since = done.has(`${what} ${object}`) ? 'this bundle' : soSince(lives, ending)
    done.add(`${what} ${object}`)
    if (since === undefined) await carryOut(writing, ending)
    else if (!mayComeAgain || (at !== undefined && since !== at)) {
      const message = `${object} is ${what} already, since ${since}.`
      faults.push({ line, pointer: '', code: 'already-so', message, isConflict: true })
    } else unchanged.add(line)
  }
  faults.push(...(await withoutReason(writing, endings)))
  faults.push(...(await sourcesInUse(writing, endings)))
  if (faults.length > 0) throw new RefusedLines(faults)
  return unchanged
}

export function endingsOf(lines: readonly NumberedLine[], names: Names): Ending[] {
  const ending = (line: number, type: Voidable, reference: string) => {
    return { line, type, object: names.resolve(type, reference) ?? '' }
  }
  return [
    ...linesOf(lines, 'withdrawal').map(({ line, value: { claim, at, reason } }) => {
      return { ...ending(line, 'claim', claim), what: 'withdrawn' as const, at, reason }
    }),
    ...linesOf(lines, 'end').map(({ line, value: { link, at, reason } }) => {
      return { ...ending(line, 'link', link), what: 'ended' as const, at, reason }
    }),
    ...linesOf(lines, 'void').flatMap(({ line, value }) =>
      voidable.flatMap((type) => {
        const reference = value[type]
        if (reference === undefined) return []
        const { reason } = value
        return [
          { ...ending(line, type, reference), what: 'voided' as const, at: undefined, reason },
        ]
      }),
    ),
  ]
}

/** Since when it is so, if it is. */
function soSince(lives: ReadonlyMap<string, Life>, { object, what }: Ending): string | undefined {
  const life = lives.get(object)
  const since = what === 'voided' ? life?.voidedAt?.toISOString() : life?.closedAt
  return since ?? undefined
}

async function carryOut(
  writing: Writing,
  { type, object, what, at, reason }: Ending,
): Promise<void> {
  const { tx, record, changed } = writing
  if (what === 'withdrawn' && at !== undefined) {
    await withdrawClaim(
      tx,
      object,
      at,
      record(lifeEnded('claim.withdrawn', { object, at, reason })),
    )
    changed({ claim: object, what: 'withdrawn' })
  } else if (what === 'ended' && at !== undefined) {
    await endLink(tx, object, at, record(lifeEnded('link.ended', { object, at, reason })))
    changed({ link: object })
  } else {
    const seq = record(lifeEnded(`${type}.voided`, { object, reason }))
    await voidObject(tx, type, object, writing.at)
    await followVoid(writing, type, object, seq)
  }
}

/** Tells what an entry error takes along: links, the claims that were cited, the side of a source. */
async function followVoid(
  { tx, changed }: Writing,
  type: Voidable,
  object: string,
  seq: number,
): Promise<void> {
  if (type === 'claim' || type === 'link') {
    const hanging = await spreadVoid(tx, [object], seq)
    if (type === 'claim') {
      await showAnew(tx, [object], seq)
      changed({ claim: object, what: 'voided' })
    }
    changed(...hanging.map((link) => ({ link })))
  }
  if (type === 'citation' || type === 'report') {
    const claims = await findClaimsCiting(tx, type, object)
    await showAnew(tx, claims, seq)
    changed(...claims.map((claim) => ({ claim, what: 'added' as const })))
  }
  if (type === 'source') changed({ source: object })
}

/** Only of what was redacted the reason is not known. */
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

async function sourcesInUse({ tx }: Writing, endings: readonly Ending[]): Promise<LineFault[]> {
  const faults: LineFault[] = []
  for (const { line, type, object, what } of endings) {
    if (type !== 'source' || what !== 'voided' || !(await isSourceInUse(tx, object))) continue
    const message = `Claims or reports that count name the source ${object}; void or amend them first.`
    faults.push({ line, pointer: '/source', code: 'in-use', message, isConflict: true })
  }
  return faults
}
