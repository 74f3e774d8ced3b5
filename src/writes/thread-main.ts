import { AsyncLocalStorage } from 'node:async_hooks'
import process from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import type { Log } from '../actions/record/deps.ts'
import { openDb, openPool, servingLimits } from '../store/database/pool.ts'
import { sendLine } from './log-line.ts'
import type { FromThread, FromThreadAtOnce, SentCall, ThreadData, ToThread } from './messages.ts'
import { sendError } from './sent-error.ts'
import { carryOut, type Call, type Outcome } from './writes.ts'
import { openWriting } from './writing-deps.ts'

/** A write, and the state that a preview compares with. */
const connectionsMax = 2

if (!parentPort) throw new Error('This is started as a thread.')
const port = parentPort
const { url }: ThreadData = workerData
const requests = new AsyncLocalStorage<string | undefined>()
/** By which to tell a write that nobody waits for its answer. */
const leaving = new Map<number, AbortController>()
let received = 0
let isStateDue = false
/** Messages that can wait until the end of the turn. */
let unsent: FromThread[] = []

const pool = openPool({
  url,
  applicationName: 'counterpoint writes',
  connectionsMax,
  limits: servingLimits,
  isForWriting: true,
  onLost: (error) => send({ type: 'connection-lost', error: sendError(error) }),
})
const { deps, state } = openWriting({
  db: openDb(pool, { preparesAll: true }),
  onChange: tellState,
  log: { info: logging('info'), warn: logging('warn'), error: logging('error') },
  measures: {
    lockWaited: (...values) => send({ type: 'measured', what: 'lockWaited', values }),
    retried: (...values) => send({ type: 'measured', what: 'retried', values }),
    written: (...values) => send({ type: 'measured', what: 'written', values }),
  },
  onCommit: (seq) => send({ type: 'committed', seq }),
  requestId: () => requests.getStore(),
})

port.on('message', (message: ToThread) => {
  if (message.type === 'stop') void stop()
  else if (message.type === 'left') leaving.get(message.id)?.abort()
  else take(message)
})
send({ type: 'ready' })

function take({ id, requestId, call }: SentCall): void {
  received += 1
  tellState()
  void requests.run(requestId, () => answer(id, call))
}

async function answer(id: number, call: Call): Promise<void> {
  const gone = new AbortController()
  leaving.set(id, gone)
  const outcome = await carryOut({ ...deps, signal: gone.signal }, call)
  leaving.delete(id)
  sendState()
  sendOutcome(id, outcome)
}

function sendOutcome(id: number, outcome: Outcome): void {
  try {
    sendNow({ type: 'answer', id, outcome })
  } catch (error) {
    // Something in it cannot be copied, which is a fault of ours.
    sendNow({ type: 'answer', id, outcome: { error: sendError(error) } })
  }
}

/** Writes that have begun are finished. */
async function stop(): Promise<void> {
  await pool.end()
  sendUnsent()
  // Ends the thread alone, although timers of writes that were waiting may be left.
  process.exit()
}

/** Once for everything that changes it in one go. */
function tellState(): void {
  if (isStateDue) return
  isStateDue = true
  queueMicrotask(() => {
    if (isStateDue) sendState()
  })
}

function sendState(): void {
  isStateDue = false
  const { totalCount, idleCount, waitingCount } = pool
  const connections = { totalCount, idleCount, waitingCount }
  send({ type: 'state', state: { ...state(), received, connections } })
}

function logging(level: keyof Log): Log[keyof Log] {
  return (fields, message) => send({ type: 'log', level, line: sendLine(fields, message) })
}

/**
 * Sends a message together with what follows in the same turn of the event loop: each that is sent by
 * itself wakes the other thread, which takes about as long as a short statement.
 */
function send(message: FromThread): void {
  if (unsent.length === 0) setImmediate(sendUnsent)
  unsent.push(message)
}

function sendNow(message: FromThread): void {
  const messages: FromThreadAtOnce = [...unsent, message]
  port.postMessage(messages)
  unsent = []
}

function sendUnsent(): void {
  if (unsent.length > 0) port.postMessage(unsent)
  unsent = []
}
