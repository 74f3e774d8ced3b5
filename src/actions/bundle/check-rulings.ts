import { findRulingsWithoutBody } from '../../store/claims.ts'
import type { Db } from '../../store/database/db.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines } from './refused-lines.ts'

/**
 * Only a source of kind `body` speaks rulings, since a ruling outranks every other claim.
 *
 * @param sources whose kind was amended
 * @throws {RefusedLines} naming the lines of rulings by others
 */
export async function checkRulings(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Names,
  sources: readonly string[] = [],
): Promise<void> {
  const lineOf = new Map(
    linesOf(lines, 'claim')
      .filter(({ value }) => value.kind === 'ruling')
      .map(({ line }) => [names.ids.get(line) ?? '', line]),
  )
  if (lineOf.size === 0 && sources.length === 0) return
  const found = await findRulingsWithoutBody(tx, { claims: [...lineOf.keys()], speakers: sources })
  if (found.length === 0) return
  const message = 'Only a source of kind body (a court, a regulator, a register) speaks a ruling.'
  throw new RefusedLines(
    found.map((claim) => {
      const line = lineOf.get(claim)
      if (line !== undefined) return { line, pointer: '/speaker', code: 'ruling-by-body', message }
      return { line: 1, pointer: '/kind', code: 'ruling-by-body', message }
    }),
  )
}
