import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '../../domain/actor.ts'
import type { HttpDeps } from './deps.ts'
import type { Readers } from './readers.ts'

interface Shrinking {
  shrinkTo(bytes: number): void
}

/** What every handler finds in Hono's context. */
export interface HttpEnv {
  Variables: {
    readonly deps: HttpDeps
    readonly requestId: string
    /** Who sent the request; undefined means the public. The key is looked up on the first call. */
    readonly identify: () => Promise<Actor | undefined>
    /**
     * Takes room for the body until the request is answered.
     *
     * @throws {DomainError} `unavailable` if there is none
     */
    readonly holdBody: (actor: Actor | undefined, bytes: number) => Shrinking
    /** The path of the matched contract, with its parameters in braces. */
    readonly route?: string
    /** Who reads a refusal, if the handler knows better than the address says. */
    readonly readers?: Readers
    /** How long the answer is, uncompressed, if it was made for this request. */
    readonly answerLength?: number
    /** Headers that every answer carries. */
    readonly commonHeaders: Readonly<Record<string, string>>
    /** The answer already carries the common headers, and its coding is chosen. */
    readonly isFinished?: true
    /** The caller is known by a session, which browsers send by themselves. Nothing sets it yet. */
    readonly isForSession?: true
  }
}

/** The app on which edges register routes. */
export type Http = OpenAPIHono<HttpEnv>
