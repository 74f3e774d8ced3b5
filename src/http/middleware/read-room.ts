import type { MiddlewareHandler } from 'hono'
import type { ByteLimits } from '../contract/deps.ts'
import type { HttpEnv } from '../contract/env.ts'
import { factsOf } from '../contract/facts.ts'
import { BytesUnderWay } from '../request/bytes-under-way.ts'
import { actorOf, callerOf } from '../request/caller.ts'
import { ReadTurns } from '../request/read-turns.ts'
import { outgoingOf } from '../request/remote.ts'

const mebibyte = 1024 * 1024

/** Smaller answers are not counted. */
const smallMax = 64 * 1024

/** How many bytes of large answers may wait for those who read them. */
const usualLimits: ByteLimits = { bytesMax: 64 * mebibyte, bytesMaxOfCaller: 16 * mebibyte }

/**
 * Bounds what reads take: a few of each caller are worked on at once, and the bytes of large answers
 * count until they have been read.
 */
export function boundReads(limits = usualLimits): MiddlewareHandler<HttpEnv> {
  const turns = new ReadTurns()
  const answers = new BytesUnderWay(limits, {
    ofCaller: 'You have not read the answers to what you asked before.',
    ofAll: 'Too many large answers are being read at once.',
  })

  return async function boundReads(c, next) {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isRead || factsOf(c).isAboutService) return next()
    const caller = callerOf(c, await actorOf(c))
    await turns.run(caller, next)
    const bytes = c.get('answerLength') ?? 0
    const outgoing = outgoingOf(c)
    if (bytes <= smallMax || !outgoing) return
    const room = answers.hold(caller, bytes)
    outgoing.once('close', () => room.release())
  }
}
