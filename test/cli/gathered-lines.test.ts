import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gatherLines } from '../../src/cli/terminal/gathered-lines.ts'

function gathering() {
  const pieces: string[] = []
  const flushSync = vi.fn()
  return {
    pieces,
    flushSync,
    lines: gatherLines({ write: (piece) => pieces.push(piece), flushSync }),
  }
}

describe('gatherLines', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('passes on every line once and in order, many together', () => {
    const { pieces, lines } = gathering()
    const written = Array.from({ length: 1000 }, (_, index) => `line ${index} 줄\n`)

    for (const line of written) lines.write(line)
    lines.flush()

    expect(pieces.join('')).toBe(written.join(''))
    expect(pieces.length).toBeLessThan(5)
  })

  it('keeps no line for longer than a tenth of a second', () => {
    const { pieces, lines } = gathering()
    lines.write('one\n')

    expect(pieces).toEqual([])
    vi.advanceTimersByTime(100)
    expect(pieces).toEqual(['one\n'])
  })

  it('passes on nothing where nothing waits', () => {
    const { pieces, lines } = gathering()

    lines.flush()
    vi.advanceTimersByTime(1000)

    expect(pieces).toEqual([])
  })

  it('has everything written at the end', () => {
    const { pieces, flushSync, lines } = gathering()
    lines.write('last\n')

    lines.flushSync()

    expect(pieces).toEqual(['last\n'])
    expect(flushSync).toHaveBeenCalledOnce()
  })
})
