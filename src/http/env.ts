import type { OpenAPIHono } from '@hono/zod-openapi'
import type { HttpDeps } from './deps.ts'

/** What every handler finds in Hono's context. */
export interface HttpEnv {
  Variables: { readonly deps: HttpDeps; readonly requestId: string }
}

/** The app that routes register on. */
export type Http = OpenAPIHono<HttpEnv>
