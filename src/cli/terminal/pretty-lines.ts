import { prettyFactory } from 'pino-pretty'
import { z } from 'zod'
import type { Pieces } from './gathered-lines.ts'

/** A log line about an answered request: see `src/http/middleware/access-log.ts`. */
const Answered = z.object({
  method: z.string(),
  route: z.string(),
  status: z.number(),
  ms: z.number().optional(),
})

/** Parts of a line that are used elsewhere in it, or that nobody reads on a terminal. */
const leftOut = 'pid,hostname,requestId,method,route,status,ms'

/** Control characters, which a terminal could execute. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001F\u007F-\u009F]+/g

/** Turns lines of JSON into short ones for people at a terminal. */
export function prettyLines(terminal: Pieces, options: { hasColors: boolean }): Pieces {
  const pretty = prettyFactory({
    colorize: options.hasColors,
    colorizeObjects: false,
    translateTime: 'SYS:HH:MM:ss',
    ignore: leftOut,
    singleLine: true,
    messageFormat: (line, messageKey) => wordsOf(line, line[messageKey]),
    customPrettifiers: { err: (error) => errorLines(error) },
  })
  return {
    write: (lines) => {
      const each = lines.split('\n').filter((line) => line !== '')
      terminal.write(each.map((line) => pretty(line)).join(''))
    },
    flushSync: () => terminal.flushSync(),
  }
}

function wordsOf(line: object, message: unknown): string {
  const answered = Answered.safeParse(line).data
  if (message === 'answered' && answered) {
    const { method, route, status, ms } = answered
    return `${method} ${route} ${status}${ms === undefined ? '' : ` ${ms} ms`}`
  }
  return (
    plain(String(message)) + ('requestId' in line ? ` (request ${String(line.requestId)})` : '')
  )
}

/** As produced by `viewError` in `src/domain/logged-error.ts`. */
const Logged = z.object({
  type: z.string(),
  message: z.string().optional(),
  code: z.unknown().optional(),
  stack: z.array(z.string()),
})

function errorLines(error: unknown): string {
  const logged = Logged.safeParse(error).data
  if (!logged) return plain(JSON.stringify(error))
  const { type, message, code, stack } = logged
  const name = typeof code === 'string' ? `${type} ${code}` : type
  return [message === undefined ? name : `${name}: ${message}`, ...stack].map(plain).join('\n  ')
}

function plain(text: string): string {
  return text.replace(controls, ' ')
}
