import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import type { ToThread } from '../../src/writes/messages.ts'

/** A thread that is always busy: it takes writes, and neither carries them out nor says anything. */
parentPort?.on('message', ({ type }: ToThread) => {
  if (type === 'stop') process.exit()
})
