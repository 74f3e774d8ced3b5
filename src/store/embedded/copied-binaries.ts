import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import {
  createTemporaryFolder,
  ensurePrivateFolder,
  giveAllTo,
  removeAbandoned,
} from './private-folder.ts'
import type { ServerUser } from './user.ts'

/** A copy under this name is incomplete. */
const partPrefix = 'part-'

/** Copies the programs into the home, for a user who cannot reach the installed ones. */
export async function ensureCopy(
  installed: string,
  version: string,
  home: string,
  user: ServerUser,
): Promise<string> {
  const copies = path.join(home, 'binaries')
  const copy = path.join(copies, version)
  if (existsSync(copy)) return copy
  ensurePrivateFolder(copies, user)
  const part = createTemporaryFolder(path.join(copies, partPrefix), user)
  await cp(installed, part, { recursive: true, verbatimSymlinks: true })
  giveAllTo(user, part)
  if (!user.isOurselves) {
    openToGroup(part)
    chmodSync(copies, 0o710)
  }
  try {
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Removes copies that the server just started does not use. */
export function removeSuperseded(home: string, current: string): void {
  const copies = path.join(home, 'binaries')
  if (!existsSync(copies)) return
  removeAbandoned(path.join(copies, partPrefix))
  for (const name of readdirSync(copies)) {
    const copy = path.join(copies, name)
    if (copy === current || name.startsWith(partPrefix)) continue
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Gives the group the owner's rights: initdb runs in the server's group, but as another user. */
function openToGroup(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.isSymbolicLink())
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const entry of [folder, ...paths]) {
    const { mode } = statSync(entry)
    chmodSync(entry, mode | ((mode & 0o700) >> 3))
  }
}
