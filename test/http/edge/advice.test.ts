import * as fc from '../../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { writtenDate } from '../../../src/domain/date-advice.ts'
import { newClaim } from '../../../src/domain/claim.ts'
import { newCounterpoint } from '../../../src/domain/counterpoint.ts'
import { newLink } from '../../../src/domain/link.ts'
import { startOf } from '../../../src/domain/world-date.ts'
import { bundleLine } from '../../../src/formats/bundle.ts'
import { parse } from '../../../src/formats/faults.ts'

type Fault = readonly [pointer: string, code: string, message: RegExp]

const claim = {
  kind: 'fact',
  speaker: 'microsoft',
  about: [],
  text: 'It did not.',
  lang: 'en',
  assertedAt: '2025-12-03',
}
const report = { source: 'microsoft', kind: 'statement', title: 'On the report', lang: 'en' }
const counterpoint = { relation: 'rebuts', claim, citation: { report, quote: 'It did not.' } }
const link = { relation: 'rebuts', from: 'D', to: { claim: 'R' } }
const without = (name: string, { [name]: _, ...rest }: Record<string, unknown>) => rest
const cited = (other: unknown) => ({
  ...counterpoint,
  citation: { ...counterpoint.citation, report: other },
})
const spoken = (speaker: unknown) => ({ ...counterpoint, claim: { ...claim, speaker } })

const faultsOf = (schema: Parameters<typeof parse>[0], input: unknown) =>
  (parse(schema, input).faults ?? []).map(({ pointer, code, message }) => ({
    pointer,
    code,
    message,
  }))

describe('what fits none of several forms', () => {
  test.each<[string, unknown, readonly Fault[]]>([
    [
      'a report without lang',
      cited(without('lang', report)),
      [['/citation/report/lang', 'missing', /"ko"/]],
    ],
    [
      'a report with nothing but an address',
      cited({ url: 'https://example.org/x' }),
      [
        ['/citation/report/source', 'missing', /./],
        ['/citation/report/kind', 'missing', /article/],
        ['/citation/report/title', 'missing', /./],
        ['/citation/report/lang', 'missing', /"ko"/],
      ],
    ],
    [
      'a report in a report: a publisher without a kind',
      cited({ ...report, source: { name: 'A' } }),
      [['/citation/report/source/kind', 'missing', /outlet/]],
    ],
    [
      'a report that is a number',
      cited(5),
      [['/citation/report', 'not-allowed-value', /"019ac.*or \{"source"/]],
    ],
    ['no report', cited(undefined), [['/citation/report', 'missing', /"019ac.*or \{"source"/]]],
    [
      'an unknown field',
      cited({ ...report, headline: 'x' }),
      [['/citation/report/headline', 'unknown-field', /./]],
    ],
    [
      'a speaker without a kind',
      spoken({ name: 'A' }),
      [['/claim/speaker/kind', 'missing', /company/]],
    ],
    [
      'a speaker that is a list',
      spoken(['microsoft']),
      [['/claim/speaker', 'not-allowed-value', /"microsoft" or \{"kind"/]],
    ],
  ])('%s is told what is wrong with the form that it resembles', (_, input, expected) => {
    expect(faultsOf(newCounterpoint, input)).toEqual(
      expected.map(([pointer, code, message]) => ({
        pointer,
        code,
        message: expect.stringMatching(message),
      })),
    )
  })

  test.each<[string, unknown, Fault]>([
    ['an id', 'R', ['/to', 'not-allowed-value', /^Send \{"claim":"019.*or \{"link":"019/]],
    ['nothing in it', {}, ['/to', 'not-allowed-value', /^Send \{"claim":/]],
    ['an unknown field', { id: 'R' }, ['/to', 'not-allowed-value', /^Send \{"claim":/]],
    ['both of them', { claim: 'R', link: 'L' }, ['/to', 'not-allowed-value', /^Send \{"claim":/]],
    ['nothing', undefined, ['/to', 'missing', /Send \{"claim":/]],
    ['null', null, ['/to', 'not-allowed-value', /^Send \{"claim":/]],
    ['a claim that is no reference', { claim: 5 }, ['/to/claim', 'wrong-type', /a string/]],
    ['a link and more', { link: 'L', note: 'x' }, ['/to/note', 'unknown-field', /./]],
  ])('a target that is %s', (_, to, [pointer, code, message]) => {
    for (const [schema, input] of [
      [newLink, { ...link, to }],
      [bundleLine, { type: 'link', ref: 'l', ...link, to }],
    ] as const)
      expect(faultsOf(schema, input)).toEqual([
        { pointer, code, message: expect.stringMatching(message) },
      ])
  })
})

describe('a word that the record does not have', () => {
  test.each([
    ['denies', 'rebuts'],
    ['DENIES', 'rebuts'],
    ['relies on', 'relies_on'],
    ['based-on', 'relies_on'],
    ['corrects', 'supersedes'],
    ['confirms', 'concedes'],
    ['clarifies', 'qualifies'],
    ['반박', 'rebuts'],
  ])('as a relation, "%s" is told to be written %s', (relation, word) => {
    const [fault] = faultsOf(newLink, { ...link, relation })

    expect(fault).toMatchObject({ pointer: '/relation', code: 'not-allowed-value' })
    expect(fault?.message).toMatch(new RegExp(`^Send rebuts, .*or qualifies\\. .*"${word}"\\.$`))
  })

  test.each<[string, unknown, string]>([
    ['aspect', { ...link, aspect: 'amount' }, 'quantity'],
    ['aspect', { ...link, aspect: 'Scope' }, 'scope'],
  ])('as an %s it is told what to write', (name, input, word) => {
    expect(faultsOf(newLink, input)).toMatchObject([
      { pointer: `/${name}`, message: expect.stringContaining(`"${word}"`) },
    ])
  })

  test.each([
    [{ ...claim, kind: 'statement' }, 'fact'],
    [{ ...claim, kind: 'forecast' }, 'opinion'],
    [{ ...claim, kind: 'verdict' }, 'ruling'],
    [
      { ...claim, citations: [{ report: 'r', quote: 'x', attribution: 'anonymous' }] },
      'unnamed_source',
    ],
    [{ ...claim, citations: [{ report: 'r', quote: 'x', attribution: 'secondhand' }] }, 'relay'],
  ])('%j is told to be written so', (input, word) => {
    expect(faultsOf(newClaim, input)).toMatchObject([
      { message: expect.stringContaining(`"${word}"`) },
    ])
  })

  test.each([
    ['document', 'report'],
    ['retraction', 'withdrawal'],
    ['Claim', 'claim'],
  ])('as the type of a line, "%s" is told to be written %s', (type, word) => {
    expect(faultsOf(bundleLine, { type })).toMatchObject([
      { pointer: '/type', message: expect.stringContaining(`"${word}"`) },
    ])
  })

  it('is never repeated unless it is one of ours', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<b>denies</b>', 'constructor'),
    )
    fc.assert(
      fc.property(word, (relation) => {
        const [fault] = faultsOf(newLink, { ...link, relation })
        const said = fault?.message.split('. ')[1] ?? ''
        expect(said).toMatch(/^(?:(?:Write it as|For "[\w가-힣]+" write) "\w+"\.)?$/)
      }),
      { seed: 20_251_203 },
    )
  })
})

describe('a date in prose', () => {
  test.each([
    ['6 Dec 2025', '2025-12-06'],
    ['December 6, 2025', '2025-12-06'],
    ['Dec. 6th 2025', '2025-12-06'],
    ['6th of December 2025', undefined],
    ['Dec 2025', '2025-12'],
    ['2025년 12월 6일', '2025-12-06'],
    ['2025년 12월', '2025-12'],
    ['2025. 12. 6.', '2025-12-06'],
    ['2025/12/06', '2025-12-06'],
    ['2025-1-6', '2025-01-06'],
    ['12/06/2025', undefined],
    ['yesterday', undefined],
    ['2025-02-30', undefined],
  ])('%s is told to be written %s', (assertedAt, written) => {
    const [fault] = faultsOf(newClaim, { ...claim, assertedAt })

    expect(fault).toMatchObject({ pointer: '/assertedAt', code: 'no-such-date' })
    expect(fault?.message).toContain('2025-12-03')
    expect(/Write it as "([^"]+)"/.exec(fault?.message ?? '')?.[1]).toBe(written)
  })

  it('is proposed only in a form that is read', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.tuple(fc.nat(9999), fc.nat(20), fc.nat(40)).map(([y, m, d]) => `${y}년 ${m}월 ${d}일`),
      fc
        .tuple(fc.nat(40), fc.constantFrom('Jan', 'may', 'Sept'), fc.nat(9999))
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, (sent) => {
        const date = writtenDate(sent) ?? '2025'
        expect(date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
        expect(startOf(date)).toBeDefined()
      }),
      { seed: 20_251_203 },
    )
  })
})
