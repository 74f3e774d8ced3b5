import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchStopSignals } from '../../src/cli/stop-signals.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const
const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener)
})

function send(signal: (typeof signals)[number]) {
  process.emit(signal, signal)
}

/** What has been settled, as it stands. */
async function forcedBy(watched: ReturnType<typeof watchStopSignals>) {
  return Promise.race([watched.forced, Promise.resolve('nothing')])
}

it('asks on the first signal, and counts what comes within a second as the same', async () => {
  const watched = watchStopSignals()
  expect(watched.isAsked()).toBe(false)

  send('SIGINT')
  await vi.advanceTimersByTimeAsync(999)
  send('SIGTERM')
  send('SIGINT')

  expect(watched.isAsked()).toBe(true)
  expect(await watched.asked).toBe('SIGINT')
  expect(await forcedBy(watched)).toBe('nothing')
})

it('forces the end on a later one', async () => {
  const watched = watchStopSignals()
  send('SIGHUP')
  await vi.advanceTimersByTimeAsync(1_001)
  expect(await forcedBy(watched)).toBe('nothing')

  send('SIGTERM')

  expect(await forcedBy(watched)).toBe('SIGTERM')
})

it('forces the end at once on SIGQUIT', async () => {
  const watched = watchStopSignals()

  send('SIGQUIT')

  expect(await forcedBy(watched)).toBe('SIGQUIT')
  expect(watched.isAsked()).toBe(false)
})
