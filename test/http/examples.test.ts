import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { describe, expect } from 'vitest'
import { examples, type Example } from '../../src/http/openapi/examples.ts'
import { it as withApi, type Api } from '../support/api.ts'

const it = withApi.extend('document', { scope: 'file' }, async ({ api }) => {
  const body = readFileSync('db/seed/newsletter.ndjson', 'utf8')
  await api('/v1/import', { body, headers: { 'content-type': 'application/x-ndjson' } })
  return openApi.parse((await api('/openapi.json')).json)
})

const openApi = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
})

describe('the OpenAPI document', () => {
  it('has an example of every operation, and none of another', ({ document }) => {
    expect(Object.keys(examples).toSorted()).toEqual(
      operationsOf(document)
        .map(({ operationId }) => operationId)
        .toSorted(),
    )
  })

  it('has examples that the demo record answers well, every one', async ({ api, document }) => {
    const operations = new Map(operationsOf(document).map((each) => [each.operationId, each]))
    const made = new Map<string, string>()
    for (const [operationId, example] of Object.entries(examples)) {
      const operation = operations.get(operationId)
      const answer = operation && (await send(api, operation, example, made))
      const { id } = withId.safeParse(answer?.json).data ?? {}
      if (id !== undefined) made.set(`$${operationId}`, id)
      const isPromised =
        answer && Object.keys(operation?.responses ?? {}).includes(`${answer.status}`)
      expect([operationId, isPromised, answer?.status, answer?.text]).toEqual([
        operationId,
        true,
        expect.toSatisfy((status: number) => status < 300),
        expect.anything(),
      ])
    }
  })
})

const withId = z.object({ id: z.string() })

function operationsOf({ paths }: z.output<typeof openApi>) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
}

async function send(
  api: Api,
  operation: ReturnType<typeof operationsOf>[number],
  { path = {}, query = {}, body, ifMatch }: Example,
  made: ReadonlyMap<string, string>,
) {
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(made.get(path[name] ?? '') ?? path[name] ?? ''),
  )
  const [mediaType = ''] = Object.keys(operation.requestBody?.content ?? {})
  return api(`${address}?${new URLSearchParams(query).toString()}`, {
    method: operation.method.toUpperCase(),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: {
      ...(body !== undefined && { 'content-type': mediaType }),
      ...(ifMatch && { 'if-match': ifMatch }),
    },
  })
}
