import * as fc from '../support/fast-check.ts'
import { describe, expect } from 'vitest'
import { spanOf } from '../../src/domain/world-date.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { pastDates } from '../support/world-dates.ts'

interface Page {
  readonly items: readonly { readonly id: string; readonly assertedAt: string | null }[]
  readonly next: string | null
}

const some = fc.sample(fc.oneof({ weight: 4, arbitrary: pastDates }, fc.constant(null)), {
  numRuns: 120,
  seed: 20_251_203,
})
const near = ['2024', '2024-12-31', '2025-01', '2025-01-01', '2024-12/2025-01', '2025-01-01/..']
const instants = ['2025-01-01T08:30:00+09:00', '2024-12-31T22:30:00-05:00', '2025-01-01T00:00:00Z']
const dates: readonly (string | null)[] = [...some, ...near, ...instants, null, null]

const dated = it.extend('said', { scope: 'file' }, async ({ db }) => {
  const claims = dates.map((assertedAt, index) => claimLine(`c${index}`, 'paper', { assertedAt }))
  const { refs } = await importLines(db, [sourceLine('paper', { slug: 'paper' }), ...claims])
  return dates.map((assertedAt, index) => ({ id: refs[`c${index}`] ?? '', assertedAt }))
})

describe('claims by when they were asserted', () => {
  dated('come with their dates as they were sent', async ({ api, said }) => {
    for (const { id, assertedAt } of said.slice(0, 40)) {
      expect(await read(api, `/v1/claims/${id}`)).toMatchObject({ assertedAt })
    }
  })

  dated.for([1, 7, 40, 200])(
    'come latest first and unknown last, in pages of %d',
    async (limit, { api, said }) => {
      const expected = said.toSorted(
        (a, b) =>
          (startOf(b) === startOf(a) ? 0 : startOf(b) - startOf(a)) || (a.id < b.id ? 1 : -1),
      )

      expect(await listed(api, 'sort=newest', limit)).toEqual(expected.map(({ id }) => id))
    },
  )

  dated('are found on each of their days, as these are written', async ({ api, said }) => {
    const days = ['2024-12-31', '2025-01-01', '2025-01', '2024', '1500', '0001', '9999']
    const bounds = days.flatMap((from) => days.filter((to) => from <= to).map((to) => [from, to]))
    for (const [from = '', to = ''] of bounds) {
      const [first, last] = [spanOf(from)?.firstDay ?? '', spanOf(to)?.lastDay ?? '']
      const expected = said.filter(({ assertedAt }) => {
        const span = assertedAt === null ? undefined : spanOf(assertedAt)
        return span && span.firstDay <= last && first <= (span.lastDay ?? '9999-12-31')
      })
      const found = await listed(api, `assertedFrom=${from}&assertedTo=${to}`, 200)

      expect(found.toSorted(), `${from} to ${to}`).toEqual(expected.map(({ id }) => id).toSorted())
    }
  })

  dated.for([
    [
      '2025-01-01',
      'Asia/Seoul',
      ['2025-01-01T08:30:00+09:00', '2024-12-31T22:30:00-05:00', '2025-01-01T00:00:00Z'],
    ],
    ['2024-12-31', 'Asia/Seoul', []],
    ['2024-12-31', 'UTC', ['2025-01-01T08:30:00+09:00']],
    [
      '2024-12-31',
      'America/New_York',
      ['2025-01-01T08:30:00+09:00', '2024-12-31T22:30:00-05:00', '2025-01-01T00:00:00Z'],
    ],
  ] as const)(
    'on %s in %s, bare days are as everywhere',
    async ([day, zone, expected], { api, said }) => {
      const found = await listed(api, `assertedFrom=${day}&assertedTo=${day}&tz=${zone}`, 200)
      const plain = await listed(api, `assertedFrom=${day}&assertedTo=${day}`, 200)
      const dateOf = (id: string) => said.find((claim) => claim.id === id)?.assertedAt ?? ''

      expect(found.map(dateOf).filter(isInstant).toSorted()).toEqual([...expected].toSorted())
      expect(found.map(dateOf).filter((date) => !isInstant(date))).toEqual(
        plain.map(dateOf).filter((date) => !isInstant(date)),
      )
    },
  )

  dated('are found from and to an instant by the instant', async ({ api, said }) => {
    const found = await listed(
      api,
      'assertedFrom=2024-12-31T23:30:00Z&assertedTo=2025-01-01T00:00:00Z',
      200,
    )
    const dateOf = (id: string) => said.find((claim) => claim.id === id)?.assertedAt ?? ''

    expect(
      found
        .map(dateOf)
        .filter((date) => date.includes('T'))
        .toSorted(),
    ).toEqual(['2025-01-01T00:00:00Z', '2025-01-01T08:30:00+09:00'])
  })

  it.for([
    'tz=Mars/Olympus',
    'tz=%2B09:00',
    'tz=',
    'assertedFrom=2014/2015',
    'assertedTo=2025-02-30',
    'assertedFrom=2021-01-03T20:01:30',
    'assertedFrom=0001-01-01T00:00:00%2B09:00',
    'changedSince=2014/..',
  ])('400: ?%s', async (query, { api }) => {
    expect((await api(`/v1/claims?${query}`)).status).toBe(400)
  })

  dated.for(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Amsterdam', 'Asia/Seoul'])(
    'are found at the ends of the years in %s',
    async (zone, { api }) => {
      const query = `assertedFrom=0001-01-01&assertedTo=9999-12-31&tz=${zone}`
      expect((await listed(api, query, 200)).length).toBe(
        dates.filter((date) => date !== null).length,
      )
    },
  )
})

async function listed(api: Api, query: string, limit: number): Promise<string[]> {
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const page = await read<Page>(api, `/v1/claims?source=paper&${query}&limit=${limit}${cursor}`)
    ids.push(...page.items.map(({ id }) => id))
    if (page.next === null) return ids
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
}

function startOf({ assertedAt }: { readonly assertedAt: string | null }): number {
  return assertedAt === null ? -Infinity : (spanOf(assertedAt)?.start ?? Number.NaN)
}

function isInstant(date: string): boolean {
  return date.includes('T')
}
