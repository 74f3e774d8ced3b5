/** What no client may be written to do: each of these lines must be an error of its own. */
import createClient from 'openapi-fetch'
import type { components, paths } from './api.ts'

const client = createClient<paths>({ baseUrl: 'https://counterpoint.example' })
const path = { id: '019ae1e5-0016-72bc-80b2-26737410feed' }
const header = { 'Idempotency-Key': 'one' }

const { data, error } = await client.GET('/v1/claims/{id}', { params: { path } })
// @ts-expect-error -- a field that no claim has
data?.verdict
// @ts-expect-error -- a field that some claims do not have
data?.figure.unit
// @ts-expect-error -- a status that there is not
data?.status === 'false'
// @ts-expect-error -- a field that no problem has
error?.message

// @ts-expect-error -- an address that there is not
await client.GET('/v1/verdicts')
// @ts-expect-error -- an id is missing
await client.GET('/v1/claims/{id}', { params: {} })
// @ts-expect-error -- a parameter that there is not
await client.GET('/v1/claims', { params: { query: { verdict: 'false' } } })
// @ts-expect-error -- a value that there is not
await client.GET('/v1/claims', { params: { query: { status: ['false'] } } })
// @ts-expect-error -- no key for retries
await client.POST('/v1/stories', { body: { title: 'A story' } })
// @ts-expect-error -- no title
await client.POST('/v1/stories', { params: { header }, body: {} })
// @ts-expect-error -- a field that no story takes
const story: components['schemas']['NewStory'] = { title: 'A story', verdict: '' }
await client.POST('/v1/stories', { params: { header }, body: story })
// @ts-expect-error -- no version
await client.PATCH('/v1/stories/{id}', { params: { path }, body: { title: 'Another' } })
await client.PATCH('/v1/stories/{id}', {
  params: { path, header: { 'If-Match': '"1"' } },
  // @ts-expect-error -- a title that is removed
  body: { title: null },
})
