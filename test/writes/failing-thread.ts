import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import type { ToThread } from '../../src/writes/messages.ts'

/** A thread with a bug: it fails where nobody catches it. */
parentPort?.on('message', ({ type }: ToThread) => {
  if (type === 'stop') process.exit()
  throw new TypeError('a bug')
})
