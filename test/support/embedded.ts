import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { inCluster, killServer } from './embedded-server.ts'

const Urls = z.object({ adminUrl: z.string(), ownerUrl: z.string(), serviceUrl: z.string() })

const program = path.join(import.meta.dirname, 'use-embedded.ts')

export type Use = Readonly<{
  urls: z.infer<typeof Urls>
  process: ChildProcess
  /** Its messages to people. */
  log: () => string
  /** The first row of a statement's result. */
  ask: (statement: string) => Promise<unknown>
  /** Its next answer: after a signal, how it reacted. */
  next: () => Promise<unknown>
  stop: () => Promise<unknown>
  kill: () => Promise<void>
}>

export type UseOptions = Readonly<{
  program?: string
  isDurable?: boolean
  env?: Record<string, string>
  uid?: number
  gid?: number
  detached?: boolean
}>

/** A temporary folder. Its server is killed and its files are removed at the end. */
export function aFolder(name = 'data'): string {
  const top = makeFolder()
  onTestFinished(() => rmSync(top, { recursive: true, force: true }))
  const folder = path.join(top, name)
  onTestFinished(() => discard(folder))
  return folder
}

/** A folder whose database was created and cleanly stopped, to copy from. */
export async function makeUsedFolder(): Promise<string> {
  const dataDir = makeFolder()
  const embedded = await startEmbedded({ dataDir, isDurable: false })
  await embedded.stop()
  return dataDir
}

/** Like `aFolder`, but with a database in it, which is faster than creating one. */
export function aCopyOf(usedFolder: string): string {
  const dataDir = aFolder()
  const copied = spawnSync('cp', ['-a', usedFolder, dataDir])
  if (copied.status !== 0) throw new Error(String(copied.stderr))
  return dataDir
}

/** A separate process that uses the embedded PostgreSQL of the folder. */
export async function use(dataDir: string, options: UseOptions = {}): Promise<Use> {
  const { isDurable = false, env = {}, detached = false, uid, gid } = options
  const child = spawn(
    process.execPath,
    [options.program ?? program, dataDir, isDurable ? 'durable' : 'fast'],
    { env, detached, cwd: '/', ...(uid === undefined ? {} : { uid, gid: gid ?? uid }) },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done) throw new Error(log)
    return JSON.parse(value)
  }
  const ask = (statement: string) => {
    child.stdin.write(`${statement}\n`)
    return next()
  }
  const urls = Urls.parse(await next())
  const socketFolder = decodeURIComponent(new URL(urls.adminUrl).hostname)
  if (path.dirname(socketFolder) === '/tmp') {
    onTestFinished(() => rmSync(socketFolder, { recursive: true }))
  }
  return {
    urls,
    process: child,
    log: () => log,
    ask,
    next,
    stop: () => ask('stop'),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** A folder that the server's user can reach. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-test-'))
  chmodSync(folder, 0o755)
  return folder
}

async function discard(dataDir: string): Promise<void> {
  const home = path.join(dataDir, 'postgres')
  if (!existsSync(home)) return
  if (existsSync(inCluster(dataDir, 'postmaster.pid'))) await killServer(dataDir)
  rmSync(realpathSync(home), { recursive: true, force: true })
}
