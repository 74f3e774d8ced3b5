import type { Context } from 'hono'
import type { RouterRoute } from 'hono/types'
import { matchedRoutes } from 'hono/route'
import { id } from '../../domain/references.ts'
import type { Contract } from './contract.ts'
import type { HttpEnv } from './env.ts'
import type { Readers } from './readers.ts'

/** What the machine must know of an address before its handler runs, or where none does. */
export interface Facts {
  /** What was registered by a contract says everything in it. */
  readonly contract?: Contract
  /** Who reads a refusal there; left out, whoever the request says. */
  readonly readers?: Readers
  /** It answers without the database, and costs too little to be counted. */
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

/** Says what is to be known of the addresses that a handler is registered for. */
export function withFacts<T extends object>(facts: Facts, handler: T): T {
  factsByHandler.set(handler, facts)
  return handler
}

/** What is known of the address of a request; of several that match, the most special says it. */
export function factsOf(c: Context<HttpEnv>): Facts {
  const facts: Facts = {}
  for (const route of matchedRoutes(c)) Object.assign(facts, factsOfRoute(route))
  return facts
}

/** What is known of a route by itself. */
export function factsOfRoute({ handler }: Pick<RouterRoute, 'handler'>): Facts {
  return factsByHandler.get(handler) ?? {}
}
