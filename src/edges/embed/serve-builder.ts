import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/database/db.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { languageFor } from '../../http/request/language.ts'
import { builderPolicy } from '../../html/page.tsx'
import { cardAddress } from '../../html/addresses.ts'
import { BuilderPage, type Built } from './builder.tsx'
import { builderWords } from './builder-words.ts'
import { builderScript, cardElement, readScript } from './browser-scripts.ts'
import { withChoice, type Asked } from '../../html/choice.ts'
import { loadEmbedded } from './embedded.ts'
import { ownAddress } from './own-address.ts'
import { snippetsFor } from './snippets.tsx'

/** A typical column width. */
const columnPx = 400

/** The page on which publishers build a card. */
export function builderRoutes(http: Http, { db }: { db: Db }): void {
  const answerRequest = async (c: Context<HttpEnv>) => {
    const { publicUrl } = c.get('deps')
    const language = languageFor(c.req.query('page'), c.req.header('accept-language'))
    const said = builderWords(language)
    const address = c.req.query('address')?.trim() ?? ''
    // An empty field counts as not chosen.
    const asked: Asked = (name) => c.req.query(name) || undefined

    const built = address === '' ? undefined : await build().catch(absent)
    const script = (await readScript(builderScript)).path
    const page = BuilderPage({ language, address, asked, built, script })
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
      const languageOfCard = languageFor(asked('lang'), language)
      const embedded = await loadEmbedded(db, { ...own, asked }, publicUrl, languageOfCard)
      const heightAt = (width: number) => Math.ceil(embedded.heightAt(width))
      const card = new URL(withChoice(cardAddress(embedded.address), asked))
      const element = await readScript(cardElement)
      const embeddable = { ...embedded, heightPx: heightAt(columnPx) }
      return {
        // Relative to how this page was reached, whatever the public address is.
        card: card.pathname + card.search,
        heightAt,
        isUntested: embedded.isUntested,
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
