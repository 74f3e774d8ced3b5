import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../oracle/random.ts'
import { inCluster, isAlive, serverPid } from '../support/embedded-server.ts'
import { freePort } from './kills.ts'
import { type InTerminal, npmStartInTerminal } from './terminal.ts'

export interface TerminalStop {
  readonly way: string
  /** Broken guarantees. */
  readonly faults: readonly string[]
  readonly answered: number
  readonly tookMs: number
}

interface Way {
  readonly name: string
  readonly end: (run: InTerminal, random: Random) => Promise<void> | void
  /** Must let requests finish, and exit cleanly. */
  readonly isGraceful?: true
  /** Sent at any moment after the first process has started. */
  readonly whileStarting?: true
  /** With a request that never ends, which would delay it for ten seconds. */
  readonly withStuckRequest?: true
}

const twice = (ms: (random: Random) => number) => async (run: InTerminal, random: Random) => {
  run.press('Ctrl-C')
  await sleep(ms(random))
  run.press('Ctrl-C')
}

export const ways: readonly Way[] = [
  { name: 'Ctrl-C', isGraceful: true, end: (run) => run.press('Ctrl-C') },
  { name: 'SIGTERM to the group', isGraceful: true, end: (run) => run.signalGroup('SIGTERM') },
  { name: 'SIGTERM to npm alone', isGraceful: true, end: (run) => run.signalNpm('SIGTERM') },
  {
    name: 'Ctrl-C twice within half a second',
    isGraceful: true,
    end: twice((random) => random.below(500)),
  },
  { name: 'the terminal is closed', isGraceful: true, end: (run) => run.closeTerminal() },
  { name: 'Ctrl-\\', end: (run) => run.press('Ctrl-\\') },
  {
    name: 'Ctrl-C, and once more after a second',
    withStuckRequest: true,
    end: twice((random) => 1_200 + random.below(1_000)),
  },
  { name: 'Ctrl-C while it starts', whileStarting: true, end: (run) => run.press('Ctrl-C') },
  {
    name: 'SIGTERM to the group while it starts',
    whileStarting: true,
    end: (run) => run.signalGroup('SIGTERM'),
  },
  { name: 'SIGKILL to the group', end: (run) => run.signalGroup('SIGKILL') },
]

/** Starts the service with npm in a terminal, ends it in one way, and checks what is left. */
export async function stopInTerminal(
  way: Way,
  dataDir: string,
  random: Random,
): Promise<TerminalStop> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const run = await npmStartInTerminal({
    PORT: String(port),
    DATA_DIR: dataDir,
    RATE_LIMIT: 'off',
    DRAIN_SECONDS: '0',
  })
  const faults: string[] = []
  try {
    if (way.whileStarting) await Promise.race([ready(run, origin), sleep(random.below(6_000))])
    else await ready(run, origin)
    const stuck = way.withStuckRequest ? await askWithoutEnd(port) : undefined
    const load = way.whileStarting ? 0 : ([0, 8][random.below(2)] ?? 0)
    const asked = await Promise.all(Array.from({ length: load }, () => ask(origin)))
    const begun = performance.now()
    await way.end(run, random)
    await run.gone()
    const tookMs = performance.now() - begun
    stuck?.destroy()
    const answers = await Promise.all(asked.map((answered) => answered()))
    const cut = answers.filter((answer) => !answer).length
    if (way.isGraceful && cut > 0) faults.push(`${cut} of ${load} requests were cut`)
    if (way.isGraceful && way.name !== 'the terminal is closed' && run.exitCode() !== 0)
      faults.push(`npm ended with ${run.exitCode()}: ${run.said()}`)
    if (tookMs > 9_000) faults.push(`it took ${Math.round(tookMs)} ms`)
    if (await isLeft(dataDir)) faults.push('a database was left')
    return { way: way.name, faults, answered: load - cut, tookMs }
  } finally {
    run.signalGroup('SIGKILL')
    run.closeTerminal()
  }
}

async function ready(run: InTerminal, origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (!(await run.isThere())) throw new Error(`It has ended by itself: ${run.said()}`)
    await sleep(50)
  }
}

/** A request on a connection of its own, once it is sent; whether it is answered. */
async function ask(origin: string): Promise<() => Promise<boolean>> {
  const request = http.get(`${origin}/v1/claims?limit=200&q=${randomUUID()}`, { agent: false })
  const answered = once(request, 'response').then(
    async ([response]: http.IncomingMessage[]) =>
      response !== undefined && (await isWhole(response)),
    () => false,
  )
  const [socket]: net.Socket[] = await once(request, 'socket')
  if (socket?.connecting) await Promise.race([once(socket, 'connect'), answered])
  return () => answered
}

async function isWhole(response: http.IncomingMessage): Promise<boolean> {
  return text(response).then(
    () => response.complete,
    () => false,
  )
}

/** Half a request. */
async function askWithoutEnd(port: number): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write('POST /v1/lookup HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{')
  return socket
}

/** Whether the server of the folder exists for longer than it takes to stop. */
async function isLeft(dataDir: string): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    if (!existsSync(inCluster(dataDir, 'postmaster.pid')) || !isAlive(serverPid(dataDir)))
      return false
    await sleep(100)
  }
  return true
}
