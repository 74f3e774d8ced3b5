import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'

/** Runs a program of one line that has closed all of its own; how long that took, and its exit code. */
function ending(left: string) {
  const begun = performance.now()
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { endSoon } from './src/cli/end-now.ts'; process.exitCode = 4; ${left}; endSoon()`,
    ],
    { timeout: 60_000 },
  )
  return { status, ms: performance.now() - begun }
}

it('a process ends although a job goes on that does not listen, and at once otherwise', () => {
  const alone = ending('')
  const deaf = ending('setInterval(() => {}, 100)')
  expect([alone.status, deaf.status]).toEqual([4, 4])
  expect(deaf.ms - alone.ms).toBeGreaterThan(300)
  expect(deaf.ms).toBeLessThan(20_000)
})
