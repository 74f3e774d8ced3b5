import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Dataset } from './data.ts'
import { terminal } from './terminal.ts'

/** A server under measurement, in its own process. */
export interface Served {
  readonly origin: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** The options of the service under measurement, which only listens locally. */
export const adminKey = 'bench-key-of-a-database-that-nobody-else-reaches'

const peersFolder = path.join(import.meta.dirname, 'peers')
const postgraphileFolder = path.join(peersFolder, 'postgraphile')

/**
 * The service as in production, except for rate limits, which a single caller would soon exceed.
 */
export async function serveCounterpoint({ embedded, dataDir }: Dataset): Promise<Served> {
  const port = await freePort()
  return start(['dist/main.js'], `http://127.0.0.1:${port}`, '/readyz', {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: embedded.serviceUrl,
    MIGRATION_DATABASE_URL: embedded.ownerUrl,
    RATE_LIMIT: 'off',
    DEMO: 'off',
    BOOTSTRAP_API_KEY: adminKey,
  })
}

export async function serveHandWritten(dataset: Dataset): Promise<Served> {
  return servePeer('hand-written.ts', dataset)
}

export async function serveHandWrittenWrite(dataset: Dataset): Promise<Served> {
  return servePeer('hand-written-write.ts', dataset)
}

async function servePeer(name: string, { embedded }: Dataset): Promise<Served> {
  const port = await freePort()
  const file = path.join(peersFolder, name)
  return start([file], `http://127.0.0.1:${port}`, '/', {
    PORT: String(port),
    DATABASE_URL: embedded.serviceUrl,
  })
}

/** Answers every request with this many bytes. */
export async function serveConstant(bytes: number): Promise<Served> {
  const port = await freePort()
  const file = path.join(peersFolder, 'constant.ts')
  return start([file], `http://127.0.0.1:${port}`, '/', {
    PORT: String(port),
    BYTES: String(bytes),
  })
}

/** Installs PostGraphile beside its package file if it is missing. */
export async function servePostGraphile({ embedded }: Dataset): Promise<Served> {
  if (!existsSync(path.join(postgraphileFolder, 'node_modules'))) {
    terminal.note('Installing PostGraphile.')
    const install = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: postgraphileFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(install, 'exit')
    if (code !== 0) throw new Error('PostGraphile could not be installed.')
  }
  const port = await freePort()
  const file = path.join(postgraphileFolder, 'server.js')
  return start([file], `http://127.0.0.1:${port}`, '/', {
    PORT: String(port),
    DATABASE_URL: embedded.serviceUrl,
    GRAPHILE_ENV: 'production',
  })
}

/** Starts a server and waits until it answers. */
async function start(
  args: readonly string[],
  origin: string,
  probe: string,
  environment: Readonly<Record<string, string>>,
): Promise<Served> {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const sayWhy = tellEnd(child, `${args.join(' ')} at ${origin}`)
  const deadline = performance.now() + 60_000
  while (!(await answers(origin + probe))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop(child)
      throw new Error(`${args.join(' ')} does not answer at ${origin}.`)
    }
    await sleep(100)
  }
  const stopServed = async () => {
    child.off('exit', sayWhy)
    await stop(child)
  }
  return { origin, pid: child.pid ?? 0, stop: stopServed }
}

/** Says how a server ended that nobody stopped: its clients only see that connections close. */
function tellEnd(child: ChildProcess, what: string): (...how: unknown[]) => void {
  let said = ''
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (said = (said + text).slice(-2000)))
  const tell = (...how: unknown[]) =>
    terminal.note(`${what} ended by itself with ${how.join(', ')}. It said last: ${said}`)
  child.once('exit', tell)
  return tell
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer()
      return response.status !== 503
    },
    () => false,
  )
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  server.close()
  await once(server, 'close')
  return port
}
