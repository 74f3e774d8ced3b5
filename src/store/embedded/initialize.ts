import { execFile } from 'node:child_process'
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { programEnvironment } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { EmbeddedError } from './error.ts'
import { adminRole, generatePasswords, writePasswords, writeSecret } from './passwords.ts'
import { createTemporaryFolder, giveAllTo, removeAbandoned } from './private-folder.ts'
import { findInitdbUser, type ServerUser, spawnAs } from './user.ts'

const run = promisify(execFile)

/** Creates the database files unless they exist. Nobody ever sees them half-finished. */
export async function ensureInitialized(cluster: Cluster): Promise<void> {
  const prefix = path.join(cluster.home, 'initdb-')
  removeAbandoned(prefix)
  if (!existsSync(cluster.folder)) await create(cluster, prefix)
  chmodSync(cluster.home, 0o700)
}

async function create(cluster: Cluster, prefix: string): Promise<void> {
  const builder = findInitdbUser(cluster.user)
  const temporary = createTemporaryFolder(prefix, builder)
  try {
    if (!cluster.user.isOurselves) chmodSync(cluster.home, 0o710)
    const made = await initialize(cluster, temporary, builder)
    renameSync(made, cluster.folder)
  } catch (error) {
    // Another process may have been faster; then its files are used.
    if (!existsSync(cluster.folder)) throw error
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function initialize(
  cluster: Cluster,
  temporary: string,
  builder: ServerUser,
): Promise<string> {
  const { user, binaries, isDurable } = cluster
  const passwords = generatePasswords()
  const passwordFile = path.join(temporary, 'password')
  writeSecret(passwordFile, passwords[adminRole], builder)
  const made = path.join(temporary, 'cluster')
  const program = path.join(binaries, 'bin', 'initdb')
  const settings = [
    `--pgdata=${made}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case folding are the same on every machine. Trigrams also need a UTF-8 character
    // type from the C library: without it they are silently empty.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
    ...(isDurable ? [] : ['--no-sync']),
  ]
  // LC_ALL would override the locales above.
  const env = { TZ: programEnvironment.TZ }
  try {
    await run(program, settings, { ...spawnAs(builder), cwd: '/', env })
  } catch (error) {
    throw new EmbeddedError(`initdb failed. ${String(error)}`, { cause: error })
  }
  giveAllTo(user, made)
  writePasswords(made, passwords, user)
  return made
}
