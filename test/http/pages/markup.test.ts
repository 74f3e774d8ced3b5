import { brotliDecompressSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { it } from '../../support/seed-api.ts'
import { addressOf, sitePages } from '../../support/site-pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How the server writes them.
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': ['error', { style: 'selfclosing' }],
    'attribute-boolean-style': 'off',
    // Titles are the words of the record.
    'long-title': 'off',
    // Several may be chosen.
    'form-dup-name': ['error', { shared: ['checkbox'] }],
    // The rules number their sections.
    'valid-id': ['error', { relaxed: true }],
  },
})

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

describe.for(['en', 'ko'])('in %s', (lang) => {
  it.for(sitePages)('%s is valid HTML', async ([, path], { api, refs }) => {
    const { text } = await api(addressOf(path, refs, lang), asBrowser)

    const { results } = await validator.validateString(text)

    expect(results.flatMap(({ messages }) => messages.map((each) => each.message))).toEqual([])
  })

  it.for(sitePages)(
    '%s keeps the language in every link to a page',
    async ([, path], { api, refs }) => {
      const { text } = await api(addressOf(path, refs, lang), asBrowser)

      const [, body = ''] = /<body>(.*)<\/body>/s.exec(text) ?? []
      const links = [...body.matchAll(/<a\b([^>]*)>/g)].map(([, attributes = '']) => ({
        isSwitch: attributes.includes('hreflang='),
        address: new URL(
          (/href="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&amp;', '&'),
          'http://counterpoint.example/',
        ),
      }))
      const lost = links.filter(
        ({ isSwitch, address: { host, pathname, searchParams, hash } }) =>
          host === 'counterpoint.example' &&
          !/^\/(?:v1|docs|openapi\.json)\b|\.\w+$/.test(pathname) &&
          !(pathname === '/' && hash !== '') &&
          (searchParams.get('lang') || searchParams.get('page')) !==
            (isSwitch ? { en: 'ko', ko: 'en' }[lang] : lang),
      )
      expect(links.length).toBeGreaterThan(3)
      expect(lost.map(({ address }) => address.href)).toEqual([])
    },
  )
})

describe('every page', () => {
  it.for(sitePages)(
    '%s is at most 30 kB before fonts, and runs nothing but its own script',
    async ([, path], { origin, refs }) => {
      for (const lang of ['en', 'ko']) {
        const headers = { accept: 'text/html', 'accept-encoding': 'br' }
        const bytes = await rawBytes(new URL(addressOf(path, refs, lang), origin), headers)

        expect(bytes.length).toBeLessThanOrEqual(path.startsWith('/claims/') ? 14_600 : 30_000)
        const text = brotliDecompressSync(bytes).toString()
        expect(text).not.toMatch(
          /<(?:img|script(?! type="application\/ld\+json"| type="module" src="\/(?:scripts|embed)\/))|\bon\w+="|style="/,
        )
      }
    },
  )

  it.for(['/', '/claims/R1', '/rules'])(
    '%s says where it is in each language',
    async (path, { api, refs }) => {
      const address = `http://counterpoint.example${path.replace('R1', refs('R1'))}`
      const read = async (query: string) =>
        (await api(path.replace('R1', refs('R1')) + query, asBrowser)).text

      const [bare, korean] = await Promise.all([read(''), read('?lang=ko')])

      expect(bare).toContain(`<link rel="canonical" href="${address}"/>`)
      expect(korean).toContain(`<link rel="canonical" href="${address}?lang=ko"/>`)
      for (const text of [bare, korean]) {
        for (const each of ['en', 'ko'])
          expect(text).toContain(`hreflang="${each}" href="${address}?lang=${each}"`)
        expect(text).toContain(`hreflang="x-default" href="${address}"`)
      }
    },
  )
})

describe('fonts', () => {
  it('are served under an address that names their version, for ever', async ({ api }) => {
    const { text: page } = await api('/', asBrowser)
    const [, sheet = ''] = /<link rel="stylesheet" href="([^"]*)"/.exec(page) ?? []
    const { text: css, headers } = await api(sheet)
    const names = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, name = '']) => name)
    const folder = sheet.replace(/[^/]*$/, '')

    expect(sheet).toMatch(/^\/fonts\/[0-9a-f]{16}\/words\.css$/)
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => !/^[\w-]+\.woff2$/.test(name))).toEqual([])
    for (const answer of [{ headers }, await api(folder + (names[0] ?? ''))])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const name of names) expect((await api(folder + name)).status).toBe(200)
    const licence = /license: ([\w-]+\.txt)/i.exec(css)?.[1]
    expect((await api(folder + licence)).text).toContain('SIL OPEN FONT LICENSE')
  })

  it('of another version are lent for a moment, and nothing else is there', async ({ api }) => {
    const other = await api('/fonts/0000000000000000/words.css')

    expect([other.status, other.headers.get('cache-control')]).toEqual([200, 'public, max-age=60'])
    for (const name of ['package.json', 'x.woff2', '..%2fpackage.json', '%00'])
      expect((await api(`/fonts/0000000000000000/${name}`)).status).toBe(404)
  })
})

it('crawlers and tabs find what they ask for', async ({ api }) => {
  const robots = await api('/robots.txt')
  const icon = await api('/favicon.svg')

  expect(robots.text).toMatch(/^User-agent: \*\nDisallow: \/v1\/\n/)
  expect(robots.text).toMatch(/\nSitemap: http:\/\/counterpoint\.example\/sitemap\.xml\n$/)
  expect(icon.headers.get('content-type')).toBe('image/svg+xml')
})

/** As sent: `fetch` decodes. */
async function rawBytes(url: URL, headers: Record<string, string>): Promise<Buffer> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts)))
    }).on('error', reject)
  })
}
