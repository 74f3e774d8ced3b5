import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { owningRole } from '../../src/store/database/roles.ts'
import type { Db } from '../../src/store/database/db.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { anEmptyRecord } from '../../test/support/empty-records.ts'
import { createTemplate, type Template } from '../../test/support/postgres.ts'

/** Plays once for each seed, with two empty records at a time, as many at once as there are cores. */
export async function playOnTwoRecords(
  name: string,
  seeds: readonly number[],
  play: (dbs: readonly [Db, Db], seed: number) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `counterpoint-${name}-`))
  // The database's own user must be able to enter it.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({ dataDir, isDurable: false })
  try {
    const template = await aTemplate({ ...server, owner: owningRole })
    const left = [...seeds]
    const playNext = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift())
        await playOne(template, next, play)
    }
    await Promise.all(Array.from({ length: os.availableParallelism() }, playNext))
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

async function playOne(
  template: Template,
  seed: number,
  play: (dbs: readonly [Db, Db], seed: number) => Promise<void>,
): Promise<void> {
  const [one, other] = [await anEmptyRecord(template), await anEmptyRecord(template)]
  try {
    await play([one.db, other.db], seed)
  } finally {
    await one.drop()
    await other.drop()
  }
}
