import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { type Cluster, databaseName, openCluster, urlOf } from '../../src/store/embedded/cluster.ts'
import { connectOrStart } from '../../src/store/embedded/connect.ts'
import { adminRole } from '../../src/store/embedded/passwords.ts'
import { giveAllTo } from '../../src/store/embedded/private-folder.ts'
import { stopServer } from '../../src/store/embedded/server.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { migrate } from '../../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits } from '../../src/store/database/pool.ts'
import { servingRole } from '../../src/store/database/roles.ts'
import { databaseUrl } from './database-url.ts'
import { killServer } from './embedded-server.ts'

/** A PostgreSQL server with a migrated, empty record, and a streaming standby. */
export interface StandbyPair {
  /** On the primary: the serving role and the administrator, both in the database of the record. */
  readonly serviceUrl: string
  readonly adminUrl: string
  /** On the standby. */
  readonly readUrl: string
  /** The first row of a statement run as the administrator of either. */
  readonly askPrimary: (statement: string) => Promise<unknown>
  readonly askStandby: (statement: string) => Promise<unknown>
  readonly killStandby: () => Promise<void>
  readonly startStandby: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The standby yields at once to what the primary needs, so that tests do not wait for it. */
const standbySettings = ['max_standby_streaming_delay = 0', 'wal_retrieve_retry_interval = 100ms']

/** @throws {EmbeddedError} if the embedded PostgreSQL cannot be used */
export async function startPair(): Promise<StandbyPair> {
  const top = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-test-'))
  chmodSync(top, 0o755)
  const dataDir = path.join(top, 'standby')
  const primary = await startEmbedded({ dataDir: path.join(top, 'primary'), isDurable: false })
  const adminUrl = databaseUrl(primary.adminUrl, { database: databaseName })
  await migrateAs(primary.ownerUrl)
  const cluster = await openCluster({ dataDir, isDurable: false })
  const source = await openCluster({ dataDir: path.join(top, 'primary'), isDurable: false })
  await copyRunning(source, cluster)
  const startStandby = async () => (await connectOrStart(cluster)).end()
  await startStandby()

  return {
    serviceUrl: primary.serviceUrl,
    adminUrl,
    readUrl: urlOf(cluster, servingRole, databaseName),
    askPrimary: (statement) => ask(adminUrl, statement),
    askStandby: (statement) => ask(urlOf(cluster, adminRole, databaseName), statement),
    killStandby: () => killServer(dataDir),
    startStandby,
    stop: async () => {
      await stopServer(cluster)
      await primary.stop()
      rmSync(top, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows[0]
  } finally {
    await client.end()
  }
}

async function migrateAs(url: string): Promise<void> {
  const pool = openPool({
    url,
    applicationName: 'standby',
    connectionsMax: 1,
    limits: owningLimits,
  })
  await migrate(openDb(pool))
  await pool.end()
}

/** A base backup with the low-level interface: the binaries do not include pg_basebackup. */
async function copyRunning(source: Cluster, copy: Cluster): Promise<void> {
  const admin = new Client({ connectionString: urlOf(source, adminRole, adminRole) })
  await admin.connect()
  await admin.query(`select pg_backup_start('standby', true)`)
  const copied = spawnSync('cp', ['-a', source.folder, copy.folder])
  const { rows } = await admin.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop(false)',
  )
  await admin.end()
  if (copied.status !== 0) throw new Error(String(copied.stderr))

  const write = (name: string, text: string) => writeFileSync(path.join(copy.folder, name), text)
  rmSync(path.join(copy.folder, 'postmaster.pid'))
  write('backup_label', rows[0]?.labelfile ?? '')
  write('standby.signal', '')
  const { hostname, port, username, password } = new URL(urlOf(source, adminRole, adminRole))
  const conninfo = `host=${decodeURIComponent(hostname)} port=${port} user=${username} password=${password}`
  const settings = [`primary_conninfo = '${conninfo}'`, ...standbySettings]
  appendFileSync(path.join(copy.folder, 'postgresql.auto.conf'), `${settings.join('\n')}\n`)
  giveAllTo(copy.user, copy.folder)
}
