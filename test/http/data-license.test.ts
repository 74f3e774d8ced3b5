import pino from 'pino'
import { describe, expect } from 'vitest'
import { createApp } from '../../src/app.ts'
import { dataLicenseOf } from '../../src/domain/data-license.ts'
import { it as withApi } from '../support/api.ts'
import { seedBundle } from '../support/seed.ts'

const claim = '/claims/019ae1e5-0016-72bc-80b2-26737410feed'
const story = '/stories/ms-ai-sales-targets'
const url = 'https://creativecommons.org/licenses/by/4.0/'

const it = withApi
  .extend('seeded', { scope: 'file', auto: true }, async ({ api }) => {
    await api('/v1/import', {
      body: seedBundle(),
      headers: { 'content-type': 'application/x-ndjson' },
    })
    return true
  })
  /** Asks a service whose operator states that licence of the data. */
  .extend('ask', { scope: 'file' }, ({ db }) => (path: string, text?: string, accept = '*/*') => {
    const http = createApp({
      db,
      log: pino({ level: 'silent' }),
      publicUrl: new URL('http://counterpoint.example'),
      isServing: () => true,
      dataLicense: text === undefined ? undefined : dataLicenseOf(text),
    })
    return Promise.resolve(http.request(path, { headers: { accept } }))
  })

describe('a licence of the data that is stated', () => {
  it.for([claim, story, '/claims', '/check', '/terms'])(
    'stands on the page %s',
    async (path, { ask }) => {
      const english = await (await ask(path, 'CC-BY-4.0', 'text/html')).text()
      const korean = await (await ask(`${path}?lang=ko`, 'CC-BY-4.0', 'text/html')).text()

      for (const page of [english, korean])
        expect(page).toContain(`<a rel="license" href="${url}">CC-BY-4.0</a>`)
      expect(korean).toContain('데이터 이용 허락 조건:')
    },
  )

  it.for([`${claim}.jsonld`, `${story}.jsonld`])('stands in %s', async (path, { ask }) => {
    expect(await (await ask(path, 'CC-BY-4.0')).json()).toMatchObject({ license: url })
    expect(await (await ask(path)).json()).not.toHaveProperty('license')
  })

  it('is in the first line of an export, which imports ignore', async ({ ask, api }) => {
    const answer = await ask('/v1/export', 'CC-BY-4.0')
    const [header = '', ...lines] = (await answer.text()).trimEnd().split('\n')
    const plain = await (await ask('/v1/export')).text()
    const other = await (await ask('/v1/export', 'https://a.example/terms')).text()

    expect(answer.headers.get('link')).toBe(`<${url}>; rel="license"`)
    expect(JSON.parse(header)).toEqual({
      type: 'bundle',
      duplicates: 'new',
      license: 'CC-BY-4.0',
    })
    expect(JSON.parse(other.split('\n')[0] ?? '')).toMatchObject({
      license: 'https://a.example/terms',
    })
    const source = { type: 'source', kind: 'outlet', name: 'From elsewhere' }
    const { status, json } = await api('/v1/import', {
      body: [header, JSON.stringify(source)].join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    })
    expect([status, json]).toMatchObject([200, { accepted: 1 }])
    expect(lines).toEqual(plain.trimEnd().split('\n').slice(1))
  })

  it('is in the description of the API', async ({ ask }) => {
    const document = await (await ask('/openapi.json', 'CC-BY-4.0')).json()

    expect(document).toMatchObject({ info: { license: { identifier: 'CC-BY-4.0' } } })
  })
})

describe('terms that are not stated', () => {
  it.for([claim, story, '/claims', '/check', '/terms'])(
    'are stated on the page %s',
    async (path, { ask }) => {
      const page = await (await ask(path, undefined, 'text/html')).text()

      expect(page).toContain('Terms for using the data are not stated.')
      expect(page).not.toContain('rel="license"')
    },
  )

  it('are not stated by an export', async ({ ask }) => {
    const answer = await ask('/v1/export')

    expect(answer.headers.get('link')).toBeNull()
    expect((await answer.text()).split('\n')[0]).not.toContain('license')
  })
})
