import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { EmbeddedError, reasonOf } from './error.ts'
import { ensurePrivateFolder } from './private-folder.ts'
import { findBarrier, type ServerUser } from './user.ts'

/**
 * Where homes are created that cannot be under DATA_DIR. Owned by root; anyone may pass through.
 */
const sharedFolder = '/var/lib/counterpoint'

/** The length limit of a Unix socket path on every system, in bytes. */
const socketPathMax = 103

/**
 * The folder of everything that the server owns: `postgres` under DATA_DIR.
 *
 * If the server's user cannot reach that, for example below /root, it is a symbolic link to a
 * folder that the user can reach. The link moves with DATA_DIR, and removing it starts afresh.
 */
export function ensureHome(dataDir: string, user: ServerUser, log: (line: string) => void): string {
  makeFolder(dataDir)
  const parent = realpathSync(dataDir)
  const entry = path.join(parent, 'postgres')
  const barrier = findBarrier(parent, user)
  const found = lstatSync(entry, { throwIfNoEntry: false })
  if (barrier && !found) linkHome(entry, user)
  if (barrier && found?.isDirectory()) {
    throw new EmbeddedError(
      `its user ${user.uid} cannot enter ${barrier} to reach ${entry}. ` +
        `Allow that (chmod o+x ${barrier}), or choose another DATA_DIR.`,
    )
  }
  const home = followHome(entry)
  ensurePrivateFolder(home, user)
  if (home !== entry) log(`The database files are in ${home}, where ${entry} points.`)
  return home
}

/** That folder, if it exists. */
export function findHome(dataDir: string): string | undefined {
  const entry = path.join(dataDir, 'postgres')
  return existsSync(entry) ? realpathSync(entry) : undefined
}

/** The folder of the server's socket: its home, or one in /tmp if that path is too long. */
export function socketFolderOf(home: string): string {
  if (Buffer.byteLength(path.join(home, '.s.PGSQL.5432')) <= socketPathMax) return home
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16)
  return path.join('/tmp', `counterpoint-${name}`)
}

export function ensureSocketFolder(home: string, user: ServerUser): string {
  const folder = socketFolderOf(home)
  if (folder !== home) ensurePrivateFolder(folder, user)
  return folder
}

/** Not `recursive`: in places such as /proc, where no folder can be created, that never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have created it first.
    if (existsSync(folder)) return
    throw new EmbeddedError(`the folder ${folder} cannot be made (${reasonOf(error)}).`, {
      cause: error,
    })
  }
}

function followHome(entry: string): string {
  if (!lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink()) return entry
  try {
    return realpathSync(entry)
  } catch (error) {
    throw new EmbeddedError(
      `${entry} is a link to database files that are gone. Remove the link to start afresh.`,
      { cause: error },
    )
  }
}

function linkHome(entry: string, user: ServerUser): void {
  ensureSharedFolder()
  const home = path.join(sharedFolder, randomBytes(4).toString('hex'))
  ensurePrivateFolder(home, user)
  try {
    symlinkSync(home, entry)
  } catch (error) {
    rmdirSync(home)
    // Another process was faster; its link is used.
    if (!lstatSync(entry, { throwIfNoEntry: false })) throw error
  }
}

function ensureSharedFolder(): void {
  // Set explicitly, because the umask might exclude everyone else.
  if (mkdirSync(sharedFolder, { recursive: true })) chmodSync(sharedFolder, 0o755)
  const { uid, mode } = statSync(sharedFolder)
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new EmbeddedError(`${sharedFolder} must belong to root and be writable by nobody else.`)
  }
}
