import type { MiddlewareHandler } from 'hono'
import { tooManyWaiting } from '../../actions/record/queue/write-queue-limits.ts'
import { hashOf } from '../../actions/keys.ts'
import type { HttpDeps } from '../contract/deps.ts'
import { isWrite } from '../contract/contract.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'

const remembered = 1_000

/**
 * Refuses a write for which the queue has no room before anything touches the database: under
 * overload, refusing must cost next to nothing. The caller is identified by a key it has used
 * before; an unknown key counts as a caller with nothing in the queue.
 */
export function refuseExcess({
  hasRoomToWrite,
}: Pick<HttpDeps, 'hasRoomToWrite'>): MiddlewareHandler<HttpEnv> {
  const callers = new Map<string, string>()

  return async function refuseExcess(c, next) {
    const authorization = c.req.header('authorization')
    if (!hasRoomToWrite || !authorization) return next()
    const { contract } = factsOf(c)
    if (!contract || !isWrite(contract)) return next()
    const credential = hashOf(authorization).toString('base64')
    const caller = callers.get(credential)
    if (!hasRoomToWrite({ caller, isImport: contract.isImport === true })) throw tooManyWaiting()
    await next()
    if (caller !== undefined || !c.res.ok) return
    const actor = await c.get('identify')()
    if (callers.size >= remembered) callers.clear()
    if (actor?.id) callers.set(credential, actor.id)
  }
}
