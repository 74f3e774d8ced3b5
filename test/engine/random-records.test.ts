import { expect, test } from 'vitest'
import { randomRecord } from '../oracle/rules/random-record.ts'
import { anyShape } from '../oracle/rules/random-shapes.ts'
import { engineDifferences } from '../support/engine-differences.ts'

test('labels are those of one arc per pair; statuses, cites and badges those of the rules', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    expect(engineDifferences(randomRecord(seed, anyShape)), `seed ${seed}`).toEqual([])
  }
})
