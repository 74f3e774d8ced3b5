import type { Context } from 'hono'
import { DomainError } from '../../domain/errors.ts'
import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'
import type { RefusalShown } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'
import type { Readers } from '../contract/readers.ts'
import { answerProblem } from '../problems/problem.ts'
import { languageFor } from '../request/language.ts'
import { formFor, prefersHtml } from '../request/negotiation.ts'

/** Answers a refusal with a page or a problem document, depending on the reader. */
export async function answerRefusal(c: Context<HttpEnv>, error: unknown): Promise<Response> {
  const { deps, requestId } = c.var
  const problem = answerProblem(deps.publicUrl, requestId, error)
  const elsewhere = deps.edges?.addressOfSurvivor(c.req.url, error)
  if (elsewhere !== undefined) {
    problem.headers.set('location', elsewhere)
    problem.headers.set('cache-control', forAMoment)
  }
  const readers = c.get('readers') ?? factsOf(c).readers
  problem.headers.set('vary', readers === 'frame' ? 'Accept-Language' : 'Accept, Accept-Language')
  if (!deps.edges || !isForPeople(readers, c.req.header('accept'))) return problem
  return deps.edges.showRefusal(shown(c, error, readers === 'frame'), problem)
}

/** A merge may be voided, so its redirect must not be cached for good. */
const forAMoment = 'public, max-age=30, stale-while-revalidate=300'

function isForPeople(readers: Readers | undefined, accept: string | undefined): boolean {
  if (readers === undefined) return prefersHtml(accept)
  return readers === 'frame' || formFor(accept) === 'html'
}

function shown(c: Context<HttpEnv>, error: unknown, isFramed: boolean): RefusalShown {
  const refusal = error instanceof DomainError ? error : undefined
  const code = refusal?.code ?? 'internal'
  return {
    code,
    languages: languagesFor(c, code),
    statement: statementIn(refusal?.facts['redaction']),
    faults: refusal?.faults ?? [],
    sent: new URL(c.req.url).searchParams,
    operator: c.get('deps').operator,
    isFramed,
  }
}

function statementIn(redaction: unknown): string | undefined {
  if (typeof redaction !== 'object' || redaction === null || !('statement' in redaction))
    return undefined
  return typeof redaction.statement === 'string' ? redaction.statement : undefined
}

/**
 * What does not exist has one page for everybody in both languages: the answer must not reveal
 * hidden things. The reader's language comes first.
 */
function languagesFor(c: Context<HttpEnv>, code: string): readonly DisplayLanguage[] {
  const own = languageFor(c.req.query('lang'), c.req.header('accept-language'))
  if (code !== 'not-found') return [own]
  return [own, ...displayLanguages.filter((language) => language !== own)]
}
