import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { HttpEnv, Http } from '../http/contract/env.ts'
import { withFacts } from '../http/contract/facts.ts'
import { languageFor } from '../http/request/language.ts'
import { pagePolicy } from './page.tsx'

type Render = (
  c: Context<HttpEnv>,
  language: DisplayLanguage,
) => HtmlEscapedString | Promise<HtmlEscapedString>

/** Serves a page about the service, which needs no record. Its render may set another status. */
export function servePage(http: Http, path: string, render: Render): void {
  const answerRequest = (c: Context<HttpEnv>) => {
    const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
    c.header('content-language', language)
    c.header('content-security-policy', pagePolicy)
    c.header('cache-control', 'public, max-age=300')
    c.header('vary', 'Accept-Language')
    return c.html(html`<!doctype html>${render(c, language)}`)
  }
  http.get(path, withFacts({ isAboutService: true }, answerRequest))
}
