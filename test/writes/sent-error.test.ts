import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { viewError } from '../../src/domain/logged-error.ts'
import { PlainError } from '../../src/domain/plain-error.ts'
import { isUnavailable, lacksRoom } from '../../src/store/database/faults.ts'
import { readError, sendError } from '../../src/writes/sent-error.ts'

/** What arrives of an error that another thread throws. */
function across(error: unknown): Error {
  return readError(structuredClone(sendError(error)))
}

describe('an error from another thread', () => {
  it('is the same refusal', () => {
    const refusal = new DomainError(
      'likely-duplicate',
      'It is probably on record.',
      [{ pointer: '/name', code: 'likely-duplicate', message: 'See candidates.', line: 3 }],
      {
        retryAfterSeconds: 7,
        facts: { candidates: [{ id: 'x' }] },
        cause: new Error('a cause'),
      },
    )

    const read = across(refusal)

    expect(read).toBeInstanceOf(DomainError)
    expect(read).toEqual(refusal)
    expect(read.stack).toBe(refusal.stack)
    expect(read.cause).toEqual(refusal.cause)
  })

  it('is told apart by what the database or the system said', () => {
    const full = Object.assign(new Error('could not extend file'), {
      code: '53100',
      table: 'claim',
    })
    const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const lost = new Error('Connection terminated unexpectedly')

    expect(lacksRoom(across(full))).toBe(true)
    expect([full, gone, lost].map((error) => isUnavailable(across(error)))).toEqual([
      true,
      true,
      true,
    ])
    expect(isUnavailable(across(new TypeError('no such field')))).toBe(false)
  })

  it.each([
    new PlainError('A message of our own.', { cause: new Error('whose words are not') }),
    Object.assign(new Error('value "secret" is refused'), { code: '23514', constraint: 'kind' }),
    new AggregateError([new PlainError('one'), new Error('two')], 'both'),
    new TypeError('x is undefined'),
  ])('is logged as it would be where it happened: %s', (error) => {
    expect(viewError(across(error))).toEqual(viewError(error))
  })

  it('is an error even if none was thrown', () => {
    expect(across('words')).toBeInstanceOf(Error)
    expect(across('words').message).not.toContain('words')
  })
})
