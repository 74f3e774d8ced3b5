import type { HttpDeps } from '../../http/contract/deps.ts'
import type { Http } from '../../http/contract/env.ts'
import { servePage } from '../../html/page/serve-page.ts'
import { rulesRoutes } from './api.ts'
import { RulesIndexPage, RulesPage } from './pages.tsx'
import { findRules } from './published.ts'

/** The rules of statuses, from the same files for people and for programs. */
export function serveRules(http: Http, deps: Pick<HttpDeps, 'publicUrl'>): void {
  servePage(http, '/rules', (_, place) => <RulesIndexPage place={place} />)
  servePage(http, '/rules/:version', (c, place) => {
    const rules = findRules(c.req.param('version'))
    if (rules) return <RulesPage place={place} rules={rules} />
    c.status(404)
    return <RulesIndexPage place={place} isInsteadOfAnother />
  })
  rulesRoutes(http, deps)
}
