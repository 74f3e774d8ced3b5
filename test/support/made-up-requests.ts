import * as fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { examples } from '../../src/http/openapi/examples.ts'
import { pathOf, type Operation } from './open-api.ts'

export interface MadeUp {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Requests near the description: its own example with some of it made up, and what is all made up. */
export function requestOf(operation: Operation): fc.Arbitrary<MadeUp> {
  const example = examples[operation.operationId] ?? {}
  const values = (place: 'path' | 'query') =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => {
        const { name } = parameter
        return mostly(valueOf(parameter, example[place]?.[name]), madeUp).map(
          (value) => [name, value] as const,
        )
      })
  const [mediaType = 'application/json'] = operation.mediaTypes

  return fc.record({
    method: fc.constant(operation.method),
    path: fc
      .tuple(fc.tuple(...values('path')), someOf(values('query')), seldom(fc.tuple(madeUp, madeUp)))
      .map(([path, query, extra]) => {
        const search = new URLSearchParams()
        for (const [name, value] of query) search.append(name, value)
        if (extra) search.append(...extra)
        return `${pathOf(operation, Object.fromEntries(path))}?${search.toString()}`
      }),
    headers: fc.record(
      {
        'content-type': mostly(fc.constant(mediaType), fc.constant('text/plain')),
        'if-match': mostly(anyVersion, fc.constantFrom('"1"', '"2"', '*', 'zq9')),
        'accept-language': fc.constantFrom('ko', 'en', 'ko-KR;q=0.5', 'zq9'),
      },
      { requiredKeys: ['content-type', 'if-match'] },
    ),
    body: bodyNear(example.body),
  })
}

/** Few of them, so that they seldom contradict each other; none twice. */
function someOf(parameters: readonly fc.Arbitrary<readonly [string, string]>[]) {
  if (parameters.length === 0) return fc.constant([])
  return fc.uniqueArray(fc.oneof(...parameters), { selector: nameOf, maxLength: 4 })
}

function nameOf([name]: readonly [string, string]): string {
  return name
}

const anyVersion = fc.constant('"1", "2", "3", "4", "5"')

function mostly<T>(one: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: one }, { weight: 1, arbitrary: other })
}

function seldom<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return mostly<T | undefined>(fc.constant(undefined), one)
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    "zq9' or 1=1 --",
    'zq9"; drop table claim; --',
    'zq9%_\\',
    '<script>zq9</script>',
    '\u0000',
    '\ud800',
    '2025-02-30',
    '99999999999999999999',
    '-1',
    '',
    '한글',
  ),
)
/** Text that survives an address. */
const madeUp = oddText.map((text) => text.toWellFormed())

/** What fits, by the name of its schema. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  Id: [
    '019ae1e5-0016-72bc-80b2-26737410feed',
    '019ae1e5-0015-7886-a92a-07cf17fe9dda',
    '019ae1e5-005a-771d-b3ca-8c83aadde3fb',
  ],
  Reference: ['microsoft', 'the-information', 'ms-ai-sales-targets', 'nobody'],
  Language: ['ko', 'en', 'fr', 'zh-Hant'],
  WorldDate: ['2025', '2025-12-03', '2025-12-03T10:30:00Z', '1999-12'],
}
/** What fits some texts that the document says no more of. */
const words = ['MS의 매출 목표', '"sales targets"', '100', '2025-12', 'https://example.com/note']

/** A value as the document has it. */
function valueOf({ schema }: Operation['parameters'][number], example: string | undefined) {
  const known = example === undefined ? [] : [fc.constant(example)]
  if (schema.type === 'integer')
    return fc.oneof(...known, fc.integer({ min: 0, max: 6 }).map(String))
  const item = schema.items ?? schema
  const values = item.enum ?? fitting[item.$ref?.split('/').at(-1) ?? '']
  if (!values) return fc.oneof(...known, fc.constantFrom(...words), madeUp)
  const maxLength = schema.items ? 3 : 1
  return fc.oneof(...known, fc.subarray([...values], { minLength: 1, maxLength }).map(String))
}

/** The example's body with some of its values made up; or any JSON; or no JSON at all. */
function bodyNear(example: unknown): fc.Arbitrary<string | undefined> {
  const anything = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.constant(null))
  if (typeof example === 'string')
    return fc.oneof(
      fc
        .tuple(fc.nat(example.length), oddText)
        .map(([at, text]) => example.slice(0, at) + text + example.slice(at)),
      oddText,
    )
  if (example === undefined) return fc.option(oddText, { nil: undefined })
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(example))
  const near = fc
    .record(
      Object.fromEntries(
        fields.map(([name, value]) => [name, mostly(fc.constant(value), anything, 3)]),
      ),
      { requiredKeys: [] },
    )
    .map((body) => ('id' in body ? { ...body, id: randomUUID() } : body))
  return fc.oneof(
    { weight: 4, arbitrary: near.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: anything.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: oddText },
  )
}
