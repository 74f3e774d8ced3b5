import process from 'node:process'
import pino, { type DestinationStream, type LogFn, type Logger } from 'pino'
import type { Config } from '../../config.ts'
import { viewError } from '../../domain/logged-error.ts'
import { gatherLines } from './gathered-lines.ts'
import { prettyLines } from './pretty-lines.ts'
import { standardError } from './standard-error.ts'

/** Headers are not logged. These are redacted all the same, should that change. */
const secretHeaders = ['authorization', 'cookie', '["set-cookie"]', '["idempotency-key"]']

/** Where they would stand. Looking everywhere costs more than the rest of a line. */
const places = ['', 'headers.', 'req.headers.', 'request.headers.', 'err.config.headers.']

const { warn = 40 } = pino.levels.values

/** The log of the process, in lines of JSON unless a person reads it, to standard error by default. */
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
    // pino has a serializer of its own for it, which tells everything.
    serializers: { err: (viewed: unknown) => viewed },
    hooks: { logMethod: writeTroubleAtOnce },
  }
  return pino(options, destination)
}

/** Standard error: short lines on a terminal, else JSON. The end of the process writes what waits. */
function gatheredOutput(): DestinationStream {
  const { stderr } = process
  const output = standardError()
  const lines = gatherLines(
    // NO_COLOR and TERM count, as Node reads them.
    stderr.isTTY ? prettyLines(output, { hasColors: stderr.hasColors() }) : output,
  )
  process.once('exit', () => lines.flushSync())
  return lines
}

/** Every error that is logged passes here, whatever the name of its field. */
function viewErrors(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'err' || value instanceof Error ? viewError(value) : value,
    ]),
  )
}

/** With all that waits before it: a process in trouble may be killed before it writes again. */
function writeTroubleAtOnce(
  this: Logger,
  args: Parameters<LogFn>,
  method: LogFn,
  level: number,
): void {
  const [first] = args
  // Else pino takes the message of the error for its own.
  if (first instanceof Error) method.apply(this, [{ err: first }, 'failed'])
  else method.apply(this, args)
  if (level >= warn) this.flush()
}
