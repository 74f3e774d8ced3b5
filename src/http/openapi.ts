import type { RouteConfig } from '@hono/zod-openapi'
import type { Answer, Contract } from './contract.ts'
import type { Http } from './env.ts'
import { componentsOf, type Components } from './openapi-components.ts'
import { headersOf, parametersIn } from './openapi-parameters.ts'
import { problemCatalogue, type ProblemCode } from './problem-catalogue.ts'
import { problemSchema } from './problem-schema.ts'

type Responses = RouteConfig['responses']

/**
 * Writes a contract into the app's OpenAPI document. The schemas are made by zod itself, which says
 * what it validates; the generator of the registry forbids `null` in nullable references.
 */
export function describeRoute(http: Http, contract: Contract): void {
  const { method, path, operationId, tag, summary, description, scope, body } = contract
  const components = componentsOf(http)
  http.openAPIRegistry.registerPath({
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    description: scope ? `${description}\n\nNeeds a key with the scope \`${scope}\`.` : description,
    security: scope ? [{ key: [] }] : [],
    parameters: [...parametersIn(components, contract), ...headersOf(contract)],
    ...(body && {
      request: {
        body: {
          required: true,
          content: contentOf(body.mediaTypes, components.reference(body.schema, 'input')),
        },
      },
    }),
    responses: { ...answersOf(components, contract), ...problemsOf(components, contract) },
  })
}

function answersOf(components: Components, { answers, method }: Contract): Responses {
  const schema = { type: 'string' as const }
  const headers = { ETag: { description: 'Of this representation.', schema } }
  return mapEntries(answers, (answer) => ({
    description: answer.description,
    ...(method === 'get' && { headers }),
    content: answerContent(components, answer),
  }))
}

function answerContent(components: Components, answer: Answer) {
  return 'mediaType' in answer
    ? contentOf([answer.mediaType], { type: 'string' })
    : contentOf(['application/json'], components.reference(answer.schema, 'output'))
}

function problemsOf(components: Components, contract: Contract): Responses {
  const codes = impliedProblems(contract)
  const byStatus = Map.groupBy(codes, (code) => problemCatalogue[code].status)
  const content = contentOf(
    ['application/problem+json'],
    components.reference(problemSchema, 'output'),
  )
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const lines = codes.map((code) => `\`${code}\`: ${problemCatalogue[code].title}.`)
      return [status, { description: lines.join(' '), content }]
    }),
  )
}

/** Every problem a route may answer, in the order in which it is looked for. */
export function impliedProblems(contract: Contract): ProblemCode[] {
  const { method, params, scope, body, ifMatch, problems = [] } = contract
  const isRetried = method === 'post' && scope !== undefined
  const implied: (ProblemCode | false | undefined)[] = [
    'bad-query',
    'unauthorized',
    'not-acceptable',
    params && 'not-found',
    scope && 'forbidden',
    body && 'unsupported-media-type',
    body && 'payload-too-large',
    body && 'malformed',
    (isRetried || ifMatch) && 'bad-header',
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

function contentOf(mediaTypes: readonly string[], schema: object) {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]))
}

function mapEntries<V, R>(record: Readonly<Record<string, V>>, map: (value: V) => R) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
