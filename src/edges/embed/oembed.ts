import { DomainError, notFound } from '../../domain/errors.ts'
import { frameHtml, oEmbedXml, type OEmbed } from '../../formats/oembed.ts'
import type { Db } from '../../store/database/db.ts'
import type { Http } from '../../http/contract/env.ts'
import { languageFor } from '../../http/request/language.ts'
import { safeJson } from '../../http/problems/problem.ts'
import { cardAddress } from '../../html/addresses.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached, rendering } from '../../http/cache/answer-cached.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import { cardParameters, withChoice } from '../../html/choice.ts'
import { loadEmbedded, type Embedded } from './embedded.ts'
import { ownAddress, type OwnAddress } from './own-address.ts'

/** oEmbed 1.0: how to embed a card, for programs that have only a link. */
export function oembedRoutes(http: Http, { db }: { db: Db }, answerCache: AnswerCache): void {
  http.get('/oembed', async (c) => {
    const format = c.req.query('format') ?? 'json'
    if (format !== 'json' && format !== 'xml')
      return c.text('There are the formats json and xml.', 501, { 'cache-control': 'no-store' })

    const { publicUrl } = c.get('deps')
    const own = ownAddress(urlIn(c.req.query('url')), publicUrl)
    if (!own) throw notFound()
    const language = languageFor(own.asked('lang'), c.req.header('accept-language'))
    const max = {
      width: pixelsIn(c.req.query('maxwidth')),
      height: pixelsIn(c.req.query('maxheight')),
    }
    const chosen = cardParameters.map((parameter) => own.asked(parameter))
    const key = JSON.stringify(['/oembed', format, own.noun, own.name, language, chosen, max])
    return answerCached(c, answerCache, key, () =>
      rendering(db, async (db) => {
        const embedded = await loadEmbedded(db, own, publicUrl, language)
        const answer = oEmbedOf(embedded, own, publicUrl, max)
        return cacheable(format === 'xml' ? oEmbedXml(answer) : safeJson(answer), {
          language,
          type: format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json',
          keys: embedded.keys,
        })
      }),
    )
  })
}

const widthByDefault = 600

/**
 * In pixels, the limit in WordPress. Cards have a maximum height, because long texts are shortened.
 */
const heightMin = 200

/** In seconds. An embedder stores the frame; each reader loads the current card in it. */
const cacheAge = 300

function oEmbedOf(
  { title, author, address, heightAt }: Embedded,
  { asked }: OwnAddress,
  publicUrl: URL,
  max: { readonly width: number; readonly height: number },
): OEmbed {
  const width = Math.min(widthByDefault, max.width)
  const wanted = Math.max(heightMin, Math.ceil(heightAt(width)))
  const height = Math.min(wanted, max.height)
  const src = withChoice(cardAddress(address), asked)
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(author !== undefined && { author_name: author }),
    provider_name: 'Counterpoint',
    provider_url: publicUrl.href,
    cache_age: cacheAge,
    width,
    height,
    html: frameHtml({ address, src, title, width, height }),
  }
}

function urlIn(asked: string | undefined): string {
  if (asked !== undefined) return asked
  const message = 'Send the address of a claim or a story.'
  throw new DomainError('bad-query', 'A query parameter is wrong; see errors.', [
    { pointer: '/url', code: 'missing', message },
  ])
}

/** No limit if the parameter is absent or makes no sense. */
function pixelsIn(asked: string | undefined): number {
  return asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Infinity
}
