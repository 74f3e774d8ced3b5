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

/** Far longer than any use of a temporary folder. */
const abandonedAfterMs = 10 * 60_000

/**
 * Creates `folder` for the user alone, or checks that it is so.
 *
 * Its parent may be world-writable, so an existing folder may belong to somebody else. A new one is
 * prepared under another name, so that nobody, including our other processes, sees it
 * half-finished.
 *
 * @throws {EmbeddedError} if it is not a folder, belongs to somebody else, or is open to others
 */
export function ensurePrivateFolder(folder: string, user: ServerUser): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })) createPrivateFolder(folder, user)
  const fault = faultOf(lstatSync(folder), user)
  if (fault) throw new EmbeddedError(`${folder} ${fault}`)
}

/** A new private folder next to others, with an unpredictable name. */
export function createTemporaryFolder(prefix: string, user: ServerUser): string {
  const folder = mkdtempSync(prefix)
  giveTo(user, folder)
  return folder
}

/** Gives the user what we created as root; of a link the link itself, not its target. */
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

/** Removes temporary folders that killed processes left behind. */
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
    // Another process was faster; its folder is checked like any existing one.
    if (!lstatSync(folder, { throwIfNoEntry: false })) throw error
  }
}

function faultOf(found: Stats, user: ServerUser): string | undefined {
  if (!found.isDirectory()) return 'is not a folder.'
  if (found.uid !== user.uid) {
    return (
      `belongs to the user ${found.uid}, not to ${user.uid}. ` +
      'Start as that user, remove it, or choose another DATA_DIR.'
    )
  }
  // The server's own group has no members; initdb uses it to get in.
  const isGroupOwn = !user.isOurselves && found.gid === user.gid
  if ((found.mode & (isGroupOwn ? 0o067 : 0o077)) !== 0) {
    return 'can be entered by other users. If you trust what is in it: chmod 700'
  }
  return undefined
}
