import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import type { TestDatabase } from './clone.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves with all output so far once it contains this. */
  readonly says: (text: RegExp) => Promise<string>
}

export interface CommandOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command line in its own process, on a database. */
export function start(
  { serviceUrl, ownerUrl }: TestDatabase,
  args: readonly string[],
  { input = '', env = {} }: CommandOptions = {},
): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      // Test servers do not wait for the disk, and no load balancer has to notice that they stop.
      ALLOW_DATA_LOSS: 'on',
      DRAIN_SECONDS: '0',
      DATABASE_URL: serviceUrl,
      MIGRATION_DATABASE_URL: ownerUrl,
      ...env,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdin.end(input)
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, err }))
  const says = async (text: RegExp) => {
    while (!text.test(out + err)) {
      // A process ended by a signal has no exit code.
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It ended without saying ${text.source}: ${err}`)
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended])
    }
    return out + err
  }
  return { process: child, ended, says }
}

export async function run(
  database: TestDatabase,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Ended> {
  return start(database, args, options).ended
}

/** Starts the service in its own process, on any free port, and waits until it listens. */
export async function startService(
  database: TestDatabase,
  env: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly origin: string }> {
  const running = start(database, [], { env: { PORT: '0', LOG_LEVEL: 'debug', ...env } })
  const [, port] = /"port":(\d+)/.exec(await running.says(/"port":\d+/)) ?? []
  return { ...running, origin: `http://127.0.0.1:${port}` }
}
