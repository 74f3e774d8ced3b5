import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { DomainError } from '../../domain/errors.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { languageFor } from '../../http/request/language.ts'
import { isProblemCode } from '../../http/problems/words.ts'
import { pagePolicy } from '../../html/page.tsx'
import { ProblemPage, ProblemsPage } from './problems.tsx'
import { TermsPage } from './terms.tsx'
import { WelcomePage } from './welcome.tsx'

type Render = (
  c: Context<HttpEnv>,
  language: DisplayLanguage,
) => HtmlEscapedString | Promise<HtmlEscapedString>

/** The pages that explain the API to people. */
export function servePages(http: Http): void {
  serve('/', (_, language) => <WelcomePage language={language} />)
  serve('/problems', (_, language) => <ProblemsPage language={language} />)
  serve('/terms', (c, language) => (
    <TermsPage language={language} license={c.get('deps').dataLicense} />
  ))
  serve('/problems/:code', (c, language) => {
    const code = c.req.param('code') ?? ''
    if (!isProblemCode(code)) throw new DomainError('not-found', 'There is no such problem.')
    return <ProblemPage language={language} code={code} />
  })

  function serve(path: string, render: Render): void {
    const answerRequest = (c: Context<HttpEnv>) => answerPage(c, (language) => render(c, language))
    http.get(path, withFacts({ isAboutService: true }, answerRequest))
  }
}

function answerPage(
  c: Context<HttpEnv>,
  render: (language: DisplayLanguage) => HtmlEscapedString | Promise<HtmlEscapedString>,
): Response | Promise<Response> {
  const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
  return c.html(html`<!doctype html>${render(language)}`, 200, {
    'content-language': language,
    'content-security-policy': pagePolicy,
    'cache-control': 'public, max-age=300',
    vary: 'Accept-Language',
  })
}
