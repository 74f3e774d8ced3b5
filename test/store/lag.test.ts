import { describe, expect, it } from 'vitest'
import { addMark, lagOf, unreachedMarks, type Mark } from '../../src/store/replica/lag.ts'

/** What is left to be reached after the primary was seen at these places, a second apart. */
function marksOf(...logs: readonly number[]): readonly Mark[] {
  return logs.reduce<readonly Mark[]>(
    (marks, log, second) => addMark(marks, { atMs: second * 1000, log }),
    [],
  )
}

describe('the lag of a replica', () => {
  it('is as old as the first thing that it lacks', () => {
    const marks = unreachedMarks(marksOf(100, 200, 300), 150)

    expect(lagOf(marks, 5_000)).toBe(4_000)
  })

  it('is none when it has it all, however long nothing has happened', () => {
    const marks = unreachedMarks(marksOf(100, 200, 200, 200), 200)

    expect(lagOf(marks, 3_600_000)).toBe(0)
  })

  it('begins when the primary went on, not when the replica stood still', () => {
    const caughtUp = unreachedMarks(marksOf(100, 100, 100), 100)
    const marks = unreachedMarks(addMark(caughtUp, { atMs: 60_000, log: 101 }), 100)

    expect(lagOf(marks, 61_000)).toBe(1_000)
  })

  it('does not count what a primary that went back to a backup once had', () => {
    const marks = addMark(marksOf(100, 900), { atMs: 5_000, log: 200 })

    expect(lagOf(unreachedMarks(marks, 200), 60_000)).toBe(0)
  })

  it('is never underestimated because it lasted', () => {
    const marks = marksOf(...Array.from({ length: 5_000 }, (_, second) => second + 1))

    expect(marks.length).toBeLessThanOrEqual(600)
    expect(lagOf(unreachedMarks(marks, 0), 5_000_000)).toBe(5_000_000)
    expect(unreachedMarks(marks, 4_999)).toHaveLength(1)
  })
})
