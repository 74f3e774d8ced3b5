import * as fc from './fast-check.ts'
import { randomUUID } from 'node:crypto'
import { examples } from '../../src/edges/api/reference/examples.ts'
import { anyDate, cursorNear, madeUp, mark, oddText, type GivenCursor } from './made-up-values.ts'
import { pathOf, type Operation } from './open-api.ts'

export interface MadeUp {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/**
 * Random requests close to the description: the example with some parts randomised, and entirely
 * random ones.
 */
export function requestOf(
  operation: Operation,
  cursors: readonly GivenCursor[],
): fc.Arbitrary<MadeUp> {
  const example = examples[operation.operationId] ?? {}
  const tokens = cursors.map(({ cursor }) => cursor)
  const own = cursors.filter(({ path }) => path === operation.path)
  const values = (place: 'path' | 'query') =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => {
        const { name } = parameter
        return mostly(valueOf(parameter, example[place]?.[name], tokens), madeUp).map(
          (value) => [name, value] as const,
        )
      })
  const [mediaType = 'application/json'] = operation.mediaTypes

  return fc.record({
    method: fc.constant(operation.method),
    path: orOwn(
      own,
      fc
        .tuple(
          fc.tuple(...values('path')),
          someOf(values('query')),
          rarely(fc.tuple(madeUp, madeUp)),
        )
        .map(([path, query, extra]) => {
          const search = new URLSearchParams()
          for (const [name, value] of query) search.append(name, value)
          if (extra) search.append(...extra)
          return `${pathOf(operation, Object.fromEntries(path))}?${search.toString()}`
        }),
    ),
    headers: fc.record(
      {
        'content-type': mostly(fc.constant(mediaType), fc.constant('text/plain')),
        'if-match': mostly(anyVersion, fc.constantFrom('"1"', '"2"', '*', mark)),
        'accept-language': fc.constantFrom('ko', 'en', 'ko-KR;q=0.5', mark),
        'if-none-match': oddHeader,
        'counterpoint-seq': oddHeader,
        ...(operation.method === 'POST' && { 'idempotency-key': seldomOdd }),
      },
      { requiredKeys: ['content-type', 'if-match'] },
    ),
    body: bodyNear(example.body),
  })
}

/** For a list, often the next page with an altered cursor. */
function orOwn(own: readonly GivenCursor[], path: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (own.length === 0) return path
  const next = fc
    .constantFrom(...own)
    .chain(({ path: list, query, cursor }) =>
      cursorNear([cursor]).map((near) => `${list}?${query}&cursor=${encodeURIComponent(near)}`),
    )
  return mostly(path, next, 1)
}

/** Few of them, so that they rarely contradict each other; none twice. */
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

function rarely<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return mostly<T | undefined>(fc.constant(undefined), one)
}

/** Values that a header can contain. */
const oddHeader = fc.constantFrom(
  mark,
  `"${mark}"`,
  '1',
  '-1',
  '99999999999999999999',
  `${mark}, *`,
)
const seldomOdd = mostly(
  fc.uuid(),
  fc.constantFrom(`${mark}-${randomUUID()}`, `${mark} ${mark}`, mark.repeat(90)),
)

/** Valid values, by schema name. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  Id: [
    '019ae1e5-0016-72bc-80b2-26737410feed',
    '019ae1e5-0015-7886-a92a-07cf17fe9dda',
    '019ae1e5-005a-771d-b3ca-8c83aadde3fb',
  ],
  Reference: ['microsoft', 'the-information', 'ms-ai-sales-targets', 'nobody'],
  Language: ['ko', 'en', 'fr', 'zh-Hant'],
}
const dates = ['2025', '2025-12-03', '2025-12-03T10:30:00Z', '1999-12']
/** Valid values for texts that the document does not describe further. */
const words = ['MS의 매출 목표', '"sales targets"', '100', '2025-12', 'https://example.com/note']

/** A value as described in the document. */
function valueOf(
  { name, schema }: Operation['parameters'][number],
  example: string | undefined,
  cursors: readonly string[],
): fc.Arbitrary<string> {
  if (name === 'cursor') return cursorNear(cursors)
  const known = example === undefined ? [] : [fc.constant(example)]
  if (schema.type === 'integer')
    return fc.oneof(...known, fc.integer({ min: 0, max: 6 }).map(String))
  const item = schema.items ?? schema
  if (item.$ref?.endsWith('/WorldDate') || /^(?:asserted|asOf|changed)/.test(name))
    return fc.oneof(...known, fc.constantFrom(...dates), anyDate)
  const values = item.enum ?? fitting[item.$ref?.split('/').at(-1) ?? '']
  if (!values) return fc.oneof(...known, fc.constantFrom(...words), madeUp)
  const maxLength = Math.min(schema.items ? 3 : 1, values.length)
  return fc.oneof(...known, fc.subarray([...values], { minLength: 1, maxLength }).map(String))
}

const anything = fc.oneof(oddText, anyDate, fc.jsonValue({ maxDepth: 3 }), fc.constant(null))

/** The example's body with some random values, any JSON, or no JSON at all. */
function bodyNear(example: unknown): fc.Arbitrary<string | undefined> {
  if (example === undefined) return fc.option(oddText, { nil: undefined })
  if (typeof example === 'string')
    return fc.oneof(
      { weight: 4, arbitrary: linesNear(example) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.nat(example.length), oddText)
          .map(([at, text]) => example.slice(0, at) + text + example.slice(at)),
      },
      { weight: 1, arbitrary: oddText },
    )
  const near = valueNear(example).map((body) =>
    typeof body === 'object' && body !== null && 'id' in body
      ? { ...body, id: randomUUID() }
      : body,
  )
  return fc.oneof(
    { weight: 4, arbitrary: near.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: anything.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: oddText },
  )
}

/** A bundle with some random values. */
function linesNear(bundle: string): fc.Arbitrary<string> {
  const lines = bundle.split('\n').filter((line) => line !== '')
  return fc
    .tuple(
      ...lines.map((line) => mostly(fc.constant(line), valueNear(JSON.parse(line)).map(lineOf))),
    )
    .map((made) => made.join('\n'))
}

function lineOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

/** The same with parts randomised or omitted, at any depth. */
function valueNear(example: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(example))
    return mostly<unknown>(fc.tuple(...example.map(valueNear)), anything, 12)
  if (typeof example === 'object' && example !== null) {
    const fields = Object.entries(example).map(([name, value]) => [name, valueNear(value)])
    const whole = fc.record(Object.fromEntries(fields))
    return fc.oneof(
      { weight: 9, arbitrary: whole },
      { weight: 2, arbitrary: fc.record(Object.fromEntries(fields), { requiredKeys: [] }) },
      { weight: 1, arbitrary: anything },
    )
  }
  const other = isDate(example) ? mostly(anyDate, anything) : anything
  return mostly<unknown>(fc.constant(example), other, 8)
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}(?:-\d\d)*(?:T|$)/.test(value)
}
