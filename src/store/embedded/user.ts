import { existsSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedError } from './error.ts'

/** The user who runs the server and owns its files. */
export type ServerUser = Readonly<{ uid: number; gid: number; isOurselves: boolean }>

/**
 * PostgreSQL refuses to run as root. This id is in a range that neither distributions nor systemd
 * assign (60706–61183), and below 65536, so that containers map it.
 */
const unprivilegedId = 60_854

/** Ourselves; or, if we are root, an unprivileged user who owns nothing but the database. */
export function findServerUser(): ServerUser {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) {
    throw new EmbeddedError(`it does not run on ${process.platform}.`)
  }
  if (uid !== 0) return { uid, gid, isOurselves: true }

  const account = readAccounts().find(({ uid }) => uid === unprivilegedId)
  if (account) {
    throw new EmbeddedError(
      `it would run as the user ${unprivilegedId}, who is the account "${account.name}" here. ` +
        'Start as an ordinary user.',
    )
  }
  return { uid: unprivilegedId, gid: unprivilegedId, isOurselves: false }
}

/**
 * The user who runs initdb, which insists on an existing account; the server's user may have none.
 * The group stays the server's, so that others with that account cannot read what initdb creates.
 */
export function findInitdbUser(user: ServerUser): ServerUser {
  if (user.isOurselves) return requireAccount(user)
  const accounts = readAccounts().filter(({ uid }) => uid > 0)
  const account = accounts.find(({ name }) => name === 'nobody') ?? accounts[0]
  if (!account) throw new EmbeddedError('it needs an account other than root in /etc/passwd.')
  return { ...user, uid: account.uid }
}

/** Spawn options that run a program of the server as that user. */
export function spawnAs(user: ServerUser): { uid?: number; gid?: number } {
  return user.isOurselves ? {} : { uid: user.uid, gid: user.gid }
}

/**
 * The first folder on the path to `folder` that the user cannot enter, such as `/root`. `folder`
 * must have its links resolved.
 */
export function findBarrier(folder: string, user: ServerUser): string | undefined {
  if (user.isOurselves) return undefined
  const parent = path.dirname(folder)
  const barrier = parent === folder ? undefined : findBarrier(parent, user)
  return barrier ?? (canEnter(folder, user) ? undefined : folder)
}

function canEnter(folder: string, user: ServerUser): boolean {
  const { uid, gid, mode } = statSync(folder)
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function requireAccount(user: ServerUser): ServerUser {
  try {
    os.userInfo()
    return user
  } catch (error) {
    throw new EmbeddedError(
      `initdb requires a user with an account, and ${user.uid} has none in /etc/passwd. ` +
        'Start as another user, or as root.',
      { cause: error },
    )
  }
}

type Account = Readonly<{ name: string; uid: number }>

function readAccounts(): Account[] {
  if (!existsSync('/etc/passwd')) return []
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  return fields.map(([name = '', , uid]) => ({ name, uid: Number(uid) }))
}
