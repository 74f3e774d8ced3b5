import * as fc from '../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { newSource } from '../../src/domain/source.ts'
import { parse } from '../../src/formats/faults.ts'
import { isCertainlyEarlier, timeOf } from '../oracle/rules/dates.ts'
import { it } from '../support/api.ts'
import { aSource } from '../support/record.ts'
import { worldDates } from '../support/world-dates.ts'

interface Problem {
  readonly errors: readonly { readonly pointer: string; readonly code: string }[]
}

const rule = 'affiliation-ends-before-it-begins'
const ends = fc.option(worldDates, { freq: 6 })

describe('an affiliation', () => {
  test.each([
    ['2025-12', '2025'],
    ['2025', '2025-01-01'],
    ['2025-12-03', '2025-12-03'],
    ['2025-12-03T10:00:00Z', '2025-12-03'],
    ['2025-12-03', '2025-12-02T10:00:00Z'],
    ['2014/..', '2020'],
    [null, '2020'],
    ['2020', null],
  ])('from %s to %s may be', (from, to) => {
    expect(faultsOf(from, to)).toEqual([])
  })

  test.each([
    ['2025-12-03', '2025-12-02'],
    ['2025', '2024-12'],
    ['2025-12-03', '2025-12-02T09:59:59Z'],
    ['2014/2015', '2013/2013-12-31'],
  ])('from %s to %s does not', (from, to) => {
    expect(faultsOf(from, to)).toEqual([['/affiliations/0/to', rule]])
  })

  test('is refused just where it certainly ends before it begins', () => {
    fc.assert(
      fc.property(ends, ends, (from, to) => {
        expect(faultsOf(from, to).length > 0).toBe(isCertainlyEarlier(timeOf(to), timeOf(from)))
      }),
      { numRuns: 1000 },
    )
  })

  test('has one fault if its dates do not exist', () => {
    expect(faultsOf('2025-02-30', '2024')).toEqual([['/affiliations/0/from', 'no-such-date']])
  })
})

function faultsOf(from: string | null, to: string | null) {
  const affiliations = [{ relation: 'speaks_for', source: 'firm', from, to }]
  const { faults = [] } = parse(newSource, { kind: 'person', name: 'P', affiliations })
  return faults.map(({ pointer, code }) => [pointer, code])
}

it('422 in every write, and the source stays as it was', async ({ api }) => {
  const [source, id] = [await aSource(api), await aSource(api, 'person')]
  const affiliation = { relation: 'speaks_for', source, from: '2025', to: '2024' }
  const person = { kind: 'person', name: 'P. Ost', affiliations: [affiliation] }
  const body = JSON.stringify({ type: 'source', ...person })
  const ndjson = { 'content-type': 'application/x-ndjson' }
  const patch = { affiliations: [affiliation] }
  const refused = { status: 422, errors: [['/affiliations/0/to', rule]] }
  for (const [path, call] of [
    ['/v1/sources', { body: person }],
    ['/v1/import', { body, headers: ndjson }],
    [`/v1/sources/${id}`, { method: 'PATCH', body: patch, headers: { 'if-match': '"1"' } }],
  ] as const) {
    const { status, json } = await api<Problem>(path, call)
    expect({ status, errors: json.errors.map((e) => [e.pointer, e.code]) }).toEqual(refused)
  }
  const { json } = await api(`/v1/sources/${id}`)
  expect(json).toMatchObject({ version: 1, affiliations: [] })
})
