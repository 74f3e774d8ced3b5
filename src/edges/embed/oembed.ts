import type { Context } from 'hono'
import { DomainError, notFound } from '../../domain/errors.ts'
import { frameHtml, oEmbedXml, type OEmbed } from '../../formats/oembed.ts'
import type { Db } from '../../store/database/db.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { safeJson } from '../../http/problems/problem.ts'
import { cardAddress } from '../../html/addresses.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached } from '../../http/cache/answer-cached.ts'
import { cacheKey } from '../../http/cache/cache-key.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import { cardParameters, withChoice } from '../../html/choice.ts'
import { cardLook } from './card-look.ts'
import { formsOf } from './fitting.ts'
import { findReaderCards, type ReaderCards } from './reader-cards.ts'
import { enoughFor, roomFor } from './room.ts'
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
    const look = cardLook(own.asked, c.req.header('accept-language'), publicUrl)
    const { language } = look
    const max = {
      width: pixelsIn(c.req.query('maxwidth')),
      height: pixelsIn(c.req.query('maxheight')),
    }
    const chosen = cardParameters.map((parameter) => own.asked(parameter))
    const key = cacheKey(
      '/oembed',
      format,
      own.noun,
      own.name,
      language,
      chosen,
      max.width,
      max.height,
    )
    return answerCached(c, answerCache, key, async () => {
      const { form, cards, ids } = await fitting(c, own, max)
      const { card } = cards
      const answer = oEmbedOf(cards, form, publicUrl, max)
      const type = format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json'
      const body = format === 'xml' ? oEmbedXml(answer) : safeJson(answer)
      return { answer: cacheable(body, { language, type, keys: card.keys }), ids }
    })
  })

  /** The largest form that has room within the limits, or else the lowest. */
  async function fitting(c: Context<HttpEnv>, own: OwnAddress, max: Limits) {
    const width = widthWithin(max)
    const ids = new Set<string>()
    let lowest: { form: OwnAddress; cards: ReaderCards } | undefined
    for (const form of formsOf(own)) {
      const look = cardLook(form.asked, c.req.header('accept-language'), c.get('deps').publicUrl)
      const cards = await findReaderCards(c, answerCache, db, form, look)
      for (const id of cards.ids) ids.add(id)
      const height = cards.heightAt(width)
      if (!lowest || height < lowest.cards.heightAt(width)) lowest = { form, cards }
      if (height <= max.height) break
    }
    if (!lowest) throw new Error('A card has at least one form.')
    return { ...lowest, ids }
  }
}

/** In pixels; infinite where none was given. */
interface Limits {
  readonly width: number
  readonly height: number
}

const widthByDefault = 600

function widthWithin(max: Limits): number {
  return Math.min(widthByDefault, max.width)
}

/** In seconds. An embedder stores the frame; each reader loads the current card in it. */
const cacheAge = 300

function oEmbedOf(
  { card: { title, author, address }, heightAt }: ReaderCards,
  { asked }: OwnAddress,
  publicUrl: URL,
  max: Limits,
): OEmbed {
  const width = widthWithin(max)
  const height = Math.min(heightAt(width), max.height)
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
    html: frameHtml({ address, src, title, width, height, room: roomOf(), enough: enoughOf() }),
  }

  /** No higher than was asked for. */
  function roomOf(): string {
    const free = roomFor(heightAt, 'cqw', width)
    return Number.isFinite(max.height) ? `min(${max.height}px,${free})` : free
  }

  function enoughOf(): number {
    return Math.min(enoughFor(heightAt, width), max.height)
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
