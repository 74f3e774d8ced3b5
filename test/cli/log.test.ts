import { DatabaseError } from 'pg'
import { describe, expect, it } from 'vitest'
import { createLog, viewError } from '../../src/cli/log.ts'

describe('createLog', () => {
  it('censors credentials, wherever somebody puts them', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    const headers = {
      authorization: 'Bearer hunter2',
      cookie: 'session=hunter2',
      'set-cookie': ['session=hunter2'],
      'idempotency-key': 'hunter2',
    }

    log.info(headers, 'one')
    log.info({ headers }, 'two')
    log.info({ request: { headers } }, 'three')

    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toContain('hunter2')
  })
})

describe('viewError', () => {
  it('leaves out what of a database error may hold words of the record', () => {
    const error = Object.assign(new DatabaseError('a value is refused', 1, 'error'), {
      code: '23514',
      detail: 'Failing row contains (secret).',
      where: 'SQL statement with secret',
      constraint: 'refused',
    })

    const seen = viewError(error)

    expect(seen).toMatchObject({
      message: 'a value is refused',
      code: '23514',
      constraint: 'refused',
    })
    expect(JSON.stringify(seen)).not.toContain('secret')
  })

  it('leaves out what a message quotes of bad data, and keeps the names in others', () => {
    const bad = Object.assign(
      new DatabaseError('invalid input syntax for type uuid: "se"cret"', 1, 'error'),
      { code: '22P02' },
    )
    const missing = Object.assign(new DatabaseError('relation "claim" is gone', 1, 'error'), {
      code: '42P01',
    })

    expect(viewError(bad).message).toBe('invalid input syntax for type uuid: "…"')
    expect(viewError(missing).message).toBe('relation "claim" is gone')
    expect(viewError(syntaxError('{"text": secret}')).message).not.toContain('secret')
  })

  it('tells where it happened, what caused it, and each of several', () => {
    const cause = new AggregateError([new Error('ECONNREFUSED one'), new Error('two')])
    const seen = viewError(new TypeError('It failed.', { cause }))

    expect(seen).toMatchObject({
      type: 'TypeError',
      message: 'It failed.',
      cause: { errors: [{ message: 'ECONNREFUSED one' }, { message: 'two' }] },
    })
    expect(seen.stack[0]).toMatch(/^at .*log\.test\.ts/)
  })

  it('says nothing of what is no error', () => {
    expect(viewError('secret')).toEqual({ type: 'string', message: '', stack: [] })
  })
})

function syntaxError(text: string): unknown {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error
  }
}
