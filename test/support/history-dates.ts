import type { PlainDate } from '../oracle/record.ts'

/** Of every precision, with offsets, intervals, open ends and unknown; many overlap. */
export const dates: readonly PlainDate[] = [
  '2024',
  '2025',
  '2025-11',
  '2025-12',
  '2025-12-02',
  '2025-12-03',
  '2025-12-04',
  '2025-12-05',
  '2025-12-03T09:30:00Z',
  '2025-12-03T15:00:00.250Z',
  '2025-12-04T08:59:59+09:00',
  '2025-12-04T23:30:00-12:00',
  '2024/2025',
  '2025-12-02/2025-12-04',
  '2025-12-04/..',
  '2026-02-28T23:59:59.999Z',
  null,
]

/** No claim of the game is certainly later. */
export const afterAll = '2026-03-01'
