/** Run by the guard when the process that started it has died: see `guard.ts`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { stopUnused } from './stop-unused.ts'

/** The server may still be starting, or may not have noticed who died. */
const tries = 5
const againMs = 400

const [dataDir = ''] = process.argv.slice(2)
for (let left = tries; left > 0; left--) {
  if ((await stopUnused(dataDir)) === 'stopped') break
  await sleep(againMs)
}
