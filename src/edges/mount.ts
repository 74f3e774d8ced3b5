import { CheckTurns } from '../drafts/turns.ts'
import type { AnswerCache } from '../http/cache/answer-cache.ts'
import type { EdgeKnowledge, HttpDeps } from '../http/contract/deps.ts'
import type { Http } from '../http/contract/env.ts'
import { serveOpenApi } from './api/reference/document.ts'
import { serveReference } from './api/reference/reference.ts'
import { apiRoutes } from './api/register.ts'
import type { ApiDeps } from './api/shared/deps.ts'
import { healthRoutes } from './api/routes/health.ts'
import { scriptRoutes } from './embed/browser-scripts.ts'
import { oembedRoutes } from './embed/oembed.ts'
import { pictureForms } from './embed/pictures/picture-forms.ts'
import { builderRoutes } from './embed/serve-builder.ts'
import { cardRoutes } from './embed/serve.ts'
import { serveRules } from './rules/serve.tsx'
import { claimsPageRoute } from './site/claims/serve.tsx'
import { pageFiles } from './site/page-files.ts'
import { checkPageRoutes } from './site/serve-check.tsx'
import { showRefusal } from './site/refusal.tsx'
import { serveObjects } from './site/serve-objects.tsx'
import { sitemapRoutes } from './site/sitemap.ts'
import { recordPageRoutes } from './site/serve-record.ts'
import { servePages } from './site/serve.tsx'
import { addressOfSurvivor } from './survivor-address.ts'

/** What the request machine needs from the edges. */
export const edgeKnowledge: EdgeKnowledge = { showRefusal, addressOfSurvivor }

/**
 * Mounts what describes the service itself and needs no record.
 *
 * @returns a function that builds the OpenAPI document once all routes are registered
 */
export function mountAbout(
  http: Http,
  deps: Pick<HttpDeps, 'publicUrl' | 'dataLicense' | 'isReady'>,
): () => void {
  healthRoutes(http, deps)
  const buildDocument = serveOpenApi(http, deps)
  serveReference(http)
  pageFiles(http)
  servePages(http)
  serveRules(http, deps)
  return buildDocument
}

/**
 * Mounts everything that reads or writes the record. Edges are siblings, and only this file knows
 * more than one.
 */
export function mount(http: Http, deps: ApiDeps, answerCache: AnswerCache): void {
  const checks = new CheckTurns()
  apiRoutes(http, deps, checks)
  checkPageRoutes(http, deps, checks)
  cardRoutes(http, deps, answerCache)
  sitemapRoutes(http, deps)
  claimsPageRoute(http, deps)
  serveObjects(http, deps, answerCache)
  recordPageRoutes(http, deps, { pictures: pictureForms(deps, answerCache), answerCache })
  oembedRoutes(http, deps, answerCache)
  scriptRoutes(http)
  builderRoutes(http, deps, answerCache)
}
