import type { Context } from 'hono'
import { html } from 'hono/html'
import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'
import { DomainError, type FieldFault } from '../../domain/errors.ts'
import type { HttpEnv } from '../env.ts'
import { pageLanguage } from '../language.ts'
import { addressOfSurvivor } from '../survivor-address.ts'
import { formFor } from '../negotiation.ts'
import type { ProblemCode } from '../problems/catalogue.ts'
import { answerProblem } from '../problems/problem.ts'
import { problemWords } from '../problems/words.ts'
import { Faults } from './query-faults.tsx'
import { framedPagePolicy, Page, pagePolicy } from './page.tsx'

/** A refusal, in the form that whoever asked can read. */
export function answerRefusal(c: Context<HttpEnv>, error: unknown): Response | Promise<Response> {
  const { deps, requestId } = c.var
  const problem = answerProblem(deps.publicUrl, requestId, error)
  const survivor = addressOfSurvivor(c.req.url, error)
  if (survivor !== undefined) {
    problem.headers.set('location', survivor)
    problem.headers.set('cache-control', forAMoment)
  }
  return isForPeople(c) ? asPage(c, error, problem) : problem
}

/** A merge may be voided, so nobody may keep for good what it leads to. */
const forAMoment = 'public, max-age=30, stale-while-revalidate=300'

/** Whether it is a person who reads what is answered there. */
function isForPeople(c: Context): boolean {
  const { path } = c.req
  if (path === '/embed' || path.startsWith('/embed/')) return true
  return (
    /^\/(?:claims|(?:claims|stories)\/[^/.]*)$/.test(path) &&
    formFor(c.req.header('accept')) === 'html'
  )
}

/** With the status and the headers of the problem document. */
async function asPage(c: Context<HttpEnv>, error: unknown, problem: Response): Promise<Response> {
  const code = error instanceof DomainError ? error.code : 'internal'
  const language = pageLanguage(c.req.query('lang'), c.req.header('accept-language'))
  // What is not there has one page for everybody: what is hidden cannot be told from it.
  const languages = code === 'not-found' ? displayLanguages : [language]
  const statement = isRemoval(code) && error instanceof Error ? error.message : undefined
  const isFramed = c.req.path.startsWith('/embed/')
  const faults = code === 'bad-query' && error instanceof DomainError ? error.faults : []
  const sent = new URL(c.req.url).searchParams
  const page = <RefusalPage {...{ code, languages, statement, isFramed, faults, sent }} />
  const headers = new Headers(problem.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', languages.join(', '))
  headers.set('content-security-policy', isFramed ? framedPagePolicy : pagePolicy)
  return new Response(String(await html`<!doctype html>${page}`), {
    status: problem.status,
    headers,
  })
}

interface RefusalProps {
  readonly code: ProblemCode
  readonly languages: readonly DisplayLanguage[]
  /** What the public is told of a removal. */
  readonly statement: string | undefined
  readonly isFramed: boolean
  /** What is wrong with the address, and the address that it is wrong with. */
  readonly faults: readonly FieldFault[]
  readonly sent: URLSearchParams
}

function isRemoval(code: ProblemCode): boolean {
  return code === 'gone' || code === 'legally-withheld'
}

function RefusalPage({ code, languages, statement, isFramed, faults, sent }: RefusalProps) {
  const [first = 'en'] = languages
  const titles = languages.map((language) => problemWords(code, language).title)
  return (
    <Page language={first} title={titles.join(' · ')} isFramed={isFramed}>
      {languages.map((language) => {
        const { title, meaning } = problemWords(code, language)
        return (
          <section lang={language}>
            <h1>{title}</h1>
            <p>{meaning}</p>
            {faults.length > 0 && <Faults faults={faults} sent={sent} language={language} />}
          </section>
        )
      })}
      {statement !== undefined && <blockquote dir="auto">{statement}</blockquote>}
    </Page>
  )
}
