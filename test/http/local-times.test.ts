import { describe, expect } from 'vitest'
import { it, read, type Api } from '../support/api.ts'
import { claimLine, reportLine, sourceLine, withdrawalLine } from '../support/lines.ts'

const local = '2021-01-03 20:01:30'
const seoul = { type: 'bundle', timezone: 'Asia/Seoul' }

describe('a bundle whose header names a time zone', () => {
  it('200: has every local time in it, whatever the field', async ({ api }) => {
    const { json } = await sent<{ refs: Record<string, string> }>(api, [
      seoul,
      sourceLine('house'),
      sourceLine('desk', { affiliations: [{ relation: 'part_of', source: 'house', from: local }] }),
      reportLine('page', 'desk', { publishedAt: local, accessedAt: '2021-01-03T20:01:30' }),
      claimLine('A', 'desk', { assertedAt: local }),
      claimLine('B', 'desk', { assertedAt: '2021-01-03' }),
      withdrawalLine('A', { at: '2021-01-04 08:00:00' }),
    ])
    const instant = '2021-01-03T20:01:30+09:00'
    const { refs } = json

    expect(await read(api, `/v1/claims/${refs['A']}`)).toMatchObject({
      assertedAt: instant,
      withdrawnAt: '2021-01-04T08:00:00+09:00',
    })
    expect(await read(api, `/v1/claims/${refs['B']}`)).toMatchObject({ assertedAt: '2021-01-03' })
    expect(await read(api, `/v1/reports/${refs['page']}`)).toMatchObject({
      publishedAt: instant,
      accessedAt: instant,
    })
    expect(await read(api, `/v1/sources/${refs['desk']}`)).toMatchObject({
      affiliations: [{ from: instant }],
    })
  })

  it.for([
    ['no zone', { type: 'bundle' }, local, '/assertedAt', 'no-time-zone'],
    [
      'a zone that there is not',
      { type: 'bundle', timezone: 'Asia/Soul' },
      '2021',
      '/timezone',
      'no-such-time-zone',
    ],
    [
      'a time that there was not',
      { type: 'bundle', timezone: 'Europe/Berlin' },
      '2021-03-28 02:30:00',
      '/assertedAt',
      'no-such-time',
    ],
    [
      'a time that there was twice',
      { type: 'bundle', timezone: 'Europe/Berlin' },
      '2021-10-31 02:30:00',
      '/assertedAt',
      'no-such-time',
    ],
    ['a day that there is not', seoul, '2021-02-30 20:01:30', '/assertedAt', 'no-such-date'],
  ] as const)('422: %s', async ([, header, assertedAt, pointer, code], { api }) => {
    const { status, json } = await sent<{ errors: { pointer: string; code: string }[] }>(api, [
      header,
      sourceLine('s'),
      claimLine('C', 's', { assertedAt }),
    ])

    expect(status).toBe(422)
    expect(json.errors.map(({ pointer, code }) => ({ pointer, code }))).toEqual([{ pointer, code }])
  })
})

async function sent<T>(api: Api, lines: readonly object[]) {
  return api<T>('/v1/import', {
    method: 'POST',
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
}
