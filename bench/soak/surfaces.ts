import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/cli/terminal/log.ts'
import { readConfig } from '../../src/config.ts'
import { listen } from '../../src/http/socket/listen.ts'
import { openDatabase } from '../../src/store/open.ts'
import { surfacesGame } from '../../test/surfaces/game.ts'
import type { Soak, SoakRun } from './soak.ts'

export const surfaces: Soak = {
  name: 'surfaces',
  summary:
    'Read the claims of random records on every surface, in every language: none says more than an independent implementation of the rules, and none shows the bare words of a claim that is closed, contested, entered wrongly or removed.',
  unit: 'surfaces',
  count: 100_000,
  examples: ['', '--count 2000 --seed 7'],
  run: readAll,
}

async function readAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-surfaces-'))
  // The database's own user must be able to enter it.
  chmodSync(dataDir, 0o755)
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }))
  const log = createLog('error', { write: () => {} })
  const publicUrl = new URL('http://counterpoint.example')
  const { db } = database.service
  try {
    const http = createApp({ db, log, publicUrl, isServing: () => true })
    const server = await listen(http, { publicUrl, log }, { host: '127.0.0.1', port: 0 })
    try {
      const origin = `http://127.0.0.1:${server.port}`
      const { seen } = await surfacesGame({
        db,
        origin,
        seed: seed * 1_000,
        count,
        fault,
        progress,
      })
      const counts = [...seen].map(([status, times]) => `${status} ${times}`)
      return `${count} surfaces, of claims that are: ${counts.join(', ')}.`
    } finally {
      await server.stop(0)
    }
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
