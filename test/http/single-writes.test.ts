import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { recompute } from '../oracle/recompute.ts'
import { renamed } from '../oracle/renamed.ts'
import { it } from '../support/api.ts'
import { enterSingly } from '../support/enter-singly.ts'

const clients = 8
const recordsWanted = 10

describe('a record entered by single writes, eight clients at once', () => {
  it('has the statuses of an independent reading of the rules', async ({ api }) => {
    let entered = 0
    for (let seed = 1; entered < recordsWanted && seed < 40; seed++) {
      const record = randomRecord(seed, { sources: 5, claims: 9, links: 14 })
      const ids = await enterSingly(api, toBundle(record, `singly-${seed}`), clients)
      // Some records need two changes at once, such as a link in place of the one it ends.
      if (!ids) continue
      entered++

      const expected = recompute(renamed(record, ids)).claims
      const shown = await Promise.all(
        [...expected.keys()].map(async (id) => {
          const { label, status, explanation } = (await api<ClaimView>(`/v1/claims/${id}`)).json
          return [id, { label, status, cites: explanation?.cites }] as const
        }),
      )
      expect(new Map(shown)).toEqual(expected)
    }
    expect(entered).toBe(recordsWanted)
  }, 120_000)
})
