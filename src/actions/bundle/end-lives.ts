import { lifeEnded } from '../../formats/event-drafts.ts'
import { findLives, voidClaim, withdrawClaim, type Lives } from '../../store/claims.ts'
import { endLink, spreadVoid, voidLink } from '../../store/links.ts'
import type { Writing } from '../write-record.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

interface Ending {
  readonly line: number
  readonly object: string
  readonly what: 'withdrawn' | 'ended' | 'claim voided' | 'link voided'
  readonly at?: string
  readonly reason: string
}

/**
 * Carries out the withdrawals, endings and voids of a bundle. What is so already is refused; in a
 * bundle with a namespace, which may come again, it changes nothing.
 *
 * @throws {RefusedLines} naming what is so already
 */
export async function endLives(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  mayComeAgain: boolean,
): Promise<void> {
  const endings = endingsOf(lines, names)
  const lives = await findLives(
    writing.tx,
    endings.map(({ object }) => object),
  )
  const done = new Set<string>()
  const faults: LineFault[] = []
  for (const ending of endings) {
    const { line, object, what, at } = ending
    const since = done.has(`${what} ${object}`) ? 'this bundle' : soSince(lives, ending)
    done.add(`${what} ${object}`)
    if (since === undefined) await carryOut(writing, ending)
    else if (!mayComeAgain || (at !== undefined && since !== at)) {
      const message = `${object} is ${what} already, since ${since}.`
      faults.push({ line, pointer: '', code: 'already-so', message, isConflict: true })
    }
  }
  if (faults.length > 0) throw new RefusedLines(faults)
}

function endingsOf(lines: readonly NumberedLine[], names: Names): Ending[] {
  return [
    ...linesOf(lines, 'withdrawal').map(({ line, value }) => {
      const object = names.resolve('claim', value.claim) ?? ''
      return { line, object, what: 'withdrawn' as const, at: value.at, reason: value.reason }
    }),
    ...linesOf(lines, 'end').map(({ line, value }) => {
      const object = names.resolve('link', value.link) ?? ''
      return { line, object, what: 'ended' as const, at: value.at, reason: value.reason }
    }),
    ...linesOf(lines, 'void').map(({ line, value: { claim, link, reason } }) =>
      claim === undefined
        ? {
            line,
            object: names.resolve('link', link ?? '') ?? '',
            what: 'link voided' as const,
            reason,
          }
        : {
            line,
            object: names.resolve('claim', claim) ?? '',
            what: 'claim voided' as const,
            reason,
          },
    ),
  ]
}

/** Since when it is so, if it is. */
function soSince(lives: ReadonlyMap<string, Lives>, { object, what }: Ending): string | undefined {
  const life = lives.get(object)
  const since =
    what === 'withdrawn' || what === 'ended' ? life?.closedAt : life?.voidedAt?.toISOString()
  return since ?? undefined
}

async function carryOut(writing: Writing, { object, what, at, reason }: Ending): Promise<void> {
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
    const isClaim = what === 'claim voided'
    const seq = record(lifeEnded(isClaim ? 'claim.voided' : 'link.voided', { object, reason }))
    await (isClaim ? voidClaim : voidLink)(tx, object, writing.at, seq)
    const hanging = await spreadVoid(tx, [object], seq)
    if (isClaim) changed({ claim: object, what: 'voided' })
    changed(...hanging.map((link) => ({ link })))
  }
}
