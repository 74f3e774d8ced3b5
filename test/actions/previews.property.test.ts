import { describe, expect } from 'vitest'
import { it } from '../support/it.ts'
import { previewGame } from '../support/preview-game.ts'

describe('a preview', () => {
  it.for([1, 2, 3])(
    'tells the statuses and sentences that the write then brings, and leaves no trace, %i',
    async (seed, { db }) => {
      const faults: string[] = []
      const fault = (words: string) => void faults.push(words)

      const { done, refused } = await previewGame({ db, seed, count: 40, fault })

      expect(faults).toEqual([])
      expect(done).toBeGreaterThan(15)
      expect(refused).toBeGreaterThan(0)
    },
  )
})
