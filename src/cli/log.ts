import process from 'node:process'
import pino, { type DestinationStream, type LogFn, type Logger } from 'pino'
import type { Config } from '../config.ts'
import { gatherLines } from './gathered-lines.ts'
import { standardError } from './standard-error.ts'

/** Nobody logs headers. Were somebody to, these would not be told. */
const secretHeaders = ['authorization', 'cookie', '["set-cookie"]', '["idempotency-key"]']

/** Where they would stand. Looking everywhere costs more than the rest of a line. */
const places = ['', 'headers.', 'req.headers.', 'request.headers.', 'err.config.headers.']

const { warn = 40 } = pino.levels.values

/** The log of the process, in lines of JSON, to standard error unless told otherwise. */
export function createLog(
  level: Config['logLevel'],
  destination: DestinationStream = gatheredOutput(),
): Logger {
  const paths = places.flatMap((place) =>
    secretHeaders.map((name) => (name.startsWith('[') ? place.slice(0, -1) : place) + name),
  )
  const options = {
    level,
    redact: { paths, censor: '…' },
    serializers: { err: viewError },
    hooks: { logMethod: writeTroubleAtOnce },
  }
  return pino(options, destination)
}

/** Standard error. The end of the process writes what waits. */
function gatheredOutput(): DestinationStream {
  const lines = gatherLines(standardError())
  process.once('exit', () => lines.flushSync())
  return lines
}

/** With all that waits before it: a process in trouble may be killed before it writes again. */
function writeTroubleAtOnce(
  this: Logger,
  args: Parameters<LogFn>,
  method: LogFn,
  level: number,
): void {
  method.apply(this, args)
  if (level >= warn) this.flush()
}

export interface LoggedError {
  readonly type: string
  readonly message: string
  /** SQLSTATE, or what the system calls it. */
  readonly code?: unknown
  readonly constraint?: unknown
  readonly stack: readonly string[]
  readonly cause?: LoggedError
  /** Of several, such as one for each address of a host. */
  readonly errors?: readonly LoggedError[]
}

/**
 * What of an error helps to find the fault. Left out is what may hold words of the record or of a
 * request: the details of a database error, and what a message quotes of bad data.
 */
export function viewError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] }
  const { name: type, message, stack = '', cause } = error
  return {
    type,
    message: quotesData(error) ? message.replace(/["'`][^]*["'`]/, '"…"') : message,
    ...('code' in error && { code: error.code }),
    ...('constraint' in error && { constraint: error.constraint }),
    stack: [...stack.matchAll(/^ +(at .*)$/gm)].map(([, frame = '']) => frame),
    ...(cause !== undefined && { cause: viewError(cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(viewError) }),
  }
}

/** PostgreSQL quotes the value in its data exceptions (22…), `JSON.parse` what it could not read. */
function quotesData(error: Error): boolean {
  if (error instanceof SyntaxError) return true
  return 'code' in error && typeof error.code === 'string' && /^22...$/.test(error.code)
}
