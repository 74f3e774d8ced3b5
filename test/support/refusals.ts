import { expect } from 'vitest'
import { z } from 'zod'
import type { Operation } from './open-api.ts'
import { withHeader, withQuery } from './good-requests.ts'
import type { RawRequest } from './raw-http.ts'

/** How a refusal must look. */
export interface Wanted {
  readonly status: number
  /** The problem's code, with which its `type` ends. */
  readonly type: string
  readonly headers?: Readonly<Record<string, unknown>>
  /** One of its `errors`, as pointer and code. */
  readonly error?: string
}

/** What is wrong with a refused request, and the operations for which it can be wrong. */
export interface Refusal {
  readonly what: string
  readonly concerns: (operation: Operation) => boolean
  /** Turns a good request into one or several that are refused. */
  readonly breakIt: (
    request: RawRequest,
    operation: Operation,
    keys: { readonly contributor: string },
  ) => RawRequest | readonly RawRequest[]
  readonly wanted: (operation: Operation) => Wanted
}

/** One byte above the limit. */
export function tooLargeFor(operation: Operation): string {
  return 'x'.repeat(kibibytesOf(operation) * 1024 + 1)
}

/** A draft to look up or check may be longer than anything else in JSON. */
function kibibytesOf(operation: Operation): number {
  if (isDraft(operation)) return 2304
  return isJson(operation) ? 64 : 5 * 1024
}

/** Its text may have whatever pages have. */
function isDraft({ operationId }: Operation): boolean {
  return operationId === 'lookUpText' || operationId === 'checkDraft'
}

const bearer = 'Bearer realm="counterpoint"'
const any = () => true
const hasBody = ({ mediaTypes }: Operation) => mediaTypes.length > 0
const isJson = ({ mediaTypes }: Operation) => mediaTypes.includes('application/json')
const isPatch = ({ method }: Operation) => method === 'PATCH'
const needsKey = ({ security }: Operation) => security.length > 0
const takes = (name: string) => (operation: Operation) =>
  operation.parameters.some((parameter) => parameter.name === name)
const isAdding = ({ operationId }: Operation) =>
  ['addSource', 'addReport', 'addClaim', 'addLink', 'addStory'].includes(operationId)

/** Faults in the form of a request, which do not depend on its operation. */
const ofForm: readonly Refusal[] = [
  {
    what: 'a method that the address does not know',
    concerns: any,
    breakIt: (request) => ({ ...request, method: 'DELETE' }),
    wanted: ({ method }) => ({
      status: 405,
      type: 'method-not-allowed',
      headers: { allow: expect.stringMatching(new RegExp(`\\b${method}\\b.*OPTIONS`)) },
    }),
  },
  {
    what: 'an Accept that nothing here fits',
    concerns: any,
    breakIt: (request) => withHeader(request, 'accept', 'image/png'),
    wanted: () => ({ status: 406, type: 'not-acceptable' }),
  },
  {
    what: 'a bad key, even where none is needed',
    concerns: ({ operationId }) => !/^get(?:Health|Readiness)$/.test(operationId),
    breakIt: (request) =>
      ['Bearer nobody', 'Basic YTpi', 'Bearer', 'Bearer a b'].map((value) =>
        withHeader(request, 'authorization', value),
      ),
    wanted: () => ({
      status: 401,
      type: 'unauthorized',
      headers: { 'www-authenticate': `${bearer}, error="invalid_token"` },
    }),
  },
  {
    what: 'no key',
    concerns: needsKey,
    breakIt: (request) => withHeader(request, 'authorization'),
    wanted: () => ({ status: 401, type: 'unauthorized', headers: { 'www-authenticate': bearer } }),
  },
  {
    what: 'a key that may not',
    concerns: needsKey,
    breakIt: (request, _, { contributor }) =>
      withHeader(request, 'authorization', `Bearer ${contributor}`),
    wanted: () => ({
      status: 403,
      type: 'forbidden',
      headers: {
        'www-authenticate': expect.stringMatching(/error="insufficient_scope", scope="\w+"$/),
      },
    }),
  },
  {
    what: 'a parameter that there is not',
    concerns: any,
    breakIt: (request) => withQuery(request, 'zq9=1'),
    wanted: () => ({ status: 400, type: 'bad-query', error: '/zq9 unknown-parameter' }),
  },
  {
    what: 'a parameter twice',
    concerns: takes('lang'),
    breakIt: (request) => ({
      ...request,
      target: `${request.target.split('?')[0]}?lang=en&lang=en`,
    }),
    wanted: () => ({ status: 400, type: 'bad-query', error: '/lang repeated' }),
  },
  {
    what: 'a parameter of no good value',
    concerns: ({ parameters }) => parameters.some((parameter) => parameter.in === 'query'),
    breakIt: (request, { parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'query')
        .flatMap(({ name }) =>
          ['', '%ff'].map((value) => ({
            ...request,
            target: `${request.target.split('?')[0]}?${name}=${value}`,
          })),
        ),
    wanted: () => ({ status: 400, type: 'bad-query' }),
  },
  {
    what: 'a page that there is not',
    concerns: takes('cursor'),
    breakIt: (request) =>
      ['limit=0', 'limit=201', 'limit=01', 'cursor=bm9uZQ'].map((parameter) =>
        withQuery({ ...request, target: request.target.replace(/[?&]limit=\d+/, '') }, parameter),
      ),
    wanted: () => ({ status: 400, type: 'bad-query' }),
  },
  {
    what: 'no good Content-Type',
    concerns: hasBody,
    breakIt: (request, { mediaTypes: [mediaType] }) => [
      withHeader(request, 'content-type'),
      ...['text/plain', `${mediaType}; charset=euc-kr`].map((value) =>
        withHeader(request, 'content-type', value),
      ),
    ],
    wanted: ({ mediaTypes }) => ({
      status: 415,
      type: 'unsupported-media-type',
      headers: { accept: mediaTypes.join(', ') },
    }),
  },
  {
    what: 'a Content-Encoding',
    concerns: hasBody,
    breakIt: (request) =>
      ['gzip', 'identity'].map((value) => withHeader(request, 'content-encoding', value)),
    wanted: () => ({
      status: 415,
      type: 'unsupported-media-type',
      headers: { 'accept-encoding': 'identity' },
    }),
  },
  {
    what: 'a body that is too large, announced and in chunks',
    concerns: hasBody,
    breakIt: (request, operation) => {
      const body = tooLargeFor(operation)
      return [
        { ...request, body },
        { ...request, body, isChunked: true },
      ]
    },
    wanted: () => ({ status: 413, type: 'payload-too-large' }),
  },
  {
    what: 'a body that cannot be read',
    concerns: hasBody,
    breakIt: (request) =>
      [
        '',
        ' \n',
        '{',
        '{"a":1,"a":2}',
        '{"__proto__":{}}',
        '\uFEFF{}',
        '[1e999]',
        '['.repeat(33) + ']'.repeat(33),
        Buffer.from([0x22, 0xff, 0x22]),
        Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
      ].map((body) => ({ ...request, body })),
    wanted: () => ({ status: 400, type: 'malformed' }),
  },
  {
    what: 'no Idempotency-Key, or none that is one',
    concerns: takes('Idempotency-Key'),
    breakIt: (request) => [
      withHeader(request, 'idempotency-key'),
      ...['', 'a b', 'x'.repeat(256), '\u00e9'].map((value) =>
        withHeader(request, 'idempotency-key', value),
      ),
      { ...request, headers: [...request.headers, ['idempotency-key', 'another']] },
    ],
    wanted: () => ({ status: 400, type: 'bad-header' }),
  },
  {
    what: 'an Idempotency-Key that came with another request',
    concerns: takes('Idempotency-Key'),
    breakIt: (request) => withHeader(request, 'idempotency-key', 'used'),
    wanted: () => ({ status: 422, type: 'key-reused' }),
  },
  {
    what: 'no If-Match, or one that names no version',
    concerns: takes('If-Match'),
    breakIt: (request) => [withHeader(request, 'if-match'), withHeader(request, 'if-match', '*')],
    wanted: () => ({ status: 428, type: 'precondition-required' }),
  },
  {
    what: 'an If-Match that is none',
    concerns: takes('If-Match'),
    breakIt: (request) =>
      ['1', '"0', "'1'", ''].map((value) => withHeader(request, 'if-match', value)),
    wanted: () => ({ status: 400, type: 'bad-header', error: '/if-match invalid' }),
  },
  {
    what: 'a version that is not the one that is there',
    concerns: takes('If-Match'),
    breakIt: (request) =>
      ['"7.118"', '"0"', '"x"', '"7-gzip"'].map((value) => withHeader(request, 'if-match', value)),
    wanted: () => ({ status: 412, type: 'precondition-failed' }),
  },
]

const unfitTexts: readonly (readonly [code: string, text: string])[] = [
  ['lone-surrogate', 'a\uD800'],
  ['control-character', 'a\u0000'],
  ['control-character', 'a\u0085'],
  ['control-character', 'a\r\n'],
  ['bidi-control', 'a\u202E'],
  ['unbalanced-isolate', 'a\u2066'],
  ['noncharacter', 'a\uFFFE'],
  ['replacement-character', 'a\uFFFD'],
  ['unbalanced-isolate', 'a\u2069'],
  ['private-use', 'a\uE000'],
  ['unassigned', 'a\u0378'],
  ['tag-character', 'a\u{E0061}'],
  ['annotation-character', 'a\uFFF9'],
  ['stacked-marks', 'a\u0301\u0301\u0301\u0301\u0301'],
  ['blank', ''],
  ['blank', ' \u200B'],
]

/** Faults in the content of a request. */
const ofContent: readonly Refusal[] = [
  ...unfitTexts.map(([code, text]): Refusal => ({
    what: `a text that is unfit: ${code}`,
    concerns: (operation) => hasBody(operation) && !isDraft(operation),
    breakIt: (request, operation) =>
      withBody(request, (body) => withText(body, textOf(operation.operationId), text)),
    wanted: ({ operationId }) => ({
      status: 422,
      type: 'invalid',
      error: `/${textOf(operationId).join('/')} ${code}`,
    }),
  })),
  {
    what: 'a text that is too long',
    concerns: hasBody,
    breakIt: (request, operation) => {
      const text = 'x'.repeat(isDraft(operation) ? 1024 * 1024 + 1 : 5001)
      return withBody(request, (body) => withText(body, textOf(operation.operationId), text))
    },
    wanted: ({ operationId }) => ({
      status: 422,
      type: 'invalid',
      error: `/${textOf(operationId).join('/')} too-long`,
    }),
  },
  {
    what: 'a name or a title of several lines',
    concerns: ({ operationId }) => namesInOneLine.test(operationId),
    breakIt: (request, { operationId }) =>
      ['a\nb', 'a\tb', 'a\u2028b'].map((name) =>
        withBody(request, (body) => withText(body, textOf(operationId), name)),
      ),
    wanted: ({ operationId }) => ({
      status: 422,
      type: 'invalid',
      error: `/${textOf(operationId).join('/')} line-break`,
    }),
  },
  {
    what: 'a field that there is not',
    concerns: hasBody,
    breakIt: (request) => withBody(request, (body) => ({ ...body, zq9: 1 })),
    wanted: () => ({ status: 422, type: 'invalid', error: '/zq9 unknown-field' }),
  },
  {
    what: 'nothing of what is needed, or what is no object',
    concerns: (operation) => isJson(operation) && !isPatch(operation),
    breakIt: (request) => ['{}', '[]', 'null', '1'].map((body) => ({ ...request, body })),
    wanted: () => ({ status: 422, type: 'invalid' }),
  },
  {
    what: 'a date that there is not',
    concerns: ({ operationId }) => Object.hasOwn(dateOf, operationId),
    breakIt: (request, { operationId }) =>
      ['2025-02-30', '20204', '2025-13', '2025-12-03T25:00:00Z'].map((date) =>
        withBody(request, (body) => ({ ...body, [dateOf[operationId] ?? '']: date })),
      ),
    wanted: () => ({ status: 422, type: 'invalid' }),
  },
  {
    what: 'a reference to nothing',
    concerns: ({ operationId }) => Object.hasOwn(referenceOf, operationId),
    breakIt: (request, { operationId }) => {
      const [field = '', value] = referenceOf[operationId] ?? []
      return withBody(request, (body) => ({ ...body, [field]: value }))
    },
    wanted: () => ({ status: 422, type: 'invalid' }),
  },
  {
    what: 'a link that the rules refuse',
    concerns: ({ operationId }) => operationId === 'addLink',
    breakIt: (request) =>
      withBody(request, () => ({ relation: 'rebuts', from: claim, to: { claim } })),
    wanted: () => ({ status: 422, type: 'invalid', error: '/to/claim no-self-link' }),
  },
  {
    what: 'an id that is taken',
    concerns: isAdding,
    breakIt: (request, { operationId }) =>
      withBody(request, (body) => ({ ...body, ...fitting[operationId], id: claim })),
    wanted: () => ({ status: 409, type: 'conflict' }),
  },
]

/** Every fault that a single request can have, without load or other requests. */
export const refusals: readonly Refusal[] = [...ofForm, ...ofContent]

const claim = '019ae1e5-0016-72bc-80b2-26737410feed'
const other = '019ae1e5-0036-7b5f-927e-69a2bd8e6fc3'

/** Makes an example work without those before it. */
const fitting: Readonly<Record<string, object>> = {
  addReport: { source: 'microsoft' },
  addClaim: { speaker: 'microsoft', citations: [] },
  addLink: { relation: 'supports', from: other, to: { claim } },
  addStory: { claims: [] },
}

const dateOf: Readonly<Record<string, string>> = {
  addClaim: 'assertedAt',
  addReport: 'publishedAt',
  amendClaim: 'assertedAt',
  amendReport: 'publishedAt',
  withdrawClaim: 'at',
  endLink: 'at',
}

const referenceOf: Readonly<Record<string, readonly [field: string, value: unknown]>> = {
  addReport: ['source', 'nobody'],
  addClaim: ['about', ['nobody']],
  addLink: ['from', 'nobody'],
  addStory: ['claims', ['nobody']],
  amendClaim: ['about', ['nobody']],
  amendStory: ['claims', ['nobody']],
  amendReport: ['source', 'nobody'],
  citeClaim: ['report', 'nobody'],
  citeLink: ['report', 'nobody'],
}

/** Where an operation accepts a text of the record. */
function textOf(operationId: string): readonly string[] {
  const path = texts.find(([operations]) => operations.test(operationId))?.[1]
  if (!path) throw new Error(`Say where ${operationId} takes a text.`)
  return path
}

const namesInOneLine = /^(createKey|(add|amend)(Source|Report|Story))$/

const texts: readonly (readonly [operations: RegExp, path: readonly string[]])[] = [
  [/^(void|withdraw|end|merge)/, ['reason']],
  [/^redact/, ['statement']],
  [/^cite/, ['quote']],
  [/^fileCounterpoint$/, ['claim', 'text']],
  [/^(lookUpText|checkDraft|importBundle|(add|amend)Claim)$/, ['text']],
  [/^(createKey|(add|amend)Source)$/, ['name']],
  [/^(add|amend)(Report|Story)$/, ['title']],
  [/^(add|amend)Link$/, ['note']],
]

type Body = Record<string, unknown>

/** With another body; in a bundle, the last line is changed. */
function withBody(request: RawRequest, change: (body: Body) => Body): RawRequest {
  const lines = String(request.body).split('\n')
  const last = z.record(z.string(), z.unknown()).parse(JSON.parse(lines.at(-1) ?? ''))
  return { ...request, body: [...lines.slice(0, -1), JSON.stringify(change(last))].join('\n') }
}

function withText(body: Body, [name = '', ...rest]: readonly string[], text: string): Body {
  if (rest.length === 0) return { ...body, [name]: text }
  return {
    ...body,
    [name]: withText(z.record(z.string(), z.unknown()).parse(body[name]), rest, text),
  }
}
