import { mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { loadDemo } from '../../src/actions/load-demo.ts'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { readConfig } from '../../src/config.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { openDatabase } from '../../src/store/open.ts'
import { adminKey, apiAt } from '../../test/support/calls.ts'
import { cursorsOf, fuzz as sendFuzz } from '../../test/support/fuzz.ts'
import { mark } from '../../test/support/made-up-values.ts'
import { operationsIn } from '../../test/support/open-api.ts'
import type { Soak, SoakRun } from './soak.ts'

export const fuzz: Soak = {
  name: 'fuzz',
  summary:
    'Send random requests that almost fit each operation, with texts from all planes of Unicode, dates of every form and altered cursors: none gets a 5xx, and no word of a request is in the log of the service or of its database.',
  unit: 'requests',
  count: 50_000,
  examples: ['', '--count 5000 --seed 7'],
  run: sendAll,
}

async function sendAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-fuzz-'))
  // The database's own user must be able to enter it.
  chmodSync(dataDir, 0o755)
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }))
  const logged: string[] = []
  const log = createLog('info', { write: (line) => void logged.push(line) })
  const publicUrl = new URL('http://counterpoint.example')
  const { db } = database.service
  try {
    await setBootstrapKey(db, adminKey)
    await loadDemo({ db, log })
    const http = createApp({ db, log, publicUrl, isServing: () => true })
    const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    try {
      const api = apiAt(`http://127.0.0.1:${server.port}`)
      const operations = operationsIn((await api('/openapi.json')).json)
      const cursors = await cursorsOf(api, operations)
      const { sent, fits } = await sendFuzz({
        http,
        operations,
        cursors,
        count,
        seed,
        logged,
        fault,
        progress,
      })
      const serverLog = readFileSync(path.join(dataDir, 'postgres', 'server.log'), 'utf8')
      if (serverLog.includes(mark)) fault('The log of the database has what was sent.')
      return `${sent} requests, ${fits} of them accepted, with changes of ${cursors.length} cursors among them.`
    } finally {
      await server.stop(0)
    }
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
