import { groupGame } from '../../test/actions/groups/group-game.ts'
import { playOnTwoRecords } from './on-templates.ts'
import type { Soak, SoakRun } from './soak.ts'

export const groups: Soak = {
  name: 'groups',
  summary:
    'Make random bursts of writes in one record, where they are entered together, and the same writes one by one in another: answers, events, histories and all other rows are the same.',
  unit: 'games',
  count: 100,
  examples: ['', '--count 20 --seed 7'],
  run: playAll,
}

const burstsOfOne = 6

async function playAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const seen = { games: 0, done: 0, refused: 0, transactions: 0, joint: 0 }
  const seeds = Array.from({ length: count }, (_, index) => seed + index)
  await playOnTwoRecords('groups', seeds, async ([together, singly], seed) => {
    const played = await groupGame({ together, singly, seed, bursts: burstsOfOne, fault })
    seen.done += played.done
    seen.refused += played.refused
    seen.transactions += played.transactions
    seen.joint += played.joint
    seen.games += 1
    progress(seen.games, { more: `${seen.done + seen.refused} writes` })
  })
  const { done, refused, transactions, joint } = seen
  return `${count} games, ${done} writes done and ${refused} refused in ${transactions} transactions, ${joint} of them jointly with another, each compared with the same write alone.`
}
