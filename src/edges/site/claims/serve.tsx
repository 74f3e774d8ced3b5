import type { Context } from 'hono'
import { html } from 'hono/html'
import { scriptPolicy } from '../../../html/page/policy.ts'
import { lookOf, placeOf } from '../../../html/page/serve-page.ts'
import { answerDocument } from '../../../http/cache/cacheable.ts'
import type { Http, HttpEnv } from '../../../http/contract/env.ts'
import { withFacts } from '../../../http/contract/facts.ts'
import type { Db } from '../../../store/database/db.ts'
import { keysOfClaims } from '../../../views/surrogate-keys.ts'
import { askedOfPage } from './asked.ts'
import { loadClaims } from './load.ts'
import { ClaimsPage } from './page.tsx'

/** The page of claims. An address with faults is answered 400, with what can be shown of the rest. */
export function claimsPageRoute(http: Http, { db }: { db: Db }): void {
  const answer = async (c: Context<HttpEnv>) => {
    const look = lookOf(c)
    const { language } = look
    const asked = askedOfPage(new URL(c.req.url).search)
    const found = await loadClaims(db, asked, language)
    const page = await html`<!doctype html>
      ${ClaimsPage({ found, asked, look, place: placeOf(c) })}`
    if (found.faults.length > 0)
      return c.body(String(page), 400, {
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': scriptPolicy,
        'cache-control': 'no-store',
        vary: 'Accept-Language',
      })
    const keys = keysOfClaims(found.list?.claims ?? [])
    return answerDocument(c, String(page), { language, policy: scriptPolicy, keys })
  }
  http.get('/claims', withFacts({ readers: 'people' }, answer))
}
