import { DomainError } from '../../domain/errors.ts'
import { servePage } from '../../html/page/serve-page.ts'
import type { Http } from '../../http/contract/env.ts'
import { isProblemCode } from '../../http/problems/words.ts'
import { AboutPage, DataPage, TermsPage } from './about/pages.tsx'
import { ProblemPage, ProblemsPage } from './problems.tsx'

/** The pages that explain the service to people. */
export function servePages(http: Http): void {
  servePage(http, '/problems', (_, place) => <ProblemsPage place={place} />)
  servePage(http, '/terms', (c, place) => (
    <TermsPage place={place} license={c.get('deps').dataLicense} />
  ))
  servePage(http, '/about', (_, place) => <AboutPage place={place} />)
  servePage(http, '/data', (c, place) => (
    <DataPage place={place} license={c.get('deps').dataLicense} />
  ))
  servePage(http, '/problems/:code', (c, place) => {
    const code = c.req.param('code') ?? ''
    if (!isProblemCode(code)) throw new DomainError('not-found', 'There is no such problem.')
    return <ProblemPage place={place} code={code} />
  })
}
