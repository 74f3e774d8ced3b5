import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { DomainError } from '../../domain/errors.ts'
import type { Http, HttpEnv } from '../env.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { pageLanguage } from '../language.ts'
import { isProblemCode } from '../problems/words.ts'
import { pagePolicy } from './page.tsx'
import { ProblemPage, ProblemsPage } from './problems.tsx'
import { TermsPage } from './terms.tsx'
import { WelcomePage } from './welcome.tsx'

/** The pages that explain the API to people. */
export function servePages(http: Http): void {
  http.get('/', (c) => answerPage(c, (language) => <WelcomePage language={language} />))
  http.get('/problems', (c) => answerPage(c, (language) => <ProblemsPage language={language} />))
  http.get('/terms', (c) =>
    answerPage(c, (language) => (
      <TermsPage language={language} license={c.get('deps').dataLicense} />
    )),
  )
  http.get('/problems/:code', (c) => {
    const code = c.req.param('code')
    if (!isProblemCode(code)) throw new DomainError('not-found', 'There is no such problem.')
    return answerPage(c, (language) => <ProblemPage language={language} code={code} />)
  })
}

function answerPage(
  c: Context<HttpEnv>,
  render: (language: DisplayLanguage) => HtmlEscapedString | Promise<HtmlEscapedString>,
): Response | Promise<Response> {
  const language = pageLanguage(c.req.query('lang'), c.req.header('accept-language'))
  return c.html(html`<!doctype html>${render(language)}`, 200, {
    'content-language': language,
    'content-security-policy': pagePolicy,
    'cache-control': 'public, max-age=300',
    vary: 'Accept-Language',
  })
}
