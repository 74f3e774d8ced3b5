import path from 'node:path'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { Log } from '../actions/record/deps.ts'
import type { Measures } from '../actions/record/measures.ts'
import {
  tooManyWaiting,
  type Asking,
  type QueueState,
} from '../actions/record/queue/write-queue-limits.ts'
import { DomainError } from '../domain/errors.ts'
import { readFields } from './log-line.ts'
import type {
  Connections,
  FromThread,
  FromThreadAtOnce,
  Measurement,
  ThreadData,
  ThreadState,
  ToThread,
} from './messages.ts'
import { readError } from './sent-error.ts'
import { writesBy, type Call, type Outcome, type Writer } from './writes.ts'
import { emptyState, hasRoomFor, type WriteReports } from './writing-deps.ts'

/** docs/operations.md states the memory of a process from this. */
const memoryLimits: ResourceLimits = {
  maxOldGenerationSizeMb: 512,
  maxYoungGenerationSizeMb: 48,
}

export interface ThreadOptions {
  /** The URL of the database. */
  readonly url: string
  readonly log: Log
  /** Called when an idle connection of the thread is lost. */
  readonly onLost: (error: Error) => void
  /** Called when the thread ends with a fault that nobody expected. It is not replaced. */
  readonly onFault: (error: unknown) => void
  /** How much memory the thread may take. Default: what suits a service. */
  readonly limits?: ResourceLimits
  /** The file that the thread runs. For tests. */
  readonly program?: string
}

/** The thread in which a service writes. */
export interface WriteThread {
  readonly openWriter: (reports: WriteReports) => Writer
  /** Resolves when the thread can take writes. */
  readonly ready: Promise<void>
  readonly connections: () => Connections
  /** How often the thread died and was replaced. */
  readonly deaths: () => number
  /** The share of the time since the last call in which the thread was busy. */
  readonly utilization: () => number
  /** Lets it finish the writes that it has begun. */
  readonly close: () => Promise<void>
}

interface Running {
  readonly worker: Worker
  readonly calls: Map<number, PromiseWithResolvers<Outcome>>
  sent: number
  state: ThreadState
}

const idle: ThreadState = {
  ...emptyState(),
  received: 0,
  connections: { totalCount: 0, idleCount: 0, waitingCount: 0 },
}

const ownProgram = path.join(
  import.meta.dirname,
  `thread-main${path.extname(import.meta.filename)}`,
)

/** Starts the thread, and again whenever it dies. */
export function openWriteThread(options: ThreadOptions): WriteThread {
  const { url, log, onLost, onFault, limits = memoryLimits, program = ownProgram } = options
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  let reports: WriteReports | undefined
  let isClosing = false
  let deaths = 0
  let running = start()
  let measured = running.worker.performance.eventLoopUtilization()

  function start(): Running {
    const workerData: ThreadData = { url }
    const worker = new Worker(program, { name: 'writes', workerData, resourceLimits: limits })
    const thread = { worker, calls: new Map(), sent: 0, state: idle }
    let death: unknown
    worker.on('message', (messages: FromThreadAtOnce) => {
      for (const message of messages) receive(thread, message)
    })
    worker.on('error', (error) => {
      death = error
      if (isOutOfMemory(error)) return
      isClosing = true
      onFault(error)
    })
    worker.on('exit', () => {
      for (const { reject } of thread.calls.values()) reject(unknownOutcome())
      if (isClosing) return ended.resolve()
      deaths += 1
      log.error({ err: death }, 'The thread that writes has died; another takes its place.')
      running = start()
      measured = running.worker.performance.eventLoopUtilization()
    })
    return thread
  }

  function receive(thread: Running, message: FromThread): void {
    switch (message.type) {
      case 'ready':
        return ready.resolve()
      case 'answer':
        thread.calls.get(message.id)?.resolve(message.outcome)
        return void thread.calls.delete(message.id)
      case 'state':
        thread.state = message.state
        return
      case 'log':
        return reports?.log[message.level](readFields(message.line), message.line.message)
      case 'committed':
        return reports?.onCommit(message.seq)
      case 'connection-lost':
        return onLost(readError(message.error))
      case 'measured':
        return measure(reports?.measures, message)
    }
  }

  async function carry(call: Call, signal: AbortSignal | undefined): Promise<Outcome> {
    // Others may have come since there was room.
    if (!hasRoom({ isImport: call.verb === 'importBundle' })) throw tooManyWaiting()
    const { worker, calls, sent } = running
    const id = sent + 1
    post(worker, { type: 'call', id, requestId: reports?.requestId(), call })
    running.sent = id
    const answer = Promise.withResolvers<Outcome>()
    calls.set(id, answer)
    const leave = () => post(worker, { type: 'left', id })
    signal?.addEventListener('abort', leave)
    return answer.promise.finally(() => signal?.removeEventListener('abort', leave))
  }

  /** A thread that computes answers nothing, so what it has not even seen yet counts as waiting. */
  function hasRoom(asking: Asking): boolean {
    const { state, sent } = running
    const unseen = sent - state.received
    return hasRoomFor(
      { writes: withMore(state.writes, unseen), bundles: withMore(state.bundles, unseen) },
      asking,
    )
  }

  return {
    openWriter: (given) => {
      reports = given
      return { writes: writesBy(carry), hasRoom }
    },
    ready: ready.promise,
    connections: () => running.state.connections,
    deaths: () => deaths,
    utilization: () => {
      const now = running.worker.performance.eventLoopUtilization()
      const { utilization } = running.worker.performance.eventLoopUtilization(now, measured)
      measured = now
      return utilization
    },
    close: async () => {
      isClosing = true
      post(running.worker, { type: 'stop' })
      await ended.promise
    },
  }
}

/** A queue as it would be if it had received so many more. */
function withMore(queue: QueueState, more: number): QueueState {
  return { ...queue, waiting: queue.waiting + Math.max(0, more - queue.free) }
}

function post(worker: Worker, message: ToThread): void {
  // Windows have origins; threads have none.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(message)
}

function measure(measures: Measures | undefined, { what, values }: Measurement): void {
  // A measurement carries what its measure takes.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const take = measures?.[what] as ((...values: unknown[]) => void) | undefined
  take?.(...values)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** What was under way may have been committed. */
function unknownOutcome(): DomainError {
  const message =
    'The service ran into a fault while it wrote, and does not know whether this write took effect. Send it again with the same Idempotency-Key, or the same If-Match: it takes effect only once, and you get its outcome.'
  return new DomainError('unavailable', message, [], { retryAfterSeconds: 2 })
}
