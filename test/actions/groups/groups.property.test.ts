import { describe, expect, onTestFinished } from 'vitest'
import { anEmptyRecord } from '../../support/empty-records.ts'
import { it } from '../../support/it.ts'
import { groupGame } from './group-game.ts'

describe('writes that are entered together', () => {
  it.for([1, 2, 3, 4])(
    'leave the answers, events, histories and rows that they leave one by one, %i',
    async (seed, { template }) => {
      const faults: string[] = []
      const fault = (words: string) => void faults.push(words)
      const [together, singly] = [await anEmptyRecord(template), await anEmptyRecord(template)]
      onTestFinished(together.drop)
      onTestFinished(singly.drop)

      const { done, refused, transactions, joint } = await groupGame({
        together: together.db,
        singly: singly.db,
        seed,
        bursts: 4,
        fault,
      })

      expect(faults).toEqual([])
      expect(done).toBeGreaterThan(20)
      expect(refused).toBeGreaterThan(10)
      expect(joint).toBeGreaterThan(5)
      expect(transactions).toBeLessThan((done + refused) / 3)
    },
  )
})
