import { afterEach, expect, test, vi } from 'vitest'
import { soaks } from '../../bench/soak/all.ts'
import { runSoak } from '../../bench/soak/run.ts'
import type { Soak } from '../../bench/soak/soak.ts'

const halves: Soak = {
  name: 'halves',
  summary: 'Halves numbers: each is even.',
  unit: 'numbers',
  count: 4,
  examples: [''],
  run: async ({ count, seed, fault, progress }) => {
    for (let done = 1; done <= count; done++) {
      if ((seed + done) % 2) fault(`${seed + done} is odd.`)
      progress(done)
    }
    return `${count} numbers.`
  },
}

let written: string[]
const keep = (text: string | Uint8Array) => written.push(String(text)) > 0
afterEach(() => vi.restoreAllMocks())

function watch() {
  written = []
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
}

test('a run says its seed, every fault and the result, and counts the faults', async () => {
  watch()
  const faults = await runSoak(halves, { count: 4, seed: 10 })
  expect(faults).toBe(2)
  expect(written[0]).toBe('halves: 4 numbers, seed 10\n')
  expect(written.filter((line) => line.startsWith('fault'))).toEqual([
    'fault: 11 is odd.\n',
    'fault: 13 is odd.\n',
  ])
  expect(written.at(-1)).toMatch(/^halves: 4 numbers\. 2 faults in \d+ s \(seed 10\)\.\n$/)
})

test('a run that finds nothing says so', async () => {
  watch()
  expect(await runSoak(halves, { count: 0, seed: 0 })).toBe(0)
  expect(written.at(-1)).toContain('0 faults')
})

test.each(soaks)('$name says what it holds and how it is started', ({ summary, examples }) => {
  expect(summary).toMatch(/:.*\.$/)
  expect(examples.length).toBeGreaterThan(0)
})
