import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/embedded.ts'
import { randomFrom } from '../oracle/random.ts'
import { stopInTerminal, ways } from './terminal-stops.ts'
import { hasTerminal } from './terminal.ts'

describe.skipIf(!hasTerminal)('npm start in a terminal', () => {
  // Some of the cases of `npm run soak -- stops`.
  const sample = ways.filter(({ name }) =>
    [
      'Ctrl-C twice within half a second',
      'SIGTERM to the group',
      'SIGTERM to npm alone',
      'the terminal is closed',
      'Ctrl-C, and once more after a second',
      'SIGTERM to the group while it starts',
    ].includes(name),
  )

  it.each(sample.map((way, seed) => ({ ...way, seed })))(
    '$name ends all of it, with the database',
    { timeout: 180_000 },
    async ({ seed, ...way }) => {
      const { faults } = await stopInTerminal(way, aFolder(), randomFrom(seed + 1))

      expect(faults).toEqual([])
    },
  )
})
