import * as fc from '../support/fast-check.ts'
import { DatabaseError } from 'pg'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createLog } from '../../src/cli/terminal/log.ts'
import { errorLine, viewError } from '../../src/domain/logged-error.ts'
import { PlainError } from '../../src/domain/plain-error.ts'

describe('what is logged of an error', () => {
  it('has the place of a database error, and nothing that quotes', () => {
    const error = Object.assign(new DatabaseError('word is too long: "secret"', 1, 'error'), {
      code: '23514',
      detail: 'Failing row contains (secret).',
      hint: 'Look at secret.',
      where: 'SQL statement with secret',
      internalQuery: 'select secret',
      constraint: 'refused',
      table: 'words',
      routine: 'ExecConstraints',
    })

    const seen = viewError(error)

    expect(seen).toMatchObject({
      type: 'error',
      code: '23514',
      constraint: 'refused',
      table: 'words',
      routine: 'ExecConstraints',
    })
    expect(JSON.stringify(seen)).not.toContain('secret')
    expect(errorLine(error)).toBe(
      'error, code 23514, constraint refused, table words, routine ExecConstraints',
    )
  })

  it('is the message of our own errors and of a lost connection', () => {
    expect(viewError(new PlainError('It failed.')).message).toBe('It failed.')
    expect(viewError(new Error('Connection terminated unexpectedly')).message).toBe(
      'Connection terminated unexpectedly',
    )
    expect(viewError(new TypeError('Cannot read "secret"')).message).toBeUndefined()
  })

  it('tells where it happened, what caused it, and each of several', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
      address: '192.0.2.1',
      port: 5432,
    })
    const seen = viewError(new TypeError('x', { cause: new AggregateError([refused]) }))

    expect(seen).toMatchObject({
      type: 'TypeError',
      cause: { errors: [{ code: 'ECONNREFUSED', address: '192.0.2.1', port: '5432' }] },
    })
    expect(seen.stack[0]).toMatch(/^at .*logged-error\.test\.ts/)
  })

  it('ends for an error that is its own cause', () => {
    const error = new Error('round')
    error.cause = error

    expect(JSON.stringify(viewError(error)).length).toBeLessThan(100_000)
  })

  it('has no word of anything that a request or the record may put into it', () => {
    const secret = fc
      .string({ unit: 'grapheme', minLength: 4, maxLength: 30 })
      .map((text) => `zq9${text}`)
    fc.assert(
      fc.property(
        secret,
        fc.array(fc.nat(makers.length - 1), { minLength: 1, maxLength: 4 }),
        (text, chain) => {
          let error: unknown = text
          for (const index of chain) error = makers[index]?.(text, error)
          const lines: string[] = []
          const log = createLog('info', { write: (line) => void lines.push(line) })
          log.error({ err: error }, 'failed')
          if (error instanceof Error) log.warn({ fault: error }, 'failed')
          if (error instanceof Error) log.error(error)
          lines.push(errorLine(error))
          expect(lines.filter((line) => line.includes('zq9'))).toEqual([])
        },
      ),
      { seed: 20_251_203, numRuns: 100 },
    )
  })
})

const fields = ['detail', 'hint', 'where', 'internalQuery', 'dataType', 'input', 'query', 'sql']

/** Ways in which the words of somebody come into an error. */
const makers: readonly ((text: string, cause: unknown) => unknown)[] = [
  (text, cause) =>
    Object.assign(
      new DatabaseError(
        `invalid input syntax: "${text}"\n    at ${text} (file:///a.js:1:1)`,
        1,
        'error',
      ),
      { code: '22P02', cause },
      Object.fromEntries(fields.map((field) => [field, `"${text}"`])),
    ),
  (text, cause) => new Error(text, { cause }),
  (text, cause) => new AggregateError([cause, new Error(text)], text),
  (text) => caught(() => JSON.parse(`{"text": ${text}`)),
  (text) => caught(() => new URL(`http://[${text}`)),
  (text) => caught(() => decodeURIComponent(`%${text}`)),
  (text) =>
    caught(() => z.strictObject({ a: z.number() }).parse({ [text]: text }, { reportInput: true })),
  (text, cause) =>
    Object.assign(new Error('message', { cause }), { code: `"${text}"`, name: `"${text}"` }),
  (text) => Object.assign(new Error(`first ${text}`), { message: `then ${text}` }),
  (text) => ({ message: text, stack: text }),
]

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
