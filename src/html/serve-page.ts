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

/** Serves a page about the service, which needs no record. */
export function servePage(http: Http, path: string, render: Render): void {
  const answerRequest = (c: Context<HttpEnv>) => {
    const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
    return c.html(html`<!doctype html>${render(c, language)}`, 200, {
      'content-language': language,
      'content-security-policy': pagePolicy,
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
    })
  }
  http.get(path, withFacts({ isAboutService: true }, answerRequest))
}
