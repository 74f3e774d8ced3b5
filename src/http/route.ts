import { notFound } from '../domain/errors.ts'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Db } from '../store/database/db.ts'
import { requireDeclared } from './answer-check.ts'
import { rendering } from './cache/answer-cached.ts'
import { answerRead, cacheableOf, isCacheable } from './cached-read.ts'
import { checksOf, identityCheckOf, type Identified } from './request/checks.ts'
import type { Asked, Contract, Reply } from './contract/contract.ts'
import type { Http, HttpEnv } from './contract/env.ts'
import { factsOfContract, withFacts } from './contract/facts.ts'
import { answerOptions } from './middleware/methods.ts'
import { respond } from './reply.ts'
import { routingPath } from './contract/routing-path.ts'

type Identity<C extends Contract> = Pick<Asked<C>, 'params' | 'actor'>

export type Handler<C extends Contract> = (asked: Asked<C>) => Reply<C> | Promise<Reply<C>>

/**
 * Registers a route: `route(http, contract).handle(handler)`. The contract says what it requires
 * and promises; the handler does the work.
 *
 * The checks run in this order: 404 (path), 405, 406, 401, 404 (invisible), 403, 415, 413, 400,
 * 422, 428. The handler is responsible for 409, and for 412 when a version is stale.
 */
export function route<const C extends Contract>(http: Http, contract: C) {
  const path = routingPath(contract)
  const identify = identityCheckOf(contract)
  const check = checksOf(contract)

  return {
    handle(handler: Handler<C>): void {
      if (contract.method === 'post' && !contract.scope)
        http.options(path, (c) => answerOptions(http, c, ['GET', 'POST']))

      const facts = factsOfContract(contract)
      const answerRequest = async (c: Context<HttpEnv>) => {
        c.set('route', contract.path)
        const identified = await identify(c)
        // The params come from the contract's own schemas, and a contract with a scope has a key.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const identity = identified as Identity<C>
        const checked = await check(c, identified).catch(async (refusal: unknown) => {
          throw (await isHidden(contract, identified)) ? notFound() : refusal
        })
        const { readFrom, checksAnswers, answerCache, publicUrl } = c.get('deps')
        const answer = async (db?: Db) => {
          const signal = contract.isImport && c.req.raw.signal
          const asked: object = { ...checked, ...identity, db, ...(signal && { signal }) }
          // Each part was parsed by what the contract names.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          return handler(asked as Asked<C>)
        }

        const audience = { ...identified, ...checked, publicUrl }
        const checkReply = (reply: Reply<C>) => {
          if (checksAnswers) requireDeclared(contract, reply)
          return reply
        }
        const seq = answerCache && isCacheable(contract, audience) ? answerCache.seq : undefined
        if (answerCache && seq !== undefined && seq >= checked.seq) {
          const render = async (db: Db) =>
            cacheableOf(contract, checkReply(await answer(db)), audience)
          return answerRead(c, answerCache, audience, () =>
            readFrom(seq, (db) => rendering(db, render)),
          )
        }
        const reply = await (contract.readsRecord ? readFrom(checked.seq, answer) : answer())
        return respond(c, contract, checkReply(reply), audience)
      }
      http.on(contract.method.toUpperCase(), path, withFacts(facts, answerRequest))
    },
  }
}

const named = z.object({ id: z.string() })

async function isHidden({ isVisible }: Contract, { params, actor }: Identified): Promise<boolean> {
  return isVisible !== undefined && !(await isVisible(named.parse(params).id, actor))
}
