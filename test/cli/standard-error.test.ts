import { describe, expect, it } from 'vitest'
import { standardError } from '../../src/cli/terminal/standard-error.ts'

/** A descriptor that answers as the system would, in turn. */
function descriptor(...answers: (number | string)[]) {
  let text = ''
  const write = (_: number, bytes: Uint8Array) => {
    const answer = answers.shift() ?? Number.MAX_SAFE_INTEGER
    if (typeof answer === 'string') throw Object.assign(new Error(answer), { code: answer })
    const taken = Buffer.from(bytes).subarray(0, answer)
    text += taken.toString()
    return taken.length
  }
  return { write, text: () => text }
}

describe('the log on standard error', () => {
  it.each([
    ['in one go', []],
    ['piece by piece', [1, 2, 3]],
    ['although nobody reads for a moment', ['EAGAIN', 2, 'EAGAIN', 'EAGAIN']],
  ])('is written whole, %s', (_, answers) => {
    const { write, text } = descriptor(...answers)

    standardError(write).write('a line of the log\n')

    expect(text()).toBe('a line of the log\n')
  })

  it.each(['EIO', 'EPIPE', 'ENOSPC', 'EBADF'])(
    'leaves out what cannot be written (%s), and goes on with what can',
    (code) => {
      const { write, text } = descriptor(code)
      const log = standardError(write)

      log.write('lost\n')
      log.write('kept\n')

      expect(text()).toBe('kept\n')
    },
  )

  it('gives up when nobody reads any more', () => {
    const { write, text } = descriptor(...Array<string>(1_000).fill('EAGAIN'))

    standardError(write).write('lost\n')

    expect(text()).toBe('')
  })
})
