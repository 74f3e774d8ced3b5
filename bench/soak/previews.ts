import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/store/open.ts'
import { previewGame } from '../../test/support/preview-game.ts'
import type { Soak, SoakRun } from './soak.ts'

export const previews: Soak = {
  name: 'previews',
  summary:
    'Preview random writes, then make them: refusals, statuses and sentences are the same, and the preview leaves no trace in any table or sequence.',
  unit: 'writes',
  count: 1_000,
  examples: ['', '--count 200 --seed 7'],
  run: playAll,
}

/**
 * A record of this many writes is large enough, and everything in it is compared after each write.
 */
const writesOfOne = 100

async function playAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-previews-'))
  // The database's own user must be able to enter it.
  chmodSync(dataDir, 0o755)
  const database = await openDatabase(readConfig({ DATA_DIR: dataDir }))
  const { db } = database.service
  const seen = { done: 0, refused: 0 }
  try {
    for (let played = 0; played < count; played += writesOfOne) {
      const { done, refused } = await previewGame({
        db,
        seed: seed * 1_000 + played / writesOfOne,
        count: Math.min(writesOfOne, count - played),
        fault,
        progress: (made) => progress(played + made),
      })
      seen.done += done
      seen.refused += refused
    }
    return `${count} writes, ${seen.done} done and ${seen.refused} refused as their previews were.`
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
