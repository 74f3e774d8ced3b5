import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stopInTerminal, ways } from '../../test/chaos/terminal-stops.ts'
import { hasTerminal } from '../../test/chaos/terminal.ts'
import { randomFrom } from '../../test/oracle/random.ts'
import { percentile } from '../chaos/trial.ts'
import type { Soak } from './soak.ts'

export const stops: Soak = {
  name: 'stops',
  summary:
    'Stop `npm start` in a terminal in every possible way: no database is left running, and no request is cut off that could have been finished in time.',
  unit: 'stops',
  count: 200,
  examples: ['', '--count 20 --seed 7'],
  run: async ({ count, seed, progress, fault }) => {
    if (!hasTerminal) throw new Error('This needs the `script` of util-linux.')
    const random = randomFrom(seed)
    const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-stops-'))
    // The database's own user must be able to enter it.
    chmodSync(folder, 0o755)
    const times: number[] = []
    let answered = 0
    try {
      for (let done = 0; done < count; done++) {
        const way = ways[done % ways.length]
        if (!way) break
        const stopped = await stopInTerminal(way, path.join(folder, 'data'), random)
        for (const words of stopped.faults) fault(`${done + 1}. ${way.name}: ${words}`)
        answered += stopped.answered
        times.push(stopped.tookMs)
        progress(done + 1, { more: `${way.name}: ${Math.round(stopped.tookMs)} ms` })
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    const [median = 0, most = 0] = [percentile(times, 50), Math.max(...times)].map(Math.round)
    return `${times.length} stops, ${answered} requests answered; ended after ${median} ms in the median, ${most} ms at most.`
  },
}
