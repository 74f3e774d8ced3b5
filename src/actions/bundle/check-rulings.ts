import { findRulingsWithoutBody } from '../../store/claims.ts'
import type { Writing } from '../record/writing.ts'
import { guiltyLine } from './guilty-line.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'

/**
 * Only a source of kind `body` speaks rulings, since a ruling outranks every other claim. Checks
 * the rulings that the write enters, and all whose kind or speaker it may have changed: by an
 * amendment of either, by a merge, or by the void of one.
 *
 * @throws {RefusedLines} naming the lines of rulings by others
 */
export async function checkRulings(
  { tx, changes }: Pick<Writing, 'tx' | 'changes'>,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known'>,
): Promise<void> {
  const lineOf = new Map(
    linesOf(lines, 'claim')
      .filter(({ line, value }) => value.kind === 'ruling' && !names.known.has(line))
      .map(({ line }) => [names.ids.get(line) ?? '', line]),
  )
  const amended = changes.flatMap((change) =>
    'claim' in change && change.what === 'amended' ? [change.claim] : [],
  )
  const speakers = changes.flatMap((change) => ('source' in change ? [change.source] : []))
  const claims = [...lineOf.keys(), ...amended]
  if (claims.length + speakers.length === 0) return
  const found = await findRulingsWithoutBody(tx, { claims, speakers })
  if (found.length === 0) return
  throw new RefusedLines(
    found.map(({ id, speaker }): LineFault => {
      const line = lineOf.get(id)
      if (line !== undefined)
        return { line, pointer: '/speaker', code: 'ruling-by-body', message: onlyBodies }
      const guilty = guiltyLine(changes, lines, names, [id, speaker ?? ''])
      const isOwn = guilty?.value.type === 'claim'
      const message = isOwn
        ? onlyBodies
        : `Claim ${id} is a ruling. ${onlyBodies} Void the ruling first, or amend its speaker or its kind.`
      const pointer = isOwn ? '/speaker' : guilty?.value.type === 'source' ? '/kind' : ''
      return { line: guilty?.line ?? 1, pointer, code: 'ruling-by-body', message }
    }),
  )
}

const onlyBodies = 'Only a source of kind body (a court, a regulator, a register) speaks a ruling.'
