import type { NotFoundHandler } from 'hono'
import { DomainError } from '../domain/errors.ts'
import type { Http, HttpEnv } from './env.ts'
import { answerProblem } from './problem.ts'
import { Refusal } from './refusal.ts'

const routedMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers what no route takes: a method that its address does not know, or an unknown address. */
export function answerMiss(http: Http): NotFoundHandler<HttpEnv> {
  return (c) => {
    const { deps, requestId } = c.var
    const methods = methodsAt(http, c.req.path)
    if (c.req.method === 'OPTIONS' && methods.length > 0) return answerOptions(methods)
    return answerProblem(deps.publicUrl, requestId, refusalOf(methods))
  }
}

function refusalOf(methods: readonly string[]): DomainError {
  if (methods.length === 0) return new DomainError('not-found', 'There is nothing here.')
  const allow = allowed(methods)
  return new Refusal('method-not-allowed', `This address knows ${allow}.`, { allow })
}

/**
 * A browser asks so before a page of another origin may do more than look. Pages may read; the write
 * of a stranger's page is not let through.
 */
function answerOptions(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: allowed(methods),
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'Authorization, If-None-Match',
      'access-control-max-age': '86400',
    },
  })
}

function methodsAt({ router }: Http, path: string): string[] {
  return routedMethods.filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  )
}

function allowed(methods: readonly string[]): string {
  const answered = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return [...answered, 'OPTIONS'].join(', ')
}
