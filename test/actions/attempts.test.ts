import { expect, it } from 'vitest'
import { Attempts } from '../../src/actions/bundle/attempts.ts'
import { RefusedLines } from '../../src/actions/bundle/refused-lines.ts'
import { system } from '../../src/domain/actor.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import { sourceLine } from '../support/lines.ts'

const lines = Array.from({ length: 100 }, (_, index) => {
  return { line: index + 1, value: bundleLine.parse(sourceLine(`s${index}`)) }
})

/** How often an import is tried of which each attempt finds another line to be wrong. */
function tries(actor: typeof system): { readonly count: number; readonly refusal: unknown } {
  const attempts = new Attempts({ actor, lines, faults: [], onError: 'skip' })
  try {
    for (let count = 1; ; count++) {
      attempts.begin()
      if (attempts.lines.length === 0) return { count, refusal: undefined }
      attempts.hold()
      const fault = { line: count, pointer: '', code: 'wrong', message: 'It is wrong.' }
      attempts.refuse(new RefusedLines([fault]))
    }
  } catch (refusal) {
    return { count: attempts.refused.length, refusal }
  }
}

it('an import is tried twelve times at most, and then refused with what was found', () => {
  const { count, refusal } = tries({ role: 'edit', id: 'one' })

  expect(count).toBe(12)
  expect(refusal).toMatchObject({ faults: Array.from({ length: 12 }, () => ({ code: 'wrong' })) })
  expect(String(refusal)).toContain('the rest was tried 12 times')
})

it('an import from the command line is tried until nothing more is found', () => {
  expect(tries(system)).toEqual({ count: 101, refusal: undefined })
})
