import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { languageFor } from '../../http/request/language.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { builderPolicy } from '../../html/page/policy.ts'
import { badgeAddress, cardAddress } from '../../html/addresses.ts'
import { BuilderPage, type Built } from './builder.tsx'
import { builderWords } from './builder-words.ts'
import { builderScript, cardElement, readScript } from './browser-scripts.ts'
import { withChoice, type Asked } from '../../html/choice.ts'
import { cardLook } from './card-look.ts'
import { ownAddress } from './own-address.ts'
import { findReaderCards } from './reader-cards.ts'
import { roomFor } from './room.ts'
import { snippetsFor } from './snippets.tsx'

/** A typical column width. */
const columnPx = 400

/** The page on which publishers build a card. */
export function builderRoutes(http: Http, { db }: { db: Db }, answerCache: AnswerCache): void {
  const answerRequest = async (c: Context<HttpEnv>) => {
    const { publicUrl, operator } = c.get('deps')
    const language = languageFor(c.req.query('page'), c.req.header('accept-language'))
    const said = builderWords(language)
    const address = c.req.query('address')?.trim() ?? ''
    // An empty field counts as not chosen.
    const asked: Asked = (name) => c.req.query(name) || undefined

    const built = address === '' ? undefined : await build().catch(absent)
    const script = (await readScript(builderScript)).path
    const page = BuilderPage({ language, operator, address, asked, built, script })
    const status = built && 'fault' in built ? 404 : 200
    return c.html(html`<!doctype html>${page}`, status, {
      'content-language': language,
      'content-security-policy': builderPolicy,
      'cache-control': 'no-cache',
      vary: 'Accept-Language',
    })

    async function build(): Promise<Built> {
      const own = ownAddress(address, publicUrl)
      if (!own) return { fault: said.notOurs(publicUrl.host) }
      const look = cardLook(asked, language, publicUrl)
      const { card, heightAt } = await findReaderCards(c, answerCache, db, { ...own, asked }, look)
      const { badge } = card
      const framed = new URL(withChoice(cardAddress(card.address), asked))
      const element = await readScript(cardElement)
      const embeddable = {
        ...card,
        heightPx: heightAt(columnPx),
        room: roomFor(heightAt, '%'),
        badge:
          badge === undefined
            ? undefined
            : { address: badgeAddress(card.address, asked('lang')), name: badge },
      }
      return {
        // Relative to how this page was reached, whatever the public address is.
        card: framed.pathname + framed.search,
        heightAt,
        isUntested: card.isUntested,
        snippets: await snippetsFor(embeddable, asked, element, publicUrl),
      }
    }

    function absent(error: unknown): Built {
      if (error instanceof DomainError && error.code === 'not-found')
        return { fault: said.notFound }
      throw error
    }
  }
  http.get('/embed', withFacts({ readers: 'people' }, answerRequest))
}
