import type { MiddlewareHandler } from 'hono'
import { answerCopy } from '../coding/answer.ts'
import { isCodable, isSettled } from '../coding/codable.ts'
import { Copy } from '../bytes/copy.ts'
import type { HttpEnv } from '../contract/env.ts'

/** Codes what routes have not coded themselves: pages, refusals, metrics. */
export const codeAnswers: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next()
  if (c.get('isFinished')) return
  const headers = Object.fromEntries(c.res.headers)
  if (c.res.body === null || isSettled(headers) || !isCodable(headers)) return
  const { status } = c.res
  const copy = new Copy(new Uint8Array(await c.res.arrayBuffer()))
  const answer = await answerCopy(c, copy, { status, headers }, { isRead: false })
  // Hono adds the headers of an earlier answer to a later one.
  c.res = undefined
  c.res = answer
}
