import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { databaseName } from '../src/store/embedded/cluster.ts'
import { startEmbedded, type Embedded } from '../src/store/embedded/start.ts'
import { migrate } from '../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits } from '../src/store/database/pool.ts'
import { databaseUrl } from '../test/support/database-url.ts'
import { syntheticRecord } from './record/bundle.ts'
import { multiply } from './record/multiply.ts'
import { readTemplate } from './record/template.ts'
import { terminal } from './terminal.ts'

/** A database with a synthetic record, and the keys for it. */
export interface Dataset {
  readonly claims: number
  readonly dataDir: string
  readonly embedded: Embedded
  /** A superuser connection to the database of the record. */
  readonly adminUrl: string
}

/**
 * Up to this many claims are imported with the command line; larger records consist of copies of
 * these.
 */
export const templateClaims = 10_000

/** Settings that an operator would use on a machine of 8 GB or more, the same for every size. */
const settings = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  random_page_cost: '1.1',
  max_wal_size: '4GB',
}

/** Opens the record of a size under `folder`, after creating it if it is missing or incomplete. */
export async function openDataset(folder: string, claims: number): Promise<Dataset> {
  const dataDir = path.join(folder, String(claims))
  const whole = path.join(dataDir, 'whole')
  if (!existsSync(whole)) {
    await rm(dataDir, { recursive: true, force: true })
    await mkdir(dataDir, { recursive: true })
    if (claims <= templateClaims) await importRecord(dataDir, claims)
    else await multiplyRecord(folder, dataDir, claims)
    await tune(dataDir)
    await writeFile(whole, '')
  }
  const embedded = await startEmbedded({ dataDir })
  await migrateAsOwner(embedded)
  return {
    claims,
    dataDir,
    embedded,
    adminUrl: databaseUrl(embedded.adminUrl, { database: databaseName }),
  }
}

/** Makes a record and imports it as an operator would. */
async function importRecord(dataDir: string, claims: number): Promise<void> {
  await enterFiles(dataDir, await writeBundles(dataDir, claims))
}

/** Writes the bundles of a record, in the order of import; returns their names. */
export async function writeBundles(folder: string, claims: number): Promise<string[]> {
  const { shared, own } = syntheticRecord(claims)
  const write = async (name: string, lines: readonly object[]) => {
    const file = path.join(folder, name)
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return file
  }
  return [await write('shared.ndjson', shared), await write('own.ndjson', own)]
}

/** Imports bundles with the command line. */
export async function enterFiles(dataDir: string, files: readonly string[]): Promise<void> {
  terminal.note(`Importing ${files.map((file) => path.basename(file)).join(' and ')}.`)
  await runCommand(dataDir, ['import', '--namespace', 'bench-x0x', ...files])
}

async function multiplyRecord(folder: string, dataDir: string, claims: number): Promise<void> {
  const source = await openDataset(folder, templateClaims)
  const template = await withClient(source.adminUrl, readTemplate)
  await source.embedded.stop()

  terminal.note(`Making ${claims} claims of ${templateClaims}.`)
  // An unfinished record is useless, so it is deleted.
  const embedded = await startEmbedded({ dataDir, isDurable: false })
  try {
    await migrateAsOwner(embedded)
    await withClient(databaseUrl(embedded.adminUrl, { database: databaseName }), (client) =>
      multiply(client, template, Math.ceil(claims / templateClaims), terminal.progress),
    )
  } finally {
    await embedded.stop()
  }
}

/** A new, migrated database on a server with the common settings. */
export async function startNew(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir })
  await migrateAsOwner(embedded)
  await embedded.stop()
  await tune(dataDir)
  return startEmbedded({ dataDir })
}

async function tune(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir })
  await withClient(embedded.adminUrl, async (client) => {
    for (const [name, value] of Object.entries(settings))
      await client.query(`alter system set ${name} = '${value}'`)
  })
  await withClient(databaseUrl(embedded.adminUrl, { database: databaseName }), (client) =>
    client.query('vacuum (analyze)'),
  )
  // The settings take effect at the next start.
  await embedded.stop()
}

async function migrateAsOwner({ ownerUrl }: Embedded): Promise<void> {
  const pool = openPool({
    url: ownerUrl,
    applicationName: 'bench',
    connectionsMax: 1,
    limits: owningLimits,
  })
  await migrate(openDb(pool))
  await pool.end()
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'bench' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs a command of the built program on a data directory. */
export async function runCommand(dataDir: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = z
    .tuple([z.number().nullable()])
    .rest(z.unknown())
    .parse(await once(child, 'exit'))
  if (code !== 0) throw new Error(`counterpoint ${args.join(' ')} ended with ${code}.`)
}
