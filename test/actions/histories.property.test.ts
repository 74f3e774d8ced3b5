import { describe, expect, onTestFinished } from 'vitest'
import { anEmptyRecord } from '../support/empty-records.ts'
import { historyGame } from '../support/history-game.ts'
import { it } from '../support/it.ts'

describe('a random history', () => {
  it.for(Array.from({ length: 10 }, (_, index) => index + 1))(
    'leaves after every write what the rules say, refuses what they refuse, and can be copied, %i',
    async (seed, { template }) => {
      const faults: string[] = []
      const fault = (words: string) => void faults.push(words)
      const [original, copy] = [await anEmptyRecord(template), await anEmptyRecord(template)]
      onTestFinished(original.drop)
      onTestFinished(copy.drop)

      const dbs = { original: original.db, copy: copy.db }
      const { done, refused } = await historyGame({ ...dbs, seed, writes: 20, fault })

      expect(faults).toEqual([])
      expect(done).toBeGreaterThan(5)
      expect(done + refused).toBe(20)
    },
  )
})
