import type { RouteConfig } from '@hono/zod-openapi'
import type { BodyFormat } from '../contract/body-format.ts'
import type { Answer, Contract } from '../contract/contract.ts'
import type { Http } from '../contract/env.ts'
import { componentsOf, type Components } from './components.ts'
import type { Example } from './example.ts'
import { leftExamples } from './left-examples.ts'
import { headersOf, parametersIn } from './parameters.ts'
import { seqHeader } from '../request/seq-header.ts'
import { seqAnswer, seqParameter } from './seq-component.ts'
import { problemCatalogue, type ProblemCode } from '../problems/catalogue.ts'
import { problemSchema } from '../problems/schema.ts'

type Responses = RouteConfig['responses']

/**
 * Adds a contract to the app's OpenAPI document. The schemas come from zod itself, which knows what
 * it validates; the registry's generator forbids `null` in nullable references.
 */
export function describeRoute(http: Http, contract: Contract, example?: Example): void {
  const { method, path, operationId, tag, summary, scope, body } = contract
  const components = componentsOf(http)
  http.openAPIRegistry.registerPath({
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    description: described(contract),
    security: scope ? [{ key: [] }] : [],
    parameters: [
      ...parametersIn(components, contract, example),
      ...headersOf(contract),
      ...(contract.readsRecord ? [seqParameter(http)] : []),
    ],
    ...(body && {
      request: {
        body: {
          required: true,
          content: contentOf(body.mediaTypes, bodySchema(components, body), example?.body),
        },
      },
    }),
    responses: { ...answersOf(http, components, contract), ...problemsOf(components, contract) },
  })
}

/** A document has its schema; a body of lines is text, each line of which fits the schema. */
function described({ description, method, scope }: Contract): string {
  if (!scope) return description
  const preview =
    scope === 'edit' && method !== 'get' ? ' A key with the scope `contribute` may preview it.' : ''
  return `${description}\n\nNeeds a key with the scope \`${scope}\`.${preview}`
}

function bodySchema(components: Components, { mediaTypes: [mediaType], schema }: BodyFormat) {
  const reference = components.reference(schema, 'input')
  if (mediaType.endsWith('json') && !mediaType.includes('ndjson')) return reference
  return { type: 'string', contentMediaType: mediaType, contentSchema: reference }
}

function answersOf(http: Http, components: Components, contract: Contract): Responses {
  const { answers, method, uncached, writesRecord } = contract
  const isStored = method === 'get' && !uncached
  const described = Object.entries(answers).map(([status, answer]) => [
    status,
    {
      description: answer.description,
      headers: {
        ...(isStored && { ETag: header('The ETag of this representation.') }),
        ...(status === '201' && { Location: header('The path of the created object.') }),
        ...(writesRecord && !isPreviewOf(answers, status) && { [seqHeader]: seqAnswer(http) }),
      },
      content: answerContent(components, answer),
    },
  ])
  const unchanged = { description: 'Not changed since the ETag in `If-None-Match`.' }
  return Object.fromEntries([...described, ...(isStored ? [[304, unchanged]] : [])])
}

/** What would be created is answered with 200, and only a preview is. */
function isPreviewOf(answers: Contract['answers'], status: string): boolean {
  return status === '200' && answers[201] !== undefined
}

function header(description: string) {
  return { description, schema: { type: 'string' as const } }
}

/**
 * The plain text of an answer stands in its description only: clients that are generated take the
 * union of all media types for what they get.
 */
function answerContent(components: Components, answer: Answer) {
  return 'mediaType' in answer
    ? contentOf([answer.mediaType], { type: 'string' })
    : contentOf(['application/json'], components.reference(answer.schema, 'output'))
}

function problemsOf(components: Components, contract: Contract): Responses {
  const codes = impliedProblems(contract)
  const byStatus = Map.groupBy(codes, (code) => problemCatalogue[code].status)
  const schema = components.reference(problemSchema, 'output')
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const lines = codes.map((code) => `\`${code}\`: ${problemCatalogue[code].title}.`)
      const examples = Object.fromEntries(
        codes.map((code) => [code, { value: problemExample(code) }]),
      )
      const content = { 'application/problem+json': { schema, examples } }
      const headers = adviceOf[status]
      return [status, { description: lines.join(' '), ...(headers && { headers }), content }]
    }),
  )
}

const challenge = {
  'WWW-Authenticate': header('The required credentials, and what is wrong with those sent.'),
}
const delay = { 'Retry-After': header('Seconds to wait.') }

/** Headers that accompany the problems of a status. */
const adviceOf: Readonly<Record<number, Record<string, ReturnType<typeof header>>>> = {
  301: { Location: header('The address of the survivor in the same form.') },
  401: challenge,
  403: challenge,
  415: {
    Accept: header('The accepted media types, if the Content-Type is not one of them.'),
    'Accept-Encoding': header('`identity`, if the body had a Content-Encoding.'),
  },
  429: delay,
  503: delay,
}

function problemExample(code: ProblemCode): object {
  const { status, title, meaning } = problemCatalogue[code]
  const standing =
    code === 'gone' || code === 'legally-withheld' || code === 'merged' ? leftExamples[code] : {}
  return { type: `/problems/${code}`, title, status, detail: meaning, ...standing }
}

/** Every problem that a route may answer, in the order of the checks. */
function impliedProblems(contract: Contract): ProblemCode[] {
  const { method, params, scope, forAnyone, body, ifMatch, readsRecord, problems = [] } = contract
  const isRetried = method === 'post' && scope !== undefined
  const implied: (ProblemCode | false | undefined)[] = [
    'bad-query',
    !forAnyone && 'unauthorized',
    'not-acceptable',
    params && 'not-found',
    scope && 'forbidden',
    body && 'unsupported-media-type',
    body && 'payload-too-large',
    body && 'malformed',
    (isRetried || ifMatch || readsRecord) && 'bad-header',
    body && 'invalid',
    isRetried && 'key-reused',
    ifMatch && 'precondition-required',
    ifMatch && 'precondition-failed',
    'too-many-requests',
    'internal',
    'unavailable',
  ]
  return [
    ...new Set([...implied.filter((code) => code !== undefined && code !== false), ...problems]),
  ]
}

function contentOf(mediaTypes: readonly string[], schema: object, example?: unknown) {
  const content = example === undefined ? { schema } : { schema, example }
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, content]))
}
