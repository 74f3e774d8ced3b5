import { historyGame } from '../../test/support/history-game.ts'
import { playOnTwoRecords } from './on-templates.ts'
import type { Soak, SoakRun } from './soak.ts'

export const histories: Soak = {
  name: 'histories',
  summary:
    'Play random histories of imports, single writes, amendments, merges and voids, alone and in bundles: after every write, labels, statuses, cites and badges are those of an independent implementation of the rules, which refuses the same writes by the same rules; and the export of each makes an equal record.',
  unit: 'histories',
  count: 500,
  examples: ['', '--count 20 --seed 7'],
  run: playAll,
}

/** Enough for a record in which everything happens and everything is compared after each write. */
const writesOfOne = 40

async function playAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const seen = { histories: 0, imports: 0, done: 0, refused: 0 }
  const seeds = Array.from({ length: count }, (_, index) => seed + index)
  await playOnTwoRecords('histories', seeds, async ([original, copy], seed) => {
    const played = await historyGame({ original, copy, seed, writes: writesOfOne, fault })
    seen.imports += played.imports
    seen.done += played.done
    seen.refused += played.refused
    seen.histories += 1
    progress(seen.histories, { more: `${seen.imports + seen.done + seen.refused} writes` })
  })
  const { imports, done, refused } = seen
  return `${count} histories, ${imports} imports and ${done} writes done, ${refused} refused, each compared with the rules.`
}
