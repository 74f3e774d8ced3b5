import { expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../../../src/domain/actor.ts'
import { id } from '../../../src/domain/references.ts'
import { jsonBody } from '../../../src/http/contract/body-format.ts'
import { route } from '../../../src/http/route.ts'
import { sampleHttp } from './sample.ts'

const common = { tag: 'service', summary: 's', description: 'd' } as const
const answers = { 200: { description: 'Done.', schema: z.object({ kind: z.enum(['a', 'b']) }) } }

it('types what a handler is asked from its contract', () => {
  const { http } = sampleHttp()

  route(http, {
    ...common,
    method: 'post',
    path: '/v1/types/{id}',
    operationId: 'types',
    scope: 'edit',
    params: z.object({ id }),
    query: z.object({ asOf: z.string().optional() }),
    body: jsonBody(z.strictObject({ n: z.int() })),
    answers,
  }).handle(({ params, query, body, actor, idempotency, versions, page }) => {
    expectTypeOf(params).toEqualTypeOf<{ id: string }>()
    expectTypeOf(query).toEqualTypeOf<{ asOf?: string | undefined }>()
    expectTypeOf(body).toEqualTypeOf<{ n: number }>()
    expectTypeOf(actor).toEqualTypeOf<Actor>()
    expectTypeOf(idempotency?.key).toEqualTypeOf<string | undefined>()
    expectTypeOf(versions).toEqualTypeOf<undefined>()
    expectTypeOf(page).toEqualTypeOf<undefined>()
    return { status: 200, body: { kind: 'a' } }
  })
})

it('does not compile when an answer is not what its contract declares', () => {
  const { http } = sampleHttp()
  const named = (operationId: string) =>
    route(http, { ...common, method: 'get', path: `/v1/${operationId}`, operationId, answers })

  // @ts-expect-error -- no such kind
  named('one').handle(() => ({ status: 200, body: { kind: 'c' } }))
  // @ts-expect-error -- no such status
  named('two').handle(() => ({ status: 201, body: { kind: 'a' } }))
  // @ts-expect-error -- no body
  named('three').handle(() => ({ status: 200 }))
  named('four').handle(({ actor }) => {
    expectTypeOf(actor).toEqualTypeOf<Actor | undefined>()
    return { status: 200, body: { kind: 'a' } }
  })
})

it('is refused at once when path and params name different things', () => {
  const { http } = sampleHttp()

  expect(() =>
    route(http, { ...common, method: 'get', path: '/v1/x/{id}', operationId: 'x', answers }),
  ).toThrow('/v1/x/{id} does not name')
})

it('hands on the parameters it declares, and keeps those of pages and languages to itself', async () => {
  const { http } = sampleHttp()
  const seen: unknown[] = []
  route(http, {
    ...common,
    method: 'get',
    path: '/v1/things',
    operationId: 'things',
    query: z.object({ q: z.string() }),
    page: z.string(),
    localized: true,
    answers,
  }).handle(({ query, page, language }) => {
    seen.push(query, page.limit, language)
    return { status: 200, body: { kind: 'a' } }
  })

  await http.request('/v1/things?limit=7&q=x&lang=ko')

  expect(seen).toEqual([{ q: 'x' }, 7, 'ko'])
})
