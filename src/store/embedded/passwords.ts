import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { owningRole, servingRole } from '../database/roles.ts'
import { EmbeddedError } from './error.ts'
import { giveTo } from './private-folder.ts'
import type { ServerUser } from './user.ts'

/** The superuser, used only by the launcher. */
export const adminRole = 'postgres'

export type Role = keyof Passwords

/**
 * Passwords by role. They are stored beside the data they protect, readable only by the server's
 * user.
 */
export type Passwords = z.infer<typeof Passwords>

const Passwords = z.object({
  [adminRole]: z.string(),
  [owningRole]: z.string(),
  [servingRole]: z.string(),
})

export function generatePasswords(): Passwords {
  return {
    [adminRole]: generatePassword(),
    [owningRole]: generatePassword(),
    [servingRole]: generatePassword(),
  }
}

export function writePasswords(cluster: string, passwords: Passwords, user: ServerUser): void {
  writeSecret(fileIn(cluster), JSON.stringify(passwords, null, 2), user)
}

export function readPasswords(cluster: string): Passwords {
  try {
    return Passwords.parse(JSON.parse(readFileSync(fileIn(cluster), 'utf8')))
  } catch (error) {
    throw new EmbeddedError(`${fileIn(cluster)} cannot be read.`, { cause: error })
  }
}

/** Writes a new file that only the user can read. */
export function writeSecret(file: string, text: string, user: ServerUser): void {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
  giveTo(user, file)
}

function generatePassword(): string {
  return randomBytes(32).toString('base64url')
}

function fileIn(cluster: string): string {
  return path.join(cluster, 'counterpoint-passwords.json')
}
