import type { Db } from '../../store/database/db.ts'
import type { Meter } from '../record/meter.ts'
import type { DuplicatePolicy, Judged } from './candidates.ts'
import { judgeClaims, judgeReports, judgeSources } from './likely-duplicates.ts'
import { linesOf, type NumberedLine, type ObjectLine } from './lines.ts'
import type { LineFault } from './refused-lines.ts'

/** The names of a bundle, as far as the search for duplicates needs them. */
export interface Naming {
  /** Stops comparing when time is over. */
  readonly meter: Meter
  readonly objectOf: (line: number) => { readonly id: string; readonly isAmended: boolean }
  /** The source that a reference finally leads to. */
  readonly sourceOf: (reference: string) => string | undefined
  /** Uses an existing object for a line. */
  readonly join: (line: NumberedLine<ObjectLine>, id: string) => void
}

/** Sources come first: to compare speakers, we must know which of them are on record. */
export async function joinSources(
  tx: Db,
  lines: readonly NumberedLine<ObjectLine>[],
  policy: DuplicatePolicy,
  naming: Naming,
): Promise<readonly LineFault[]> {
  const sources = linesOf(lines, 'source')
  return joinAll(lines, await judgeSources(tx, sources, policy, naming), naming)
}

/** Reports and claims, once every source is resolved. */
export async function joinReportsAndClaims(
  tx: Db,
  lines: readonly NumberedLine<ObjectLine>[],
  policy: DuplicatePolicy,
  naming: Naming,
): Promise<readonly LineFault[]> {
  const [reports, claims] = await Promise.all([
    judgeReports(tx, linesOf(lines, 'report'), policy, naming),
    judgeClaims(tx, linesOf(lines, 'claim'), policy, naming),
  ])
  return [...joinAll(lines, reports, naming), ...joinAll(lines, claims, naming)]
}

function joinAll(
  lines: readonly NumberedLine<ObjectLine>[],
  { joined, faults }: Judged,
  { join }: Naming,
): readonly LineFault[] {
  for (const each of lines) {
    const id = joined.get(each.line)
    if (id !== undefined) join(each, id)
  }
  return faults
}
