import { DomainError } from '../../domain/errors.ts'
import { servePage } from '../../html/serve-page.ts'
import type { Http } from '../../http/contract/env.ts'
import { isProblemCode } from '../../http/problems/words.ts'
import { ProblemPage, ProblemsPage } from './problems.tsx'
import { TermsPage } from './terms.tsx'
import { WelcomePage } from './welcome.tsx'

/** The pages that explain the API to people. */
export function servePages(http: Http): void {
  servePage(http, '/', (_, language) => <WelcomePage language={language} />)
  servePage(http, '/problems', (_, language) => <ProblemsPage language={language} />)
  servePage(http, '/terms', (c, language) => (
    <TermsPage language={language} license={c.get('deps').dataLicense} />
  ))
  servePage(http, '/problems/:code', (c, language) => {
    const code = c.req.param('code') ?? ''
    if (!isProblemCode(code)) throw new DomainError('not-found', 'There is no such problem.')
    return <ProblemPage language={language} code={code} />
  })
}
