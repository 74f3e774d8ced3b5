import type { Context } from 'hono'
import type { Actor } from '../../domain/actor.ts'
import type { HttpEnv } from '../contract/env.ts'
import { Refusal } from '../problems/refusal.ts'
import { clientNetwork } from './client-address.ts'
import { remoteOf } from './remote.ts'

/** Whom a request counts against: the holder of its key or, without one, the network it comes from. */
export function callerOf(c: Context<HttpEnv>, actor: Actor | undefined): string {
  if (actor?.id) return actor.id
  const { limits } = c.get('deps')
  const forwarded = c.req.header('x-forwarded-for')
  return clientNetwork(remoteOf(c), forwarded, limits?.trustedProxyCount ?? 0)
}

/** The holder of the key of a request. A bad key, which is refused later, is nobody's. */
export async function actorOf(c: Context<HttpEnv>): Promise<Actor | undefined> {
  try {
    return await c.get('identify')()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
