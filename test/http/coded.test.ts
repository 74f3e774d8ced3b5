import { describe, expect } from 'vitest'
import { adminKey } from '../support/api.ts'
import { askCoded } from '../support/coded.ts'
import { goodRequest } from '../support/good-requests.ts'
import { operationsIn } from '../support/open-api.ts'
import { it } from '../support/seed-api.ts'

const claim = '019ae1e5-0016-72bc-80b2-26737410feed'
const story = 'ms-ai-sales-targets'
const own = encodeURIComponent(`http://counterpoint.example/claims/${claim}`)

/** Everything that is not in the OpenAPI document. */
const pages = [
  '/',
  '/claims',
  `/claims/${claim}`,
  `/claims/${claim}.json`,
  `/claims/${claim}.jsonld`,
  `/claims/${claim}.svg`,
  `/claims/${claim}.png`,
  `/stories/${story}`,
  `/embed/claims/${claim}`,
  `/embed/stories/${story}`,
  '/embed',
  `/embed?address=${own}`,
  '/embed/claim-card-2.js',
  '/embed/card-builder.js',
  `/oembed?url=${own}`,
  `/oembed?format=xml&url=${own}`,
  '/docs',
  '/docs/start.js',
  '/docs/swagger-ui.css',
  '/docs/swagger-ui-bundle.js',
  '/docs/glossary',
  '/openapi.json',
  '/rules',
  '/rules/2',
  '/problems',
  '/problems/not-found',
  '/terms',
  '/nothing-here',
]

describe('a coded answer', () => {
  it('is the plain one once it is decoded, at every address', async ({ api, origin, refs }) => {
    refs('R1')
    const operations = operationsIn((await api('/openapi.json')).json)
    const reads = operations
      .filter(({ method }) => method === 'GET')
      .map((operation) => goodRequest(operation, {}).target)
    const coded: string[] = []

    for (const target of [...reads, ...pages]) {
      const ask = (headers: Record<string, string>, method = 'GET') =>
        askCoded(origin + target, { authorization: `Bearer ${adminKey}`, ...headers }, method)
      const plain = await ask({})
      const isPicture = target.endsWith('.png')
      for (const coding of ['br', 'gzip']) {
        const answer = await ask({ 'accept-encoding': coding })
        const head = await ask({ 'accept-encoding': coding }, 'HEAD')
        const isCoded = !isPicture && (plain.bytes.length > 1024 || target === '/v1/export')
        const etag = isCoded ? plain.headers.etag?.replace(/"$/, `-${coding}"`) : plain.headers.etag
        expect({ target, ...seen(answer) }).toEqual({
          target,
          ...seen(plain),
          coding: isCoded ? coding : undefined,
          etag,
        })
        expect({ target, ...seen(head), text: '' }).toEqual({ target, ...seen(answer), text: '' })
        if (isCoded && answer.bytes.length < plain.bytes.length) coded.push(target)
      }
      expect([target, /accept-encoding/i.test(plain.headers.vary ?? '')]).toEqual([
        target,
        !isPicture,
      ])
    }
    expect(reads.length).toBeGreaterThan(20)
    expect(new Set(coded).size).toBeGreaterThan(30)
  })

  it('is known by its ETag, in If-None-Match and in If-Match', async ({ api, origin, refs }) => {
    for (const target of [`/v1/claims/${refs('R1')}`, '/v1/claims', `/claims/${refs('R1')}`])
      for (const coding of ['br', 'gzip']) {
        const accepted = { 'accept-encoding': coding }
        const { headers } = await askCoded(origin + target, accepted)
        const { etag = '' } = headers
        expect(etag).toMatch(new RegExp(`-${coding}"$`))
        const again = await askCoded(origin + target, { ...accepted, 'if-none-match': etag })
        expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
        expect(again.headers.vary).toBe(headers.vary)
        expect(again.headers['content-encoding']).toBeUndefined()
      }

    const target = `/v1/claims/${refs('R1')}`
    for (const coding of ['br', 'gzip']) {
      const { headers } = await askCoded(origin + target, { 'accept-encoding': coding })
      const change = {
        method: 'PATCH',
        body: { texts: [{ lang: 'en', text: `In ${coding}.`, by: 'human' }] },
        headers: { 'if-match': headers.etag ?? '' },
      }
      expect([coding, (await api(target, change)).status]).toEqual([coding, 200])
      expect([coding, (await api(target, change)).status]).toEqual([coding, 412])
    }
  })
})

/** What must not depend on the coding. Requests have ids, in headers and in problem documents. */
function seen({ status, headers, text }: Awaited<ReturnType<typeof askCoded>>) {
  return {
    status,
    type: headers['content-type'],
    coding: headers['content-encoding'],
    etag: headers.etag,
    vary: headers.vary,
    text: text.replace(/urn:uuid:[0-9a-f-]+/g, ''),
  }
}
