import { Readable } from 'node:stream'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { describe, expect } from 'vitest'
import { findPartEnd, listPages } from '../../../src/store/sitemap-rows.ts'
import { read } from '../../support/api.ts'
import { it } from '../../support/seed-api.ts'

const first = '00000000-0000-0000-0000-000000000000'

/** Read by the library, whose parser refuses what the protocol does not have. */
const partsIn = (xml: string) => parseSitemapIndex(Readable.from([xml]))
const pagesIn = (xml: string) => parseSitemap(Readable.from([xml]))

const pathOf = (address: string) => {
  const { host, pathname, search } = new URL(address)
  expect(host).toBe('counterpoint.example')
  return decodeURIComponent(pathname) + search
}

describe('the map for search engines', () => {
  it('leads to every page in every language, and to no other', async ({ api, refs }) => {
    const body = { reason: 'Entered twice.' }
    const gone = await api(`/v1/claims/${refs('F1')}/void`, {
      body,
      headers: { 'if-match': '"1"' },
    })
    const { items } = await read<{ items: { id: string }[] }>(api, '/v1/claims?limit=200')
    const stories = await read<{ items: { slug: string }[] }>(api, '/v1/stories')
    type Listed = { items: { id: string }[] }
    const sources = await read<{ items: { slug: string }[] }>(api, '/v1/sources?limit=200')
    const reports = await read<Listed>(api, '/v1/reports?limit=200')

    const index = await api('/sitemap.xml', { isPublic: true })
    const parts = await partsIn(index.text)
    const texts = await Promise.all(parts.map(async ({ url }) => (await api(pathOf(url))).text))
    const pages = (await Promise.all(texts.map(pagesIn))).flat()

    expect(index.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(parts.map(({ url }) => pathOf(url))).toEqual([
      '/sitemaps/pages.xml',
      '/sitemaps/claim.xml',
      '/sitemaps/story.xml',
      '/sitemaps/source.xml',
      '/sitemaps/report.xml',
    ])
    const expected = [
      '/',
      '/claims',
      '/rules',
      '/about',
      '/data',
      ...items.map(({ id }) => `/claims/${id}`),
      ...stories.items.map(({ slug }) => `/stories/${slug}`),
      ...sources.items.map(({ slug }) => `/sources/${slug}`),
      ...reports.items.map(({ id }) => `/reports/${id}`),
    ].flatMap((path) => [`${path}?lang=en`, `${path}?lang=ko`])
    expect(pages.map(({ url }) => pathOf(url)).toSorted()).toEqual(expected.toSorted())
    expect([gone.status, pages.some(({ url }) => url.includes(refs('F1')))]).toEqual([200, false])
    for (const { links } of pages)
      expect(links.map(({ lang }) => lang)).toEqual(['en', 'ko', 'x-default'])
  })

  it('has each thing in one part, however large the parts are', async ({ db, refs }) => {
    expect(refs('R1')).toMatch(/-/)
    const all = (await listPages(db, 'claim', { after: first, limit: 1000 })).map(({ id }) => id)
    for (const size of [1, 5, all.length - 1, all.length, all.length + 1]) {
      const parts: string[][] = []
      let after: string | undefined = first
      while (after !== undefined) {
        parts.push((await listPages(db, 'claim', { after, limit: size })).map(({ id }) => id))
        after = await findPartEnd(db, 'claim', { after, size })
      }
      expect(parts.flat()).toEqual(all)
      expect(parts.length).toBe(Math.ceil(all.length / size))
    }
  })

  it('has no other parts', async ({ api }) => {
    for (const path of ['/sitemaps/x.xml', '/sitemaps/claim.xml?after=x', '/sitemaps/claim'])
      expect((await api(path)).status).toBe(404)
  })
})
