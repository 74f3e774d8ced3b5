import type { HttpDeps } from '../../http/contract/deps.ts'
import type { Http } from '../../http/contract/env.ts'
import { servePage } from '../../html/serve-page.ts'
import { rulesRoutes } from './api.ts'
import { RulesIndexPage, RulesPage } from './pages.tsx'
import { findRules } from './published.ts'

/** The rules of statuses, from the same files for people and for programs. */
export function serveRules(http: Http, deps: Pick<HttpDeps, 'publicUrl'>): void {
  servePage(http, '/rules', (_, language) => <RulesIndexPage language={language} />)
  servePage(http, '/rules/:version', (c, language) => {
    const rules = findRules(c.req.param('version'))
    if (rules) return <RulesPage language={language} rules={rules} />
    c.status(404)
    return <RulesIndexPage language={language} isInsteadOfAnother />
  })
  rulesRoutes(http, deps)
}
