import { mayPreview, mayWrite, needsScope, type Actor, type Scope } from '../../domain/actor.ts'
import type { MiddlewareHandler } from 'hono'
import type { HttpDeps } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { Refusal } from '../problems/refusal.ts'

const challenge = 'Bearer realm="counterpoint"'

/**
 * Who asks; undefined is the public.
 *
 * @throws {Refusal} `unauthorized` for a bad key, even where none is needed: a caller who
 *   sends a key wants to be recognised
 */
async function authenticate(
  deps: HttpDeps,
  authorization: string | undefined,
): Promise<Actor | undefined> {
  if (authorization === undefined) return undefined
  const [, key] = /^Bearer +([\w\-.~+/]+=*)$/i.exec(authorization) ?? []
  const actor = key === undefined ? undefined : await deps.whoIs({ key })
  if (actor) return actor
  throw new Refusal('unauthorized', 'The key is malformed, unknown, expired or revoked.', {
    'www-authenticate': `${challenge}, error="invalid_token"`,
  })
}

/** Identifies the caller at most once per request. */
export function identifyCallers(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  return async function identifyCallers(c, next) {
    let actor: Promise<Actor | undefined> | undefined
    c.set('identify', () => {
      actor ??= authenticate(deps, c.req.header('authorization'))
      return actor
    })
    await next()
  }
}

/** @throws {Refusal} `unauthorized` if a route needs a scope and the request has no key */
export function requireKey(actor: Actor | undefined, scope: Scope | undefined): void {
  if (actor || !scope) return
  throw new Refusal('unauthorized', 'This needs a key.', { 'www-authenticate': challenge })
}

/** @throws {Refusal} `forbidden` when the key may do less than the scope says */
export function requireScope(
  actor: Actor | undefined,
  scope: Scope | undefined,
  isPreview: boolean,
): void {
  const may = isPreview ? mayPreview : mayWrite
  if (!scope || (actor && may(actor, scope))) return
  const detail = actor ? needsScope(actor, scope) : `This needs a key with the scope ${scope}.`
  throw new Refusal('forbidden', detail, {
    'www-authenticate': `${challenge}, error="insufficient_scope", scope="${scope}"`,
  })
}
