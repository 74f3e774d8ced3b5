import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { EmbeddedError } from './error.ts'
import type { ServerUser } from './user.ts'

/** Far longer than anything takes that is done in a temporary folder. */
const abandonedAfterMs = 10 * 60_000

/**
 * Makes `folder` the user's alone, or checks that it is.
 *
 * Its parent may be writable by everyone, so what is found there may be somebody else's. It comes
 * into being under another name: nobody, not even a second process of ours, sees it half-made.
 *
 * @throws {EmbeddedError} when it is no folder, somebody else's, or open to others
 */
export function ensurePrivateFolder(folder: string, user: ServerUser): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })) createPrivateFolder(folder, user)
  const fault = faultOf(lstatSync(folder), user)
  if (fault) throw new EmbeddedError(`${folder} ${fault}`)
}

/** A new folder of the user's beside others, with a name that nobody can foresee. */
export function createTemporaryFolder(prefix: string, user: ServerUser): string {
  const folder = mkdtempSync(prefix)
  giveTo(user, folder)
  return folder
}

/** Makes the user the owner of what we made as root; a link itself, not what it points to. */
export function giveTo(user: ServerUser, entry: string): void {
  if (!user.isOurselves) lchownSync(entry, user.uid, user.gid)
}

export function giveAllTo(user: ServerUser, folder: string): void {
  if (user.isOurselves) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    giveTo(user, path.join(folder, name))
  }
  giveTo(user, folder)
}

/** Removes temporary folders that a process left half-done when it was killed. */
export function removeAbandoned(prefix: string): void {
  const parent = path.dirname(prefix)
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(path.basename(prefix))) continue
    const folder = path.join(parent, name)
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity }
    if (Date.now() - mtimeMs > abandonedAfterMs) rmSync(folder, { recursive: true, force: true })
  }
}

function createPrivateFolder(folder: string, user: ServerUser): void {
  const parent = path.dirname(folder)
  const made = createTemporaryFolder(path.join(parent, `.${path.basename(folder)}-`), user)
  chmodSync(made, 0o700)
  try {
    renameSync(made, folder)
  } catch (error) {
    rmdirSync(made)
    // Another process was faster; what it made is checked like anything found.
    if (!lstatSync(folder, { throwIfNoEntry: false })) throw error
  }
}

function faultOf(found: Stats, user: ServerUser): string | undefined {
  if (!found.isDirectory()) return 'is not a folder.'
  if (found.uid !== user.uid) {
    return (
      `belongs to the user ${found.uid}, not to ${user.uid}. ` +
      'Start as whoever made it, remove it, or choose another DATA_DIR.'
    )
  }
  // A group of the server's own has no members; initdb passes through by it.
  const isGroupOwn = !user.isOurselves && found.gid === user.gid
  if ((found.mode & (isGroupOwn ? 0o067 : 0o077)) !== 0) {
    return 'can be entered by other users. If you trust what is in it: chmod 700'
  }
  return undefined
}
