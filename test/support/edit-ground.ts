import type { Actor } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { PlainRecord } from '../oracle/record.ts'
import type { Ground } from './edit-game.ts'
import { importLines } from './import.ts'
import { reportLine, sourceLine } from './lines.ts'

/** Sources entered with the keys, two by editors, and a report of each. */
export async function editGround(
  db: Db,
  keys: readonly (Actor & { id: string })[],
  seed: number,
): Promise<{ ground: Ground; record: PlainRecord; hands: Map<string, string[]> }> {
  const hands = new Map<string, string[]>()
  const refs: Record<string, string> = {}
  const lines: readonly [number, ReturnType<typeof sourceLine>][] = [
    [0, sourceLine('firm', { name: `Firm ${seed}` })],
    [1, sourceLine('lab', { name: `Lab ${seed}`, kind: 'analyst' })],
    [2, sourceLine('paper', { name: `Paper ${seed}`, kind: 'outlet' })],
    [2, sourceLine('court', { name: `Court ${seed}`, kind: 'body' })],
  ]
  for (const [index, line] of lines) {
    const actor = keys[index]
    if (!actor) throw new Error('There is no such key.')
    const done = await importLines(db, [line], { actor })
    Object.assign(refs, done.refs)
    hands.set(done.refs[line.ref] ?? '', [actor.id])
  }
  // So long that no quote is refused.
  const page = reportLine('report', refs['paper'] ?? '', { length: 1_000_000 })
  const { report } = (await importLines(db, [page])).refs
  const sources = ['firm', 'lab', 'paper'].map((name) => refs[name] ?? '')
  // Reports name their source too.
  hands.get(refs['paper'] ?? '')?.push('nobody')
  const record = {
    sources: [...sources, refs['court'] ?? ''].map((id) => ({ id, affiliations: [] })),
    claims: [],
    links: [],
  }
  return { ground: { sources, court: refs['court'] ?? '', report: report ?? '' }, record, hands }
}
