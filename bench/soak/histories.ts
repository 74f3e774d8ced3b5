import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { owningRole } from '../../src/store/database/roles.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { anEmptyRecord } from '../../test/support/empty-records.ts'
import { historyGame } from '../../test/support/history-game.ts'
import { createTemplate, type Template } from '../../test/support/postgres.ts'
import type { Soak, SoakRun } from './soak.ts'

export const histories: Soak = {
  name: 'histories',
  summary:
    'Play random histories of imports, single writes, amendments, merges and voids, alone and in bundles: after every write, labels, statuses, cites and badges are those of an independent implementation of the rules, which refuses the same writes by the same rules; and the export of each makes an equal record.',
  unit: 'histories',
  count: 500,
  examples: ['', '--count 20 --seed 7'],
  run: playAll,
}

/** Enough for a record in which everything happens and everything is compared after each write. */
const writesOfOne = 40

async function playAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-histories-'))
  // The database's own user must be able to enter it.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({ dataDir, isDurable: false })
  const seen = { histories: 0, imports: 0, done: 0, refused: 0 }
  try {
    const template = await aTemplate({ ...server, owner: owningRole })
    const seeds = Array.from({ length: count }, (_, index) => seed + index)
    const playNext = async (): Promise<void> => {
      for (let next = seeds.shift(); next !== undefined; next = seeds.shift()) {
        const { imports, done, refused } = await playOne(template, next, fault)
        seen.imports += imports
        seen.done += done
        seen.refused += refused
        seen.histories += 1
        progress(seen.histories, { more: `${seen.imports + seen.done + seen.refused} writes` })
      }
    }
    await Promise.all(Array.from({ length: os.availableParallelism() }, playNext))
    const { imports, done, refused } = seen
    return `${count} histories, ${imports} imports and ${done} writes done, ${refused} refused, each compared with the rules.`
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function aTemplate(server: Parameters<typeof createTemplate>[1]): Promise<Template> {
  const admin = new Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    return await createTemplate(admin, server, 1)
  } finally {
    await admin.end()
  }
}

async function playOne(template: Template, seed: number, fault: SoakRun['fault']) {
  const [original, copy] = [await anEmptyRecord(template), await anEmptyRecord(template)]
  try {
    const dbs = { original: original.db, copy: copy.db }
    return await historyGame({ ...dbs, seed, writes: writesOfOne, fault })
  } finally {
    await original.drop()
    await copy.drop()
  }
}
