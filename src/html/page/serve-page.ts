import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { HttpEnv, Http } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'
import { languageFor } from '../../http/request/language.ts'
import type { RecordLook } from '../look.ts'
import type { Place } from './place.tsx'
import { pagePolicy } from './policy.ts'

type Render = (c: Context<HttpEnv>, place: Place) => HtmlEscapedString | Promise<HtmlEscapedString>

/** Serves a page about the service, which needs no record. Its render may set another status. */
export function servePage(http: Http, path: string, render: Render): void {
  const answerRequest = (c: Context<HttpEnv>) => {
    const place = placeOf(c)
    c.header('content-language', place.language)
    c.header('content-security-policy', pagePolicy)
    c.header('cache-control', 'public, max-age=300')
    c.header('vary', 'Accept-Language')
    return c.html(html`<!doctype html>${render(c, place)}`)
  }
  http.get(path, withFacts({ isAboutService: true }, answerRequest))
}

/** Where the requested page is, in the reader's language. */
export function placeOf(c: Context<HttpEnv>): Place {
  const asked = c.req.query('lang')
  const language = languageFor(asked, c.req.header('accept-language'))
  const { publicUrl, operator } = c.get('deps')
  const address = new URL(c.req.path, publicUrl).href
  return { address, language, isLanguageAsked: asked === language, operator }
}

/** How the record is shown to the reader of a page. */
export function lookOf(c: Context<HttpEnv>): RecordLook {
  const { publicUrl, dataLicense } = c.get('deps')
  const { language } = placeOf(c)
  return { language, publicUrl, dataLicense, isFramed: false }
}
