import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '../../domain/actor.ts'
import type { HttpDeps } from './deps.ts'
import type { Readers } from './readers.ts'

/** What every handler finds in Hono's context. */
export interface HttpEnv {
  Variables: {
    readonly deps: HttpDeps
    readonly requestId: string
    /** Who asks; undefined is the public. Finds out when it is first wanted. */
    readonly identify: () => Promise<Actor | undefined>
    /** The path of the contract that answers, with its ids in braces. */
    readonly route?: string
    /** Who reads a refusal, where the handler knows it better than the address says. */
    readonly readers?: Readers
    /** What every answer carries. */
    readonly commonHeaders: Readonly<Record<string, string>>
    /** The answer carries it already. */
    readonly isDressed?: true
  }
}

/** The app that routes register on. */
export type Http = OpenAPIHono<HttpEnv>
