import { describe, expect } from 'vitest'
import { boundFrom, boundTo } from '../../src/domain/date-range.ts'
import { listClaims, positionOf } from '../../src/store/claim-list.ts'
import type { ClaimPosition } from '../../src/store/claim-order.ts'
import { usualLimits } from '../../src/store/list-way.ts'
import { importLines } from '../support/import.ts'
import { it as withDb } from '../support/it.ts'
import { plainList } from '../support/plain-list.ts'

const dates = [
  '2024',
  '2024/2025',
  '2024-12/2025-04',
  '2025',
  '2025-01',
  '2025-03',
  '2025-03-01',
  '2025-03-02',
  '2025-03-02T10:00:00Z',
  '2025-04-01',
  '2025-05',
  '2026-01-01',
]

const it = withDb.extend('record', { scope: 'file' }, async ({ db }) => {
  const { refs } = await importLines(db, [
    { type: 'source', ref: 'S', kind: 'outlet', name: 'S' },
    ...dates.map((assertedAt, index) => ({
      type: 'claim',
      ref: `C${index}`,
      kind: index % 3 === 0 ? 'opinion' : 'fact',
      speaker: 'S',
      about: [],
      text: `Said at the time ${index}`,
      lang: 'en',
      assertedAt,
    })),
  ])
  return refs
})

describe('claims that began before the bounds and reach into them', () => {
  it.for([
    ['by reading all matches', usualLimits],
    ['in order', { ...usualLimits, inOrder: -1 }],
  ] as const)(
    'are listed after the others, page by page, %s',
    async ([, limits], { db, record }) => {
      expect(Object.keys(record)).toHaveLength(dates.length + 1)
      for (const kind of [undefined, ['fact'] as const])
        for (const [from, to] of [
          ['2025-03-02', '2025-04-30'],
          ['2025-02', undefined],
          ['2024-06', '2024-07'],
          ['2025', '2025'],
        ] as const) {
          const filters = {
            kind,
            assertedFrom: boundFrom(from, undefined),
            assertedTo: to === undefined ? undefined : boundTo(to, undefined),
          }
          const expected = await plainList(db, filters, 'newest')
          expect(expected.length).toBeGreaterThan(0)
          for (const limit of [1, 2, 3, 50]) {
            const ids: string[] = []
            let after: ClaimPosition | undefined
            do {
              const asked = { sort: 'newest', after, limit } as const
              const rows = await listClaims(db, filters, asked, 'en', limits)
              ids.push(...rows.map(({ id }) => id))
              const last = rows.at(-1)
              after = last && rows.length === limit ? positionOf(last, 'newest') : undefined
            } while (after)
            expect([from, to, limit, ids]).toEqual([from, to, limit, expected])
          }
        }
    },
  )
})
