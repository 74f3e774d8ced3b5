import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Program {
  readonly folder: string
  readonly entry: readonly string[]
}

/** Runs from source, without a build. */
export const fromSource: Program = {
  folder: process.cwd(),
  entry: ['--import', 'tsx', 'src/main.ts'],
}

export interface ServiceOptions {
  /** The folder of the program, and the entry point. */
  readonly program: Program
  readonly port: number
  readonly key: string
  /** Where its database is: DATA_DIR, or DATABASE_URL and MIGRATION_DATABASE_URL. */
  readonly env: Readonly<Record<string, string>>
}

export interface Service {
  readonly origin: string
  readonly pid: number
  /** Its output. */
  readonly log: () => string
  /** Resolves when it says that it is ready; throws when it ends before, or takes too long. */
  readonly ready: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Lets it finish; returns its exit code. */
  readonly stop: () => Promise<number | null>
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

const readyWithinMs = 90_000

/** The service in its own process, as in production. */
export function startService({ program, port, key, env }: ServiceOptions): Service {
  const child = spawn(process.execPath, [...program.entry, 'serve'], {
    cwd: program.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      BOOTSTRAP_API_KEY: key,
      DEMO: 'off',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'error',
      DRAIN_SECONDS: '0',
      ...env,
    },
  })
  const origin = `http://127.0.0.1:${port}`
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-20_000)))
  const ended = once(child, 'exit').then(() => child.exitCode)
  return {
    origin,
    pid: child.pid ?? 0,
    log: () => log,
    ready: async () => {
      const deadline = Date.now() + readyWithinMs
      while (!(await isReady(origin))) {
        if (child.exitCode !== null) throw new Error(`The service has ended. ${log}`)
        if (Date.now() > deadline)
          throw new Error(`The service was not ready within ${readyWithinMs / 1_000} s. ${log}`)
        await sleep(30)
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    ended,
  }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(20_000) })).ok
  } catch {
    return false
  }
}
