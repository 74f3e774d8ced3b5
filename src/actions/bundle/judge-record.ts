import type { Writing } from '../record/writing.ts'
import { faultsOfSources, type Entering } from './check-cited.ts'
import { checkEndings } from './check-endings.ts'
import { checkInUse } from './check-in-use.ts'
import { checkMerges } from './check-merges.ts'
import { checkRules } from './check-rules.ts'
import { checkRulings } from './check-rulings.ts'
import type { NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines } from './refused-lines.ts'

/**
 * Judges the record as a write leaves it. The rules are conditions on the result, so none of them is
 * asked in between: a write may pass through what they refuse.
 *
 * @param lines all lines of the write that change something
 * @throws {RefusedLines} naming the rules
 */
export async function judgeRecord(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known' | 'resolve'>,
  entering: Entering,
): Promise<void> {
  await checkInUse(writing, lines, names)
  await checkRulings(writing, lines, names)
  const uncited = await faultsOfSources(writing.tx, lines, names, entering)
  if (uncited.length > 0) throw new RefusedLines(uncited)
  await checkRules(writing, lines, names)
  await checkMerges(writing, lines, names)
  await checkEndings(writing, lines, names)
}
