import { Readable, type Transform } from 'node:stream'
import type { Context } from 'hono'
import { SitemapIndexStream, SitemapStream } from 'sitemap'
import { z } from 'zod'
import { displayLanguages } from '../../domain/display-language.ts'
import { notFound } from '../../domain/errors.ts'
import { isId } from '../../domain/references.ts'
import { claimAddress, objectAddress, inLanguage, storyAddress } from '../../html/addresses.ts'
import { headersFor } from '../../http/cache/cacheable.ts'
import { answerChunks } from '../../http/coding/answer.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import type { Db } from '../../store/database/db.ts'
import { findPartEnd, listedNouns, listPages, type ListedNoun } from '../../store/sitemap-rows.ts'

/** How many things a part of the map has, and how many are read at once. */
const sizes = { part: 10_000, batch: 1000 }

/** Before all others. */
const firstId = '00000000-0000-0000-0000-000000000000'

/** Pages that the service always has. */
const ownPages = ['/', '/claims', '/rules', '/about', '/data']

/**
 * For search engines, which pages there are: an index, and parts that begin after an id. Nothing is
 * held in memory but a batch, and no statement reads more than a part.
 */
export function sitemapRoutes(http: Http, { db }: { readonly db: Db }): void {
  http.get('/sitemap.xml', (c) => {
    const index = new SitemapIndexStream()
    return answerXml(c, partsOf(db, c.get('deps').publicUrl), index)
  })
  http.get('/sitemaps/:part{[a-z]+\\.xml}', (c) => {
    const [name] = c.req.param('part').split('.')
    const { publicUrl } = c.get('deps')
    const after = c.req.query('after') ?? firstId
    const noun = z.enum(listedNouns).safeParse(name)
    if ((!noun.success && name !== 'pages') || !isId(after)) throw notFound()
    const pages = noun.success ? pagesOf(db, publicUrl, noun.data, after) : own(publicUrl)
    const xmlns = { news: false, image: false, video: false, xhtml: true }
    return answerXml(c, pages, new SitemapStream({ xmlns }))
  })
}

async function* partsOf(db: Db, publicUrl: URL) {
  yield { url: new URL('/sitemaps/pages.xml', publicUrl).href }
  for (const noun of listedNouns) {
    let after: string | undefined = firstId
    while (after !== undefined) {
      const address = new URL(`/sitemaps/${noun}.xml`, publicUrl)
      if (after !== firstId) address.searchParams.set('after', after)
      yield { url: address.href }
      after = await findPartEnd(db, noun, { after, size: sizes.part })
    }
  }
}

async function* own(publicUrl: URL) {
  for (const path of ownPages) yield* inEachLanguage(new URL(path, publicUrl).href)
}

async function* pagesOf(db: Db, publicUrl: URL, noun: ListedNoun, start: string) {
  let after = start
  for (let done = 0; done < sizes.part; done += sizes.batch) {
    const rows = await listPages(db, noun, { after, limit: sizes.batch })
    for (const row of rows)
      if (row.isThere) yield* inEachLanguage(addresses[noun](publicUrl, row.name), row.changedAt)
    const last = rows.at(-1)
    if (last === undefined || rows.length < sizes.batch) return
    after = last.id
  }
}

const addresses: Readonly<Record<ListedNoun, (publicUrl: URL, name: string) => string>> = {
  claim: claimAddress,
  story: storyAddress,
  source: (publicUrl, name) => objectAddress(publicUrl, 'sources', name),
  report: (publicUrl, name) => objectAddress(publicUrl, 'reports', name),
}

/** The page in each language is a page of its own, and names the others. */
function inEachLanguage(address: string, changedAt: Date | null = null) {
  const links = displayLanguages.map((lang) => ({ lang, url: inLanguage(address, lang) }))
  return links.map(({ url }) => ({
    url,
    links: [...links, { lang: 'x-default', url: address }],
    ...(changedAt && { lastmod: changedAt.toISOString() }),
  }))
}

/** Sends entries as they are made; if one cannot be made, the connection breaks. */
function answerXml(
  c: Context<HttpEnv>,
  entries: AsyncIterable<unknown>,
  into: Transform,
): Response {
  const headers = headersFor(c, {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  })
  return answerChunks(c, bytesOf(Readable.from(entries).compose(into)), { status: 200, headers })
}

async function* bytesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(String(chunk))
}
