import { execFile, spawn, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'

const run = promisify(execFile)

/**
 * util-linux `script` gives a program its own terminal. Other systems have a different `script`.
 */
export const hasTerminal = String(spawnSync('script', ['--version']).stdout).includes('util-linux')

export interface InTerminal {
  /** Its output, at least the last part. */
  readonly said: () => string
  readonly press: (key: 'Ctrl-C' | 'Ctrl-\\') => void
  /** Signals npm and everything it has started, as a terminal or a supervisor does. */
  readonly signalGroup: (signal: NodeJS.Signals) => void
  readonly signalNpm: (signal: NodeJS.Signals) => void
  readonly closeTerminal: () => void
  /** Whether any process of the group exists. */
  readonly isThere: () => Promise<boolean>
  /** Resolves when no process of the group is left; throws after a while. */
  readonly gone: () => Promise<void>
  /** The exit code of npm, unless the terminal went first. */
  readonly exitCode: () => number | null
}

const keys = { 'Ctrl-C': '\u0003', 'Ctrl-\\': '\u001C' }
const goneWithinMs = 60_000

/** `npm start` as somebody types it: in a pseudo-terminal, as the foreground group of its session. */
export async function npmStartInTerminal(
  env: Readonly<Record<string, string>>,
): Promise<InTerminal> {
  const command = 'echo "first process: $$"; exec npm start'
  const terminal = spawn('script', ['-qfec', command, '/dev/null'], {
    env: {
      ...env,
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      SHELL: '/bin/sh',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  terminal.stdin.on('error', () => {})
  let said = ''
  for (const stream of [terminal.stdout, terminal.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-10_000)))
  let group: number | undefined
  while (group === undefined) {
    const [, found] = /first process: (\d+)/.exec(said) ?? []
    if (found) group = Number(found)
    else if (terminal.exitCode !== null) throw new Error(`There is no terminal: ${said}`)
    else await sleep(5)
  }
  const npm = group
  const isThere = () => isGroupThere(npm)
  return {
    said: () => said,
    press: (key) => void terminal.stdin.write(keys[key]),
    signalGroup: (signal) => send(-npm, signal),
    signalNpm: (signal) => send(npm, signal),
    closeTerminal: () => void terminal.kill('SIGKILL'),
    isThere,
    gone: async () => {
      const deadline = Date.now() + goneWithinMs
      while (await isThere()) {
        if (Date.now() > deadline) throw new Error(`It is still there: ${said}`)
        await sleep(20)
      }
      // The terminal notices a moment later.
      while (terminal.exitCode === null && terminal.signalCode === null) await sleep(5)
    },
    exitCode: () => terminal.exitCode,
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just exited.
  }
}

/** A zombie does not count. */
async function isGroupThere(group: number): Promise<boolean> {
  const { stdout } = await run('ps', ['-axo', 'pgid=,stat='])
  return stdout.split('\n').some((line) => {
    const [pgid, stat = ''] = line.trim().split(/\s+/)
    return Number(pgid) === group && !stat.startsWith('Z')
  })
}
