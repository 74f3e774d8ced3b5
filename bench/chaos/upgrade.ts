/**
 * Upgrades from one revision to another under eight writers and readers:
 *
 *   node --import tsx bench/chaos/upgrade.ts --from v0.1.0 --writes 500
 *
 * The older one is taken from git and built in its own folder, with the current dependencies; the
 * newer one is the working tree.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { commandLimits, openDb, openPool } from '../../src/store/database/pool.ts'
import { upgradeUnderLoad } from '../../test/chaos/upgrade.ts'
import { build, compile, project } from './program.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    writes: { type: 'string', default: '500' },
  },
})
if (values.from === undefined) throw new Error('Say --from which revision.')

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-upgrade-'))
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-upgrade-data-'))
const archive = execFileSync('git', ['archive', values.from], {
  cwd: project,
  maxBuffer: 200_000_000,
})
mkdirSync(folder, { recursive: true })
execFileSync('tar', ['-x', '-C', folder], { input: archive })
symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))

const programs = { older: compile(folder), newer: build() }
const embedded = await startEmbedded({ dataDir })
const pool = openPool({
  url: embedded.serviceUrl,
  applicationName: 'counterpoint chaos',
  connectionsMax: 2,
  limits: commandLimits,
})
try {
  const env = { DATABASE_URL: embedded.serviceUrl, MIGRATION_DATABASE_URL: embedded.ownerUrl }
  const writes = Number(values.writes)
  const { faults, acknowledged, reads } = await upgradeUnderLoad(
    programs,
    env,
    openDb(pool),
    writes,
  )
  for (const fault of faults) console.log(`  ${fault}`)
  console.log(`${acknowledged} writes acknowledged, ${reads} reads, ${faults.length} faults.`)
  process.exitCode = faults.length > 0 ? 1 : 0
} finally {
  await pool.end()
  await embedded.stop()
  for (const each of [folder, dataDir]) rmSync(each, { recursive: true, force: true })
}
