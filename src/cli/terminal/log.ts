import process from 'node:process'
import pino, { type DestinationStream, type LogFn, type Logger } from 'pino'
import type { Config } from '../../config.ts'
import { viewError } from '../../domain/logged-error.ts'
import { gatherLines } from './gathered-lines.ts'
import { prettyLines } from './pretty-lines.ts'
import { standardError } from './standard-error.ts'

/** Headers are not logged. If they ever are, these are redacted. */
const secretHeaders = ['authorization', 'cookie', '["set-cookie"]', '["idempotency-key"]']

/** The paths where they would appear. A wildcard would cost more than the rest of a line. */
const places = ['', 'headers.', 'req.headers.', 'request.headers.', 'err.config.headers.']

const { warn = 40 } = pino.levels.values

/**
 * The log of the process: lines of JSON, or short ones for people; by default to standard error.
 */
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
    formatters: { log: viewErrors },
    // pino's own serializer would log everything.
    serializers: { err: (viewed: unknown) => viewed },
    hooks: { logMethod: writeTroubleAtOnce },
  }
  return pino(options, destination)
}

/**
 * Standard error: short lines on a terminal, otherwise JSON. Buffered lines are written when the
 * process ends.
 */
function gatheredOutput(): DestinationStream {
  const { stderr } = process
  const output = standardError()
  const lines = gatherLines(
    // Respects NO_COLOR and TERM, as Node does.
    stderr.isTTY ? prettyLines(output, { hasColors: stderr.hasColors() }) : output,
  )
  process.once('exit', () => lines.flushSync())
  return lines
}

/** Every logged error passes here, whatever its field is called. */
function viewErrors(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'err' || value instanceof Error ? viewError(value) : value,
    ]),
  )
}

/**
 * Includes everything buffered before it: a process in trouble may be killed before the next write.
 */
function writeTroubleAtOnce(
  this: Logger,
  args: Parameters<LogFn>,
  method: LogFn,
  level: number,
): void {
  const [first] = args
  // Otherwise pino uses the message of the error.
  if (first instanceof Error) method.apply(this, [{ err: first }, 'failed'])
  else method.apply(this, args)
  if (level >= warn) this.flush()
}
