import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { PlainError } from '../../src/domain/plain-error.ts'
import { viewError } from '../../src/domain/logged-error.ts'
import { prettyLines } from '../../src/cli/terminal/pretty-lines.ts'

function shown(hasColors: boolean, log: (logger: pino.Logger) => void): string {
  let text = ''
  const terminal = { write: (piece: string) => (text += piece), flushSync: () => {} }
  const lines = prettyLines(terminal, { hasColors })
  log(pino({ serializers: { err: viewError } }, lines))
  return text
}

const answered = { requestId: 'id', method: 'GET', route: '/v1/claims/{id}', status: 200, ms: 5.2 }

describe('the log on a terminal', () => {
  it('has one short line a request', () => {
    expect(shown(false, (log) => log.info(answered, 'answered'))).toMatch(
      /^\[\d\d:\d\d:\d\d\] INFO: GET \/v1\/claims\/\{id\} 200 5\.2 ms\n$/,
    )
  })

  it('has colors where the terminal has', () => {
    expect(shown(true, (log) => log.info(answered, 'answered'))).toContain('\u001B[')
    expect(shown(false, (log) => log.info(answered, 'answered'))).not.toContain('\u001B')
  })

  it('shows a fault with what it is found by, and takes no orders from it', () => {
    const err = new PlainError('It broke \u001B[2J\nand went on.')

    const text = shown(false, (log) =>
      log.error({ err, requestId: 'that-one' }, 'A fault of ours.'),
    )

    expect(text).toContain('A fault of ours. (request that-one)')
    expect(text).toContain('PlainError: It broke  [2J and went on.')
    expect(text).toContain('at ')
    expect(text).not.toContain('\u001B')
  })

  it('keeps the other fields of a line', () => {
    expect(shown(false, (log) => log.warn({ pending: ['0030-x'] }, 'It lacks some.'))).toMatch(
      /WARN: It lacks some\. \{"pending":\["0030-x"\]\}\n$/,
    )
  })
})
