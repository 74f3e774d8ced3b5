import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { HttpEnv } from '../contract/env.ts'

/** The path in the contract, also for requests refused before they reached their handler. */
export function routeOf(c: Context<HttpEnv>): string {
  const asRouted = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g
  return c.get('route') ?? routePath(c, -1).replace(asRouted, '{$1}')
}
