import type { Context } from 'hono'
import type { RouterRoute } from 'hono/types'
import { matchedRoutes } from 'hono/route'
import { id } from '../../domain/references.ts'
import type { Contract } from './contract.ts'
import type { HttpEnv } from './env.ts'
import type { Readers } from './readers.ts'

/** What the machine must know about an address before its handler runs, or when no handler runs. */
export interface Facts {
  /** A route registered by a contract takes everything from it. */
  readonly contract?: Contract
  /** Who reads a refusal there; by default, the request decides. */
  readonly readers?: Readers
  /** Needs no database, and is too cheap to count against a rate limit. */
  readonly isAboutService?: true
  /** The last parameter may be a slug. */
  readonly isBySlug?: true
}

const factsByHandler = new WeakMap<object, Facts>()

export function factsOfContract(contract: Contract): Facts {
  const named = contract.params?.shape['id']
  const isBySlug = named !== undefined && named !== id
  return {
    contract,
    ...(contract.forAnyone && { isAboutService: true }),
    ...(isBySlug && { isBySlug }),
  }
}

/** Attaches facts to the addresses that a handler is registered for. */
export function withFacts<T extends object>(facts: Facts, handler: T): T {
  factsByHandler.set(handler, facts)
  return handler
}

/** The facts of the requested address; if several routes match, the most specific one wins. */
export function factsOf(c: Context<HttpEnv>): Facts {
  const facts: Facts = {}
  for (const route of matchedRoutes(c)) Object.assign(facts, factsOfRoute(route))
  return facts
}

/** The facts of a single route. */
export function factsOfRoute({ handler }: Pick<RouterRoute, 'handler'>): Facts {
  return factsByHandler.get(handler) ?? {}
}
