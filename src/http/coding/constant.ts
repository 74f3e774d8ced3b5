import type { Handler } from 'hono'
import type { HttpEnv } from '../contract/env.ts'
import { answerCopy } from './answer.ts'
import { Copy } from '../bytes/copy.ts'

/** Answers with what stays the same while the process runs: it is loaded once, and coded once. */
export function answerConstant(
  load: () => Promise<Copy['plain']> | Copy['plain'],
  headers: Readonly<Record<string, string>>,
): Handler<HttpEnv> {
  let copy: Copy | undefined
  return async (c) => {
    copy ??= new Copy(await load())
    return answerCopy(c, copy, { status: 200, headers }, { isRead: true })
  }
}
