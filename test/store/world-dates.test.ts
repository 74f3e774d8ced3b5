import { sql } from 'kysely'
import * as fc from '../support/fast-check.ts'
import { describe, expect } from 'vitest'
import { spanOf } from '../../src/domain/world-date.ts'
import { worldDates } from '../support/world-dates.ts'
import { it } from '../support/it.ts'

describe('a world date in the database', () => {
  it('has the days and the ends that the reader of dates gives it', async ({ ownerDb }) => {
    const dates = fc.sample(worldDates, { numRuns: 2000, seed: 20_251_203 })
    const { rows } = await sql<{ written: string; first: string; last: string; end: string }>`
      select written, lower(days)::text as first, (upper(days) - 1)::text as last,
        to_char(world_end(written, start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as end
      from unnest(${dates}::text[], ${dates.map(startOf)}::timestamptz[]) as date (written, start),
        lateral (select world_days(written) as days) as made
    `.execute(ownerDb)

    expect(rows).toHaveLength(dates.length)
    for (const { written, first, last, end } of rows) {
      const span = spanOf(written)
      expect({ written, first, last, end }).toEqual({
        written,
        first: span?.firstDay,
        last: span?.lastDay,
        end: span?.end == null ? null : new Date(span.end).toISOString(),
      })
    }
  })

  it.for(['2014/', '/2014', '../2014', '2014/2015/2016', '2014-05-01T10:00:00Z/2015', '2014 '])(
    'is not %s',
    async (date, { ownerDb }) => {
      await expect(sql`select ${date}::world_date`.execute(ownerDb)).rejects.toThrow(/world_date/)
    },
  )
})

function startOf(date: string): string {
  return new Date(spanOf(date)?.start ?? 0).toISOString()
}
