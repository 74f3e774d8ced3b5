import type { Log } from '../actions/record/deps.ts'
import type { Measures } from '../actions/record/measures.ts'
import type { SentError } from './sent-error.ts'
import type { Call, Outcome } from './writes.ts'
import type { WritingState } from './writing-deps.ts'

/** What the thread is started with. */
export interface ThreadData {
  /** The URL of the database. */
  readonly url: string
}

/**
 * To the thread: a write; that nobody waits for its answer any more; or that it should finish what it
 * has begun, and end.
 */
export type ToThread =
  | SentCall
  | { readonly type: 'left'; readonly id: number }
  | { readonly type: 'stop' }

export interface SentCall {
  readonly type: 'call'
  readonly id: number
  readonly requestId: string | undefined
  readonly call: Call
}

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly outcome: Outcome }
  | { readonly type: 'state'; readonly state: ThreadState }
  | { readonly type: 'log'; readonly level: keyof Log; readonly line: LogLine }
  | { readonly type: 'connection-lost'; readonly error: SentError }
  | { readonly type: 'committed'; readonly seq: number }
  | Measurement

/** Several messages at once, in their order. */
export type FromThreadAtOnce = readonly FromThread[]

export interface LogLine {
  readonly message: string
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, SentError>>
}

export type Measurement = {
  readonly [M in keyof Measures]: {
    readonly type: 'measured'
    readonly what: M
    readonly values: Parameters<Measures[M]>
  }
}[keyof Measures]

/** How the thread was when it had received so many calls. */
export interface ThreadState extends WritingState {
  readonly received: number
  readonly connections: Connections
}

/** Connections of a pool, as `pg` counts them. */
export interface Connections {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}
