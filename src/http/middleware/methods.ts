import type { Context, NotFoundHandler } from 'hono'
import type { RouterRoute } from 'hono/types'
import { notFound } from '../../domain/errors.ts'
import { isIdOrSlug } from '../../domain/references.ts'
import type { Http, HttpEnv } from '../contract/env.ts'
import { factsOfRoute } from '../contract/facts.ts'
import { answerRefusal } from './refusal.ts'
import { Refusal } from '../problems/refusal.ts'
import { seqHeader } from '../request/seq-header.ts'

/**
 * Every header except `Authorization`, which the wildcard does not cover: tracing tools add headers
 * under many names. Old browsers do not support the wildcard, so common headers are listed.
 */
const allowedHeaders = [
  '*',
  'Authorization',
  'Content-Type',
  'If-None-Match',
  seqHeader,
  'baggage',
  'sentry-trace',
  'traceparent',
  'tracestate',
].join(', ')

const routedMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers requests that no route matches: an unsupported method, or an unknown address. */
export function answerMiss(http: Http): NotFoundHandler<HttpEnv> {
  return (c) => {
    const methods = methodsAt(http, c.req.path)
    if (methods.length === 0) {
      const unknown = notFound()
      return answerRefusal(c, unknown)
    }
    if (c.req.method === 'OPTIONS') return answerOptions(http, c)
    const allow = listed(methods)
    const refusal = new Refusal('method-not-allowed', `This address supports ${allow}.`, { allow })
    return answerRefusal(c, refusal)
  }
}

/**
 * Answers a CORS preflight. Pages of other origins may read, and may POST where that only asks a
 * question; they may not write.
 */
export function answerOptions(http: Http, c: Context, open: readonly string[] = ['GET']): Response {
  const methods = methodsAt(http, c.req.path)
  return new Response(null, {
    status: 204,
    headers: {
      allow: listed(methods),
      'access-control-allow-methods': listed(methods.filter((method) => open.includes(method))),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': '86400',
    },
  })
}

export function methodsAt({ router }: Http, path: string): string[] {
  return routedMethods.filter((method) =>
    router
      .match(method, path)[0]
      .some(([[, route]]) => route.method === method && canBeAt(route, path)),
  )
}

/**
 * What is neither an id nor a slug is a 404 for every method: where a contract accepts a slug, the
 * router accepts anything.
 */
function canBeAt(route: RouterRoute, path: string): boolean {
  if (!factsOfRoute(route).contract) return true
  const parts = path.split('/')
  return route.path
    .split('/')
    .every((part, at) => !part.startsWith(':') || isIdOrSlug(parts[at] ?? ''))
}

function listed(methods: readonly string[]): string {
  const answered = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return [...answered, 'OPTIONS'].join(', ')
}
