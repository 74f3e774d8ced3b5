import { isDeepStrictEqual } from 'node:util'
import type { Contract, JsonReply, StreamReply } from './contract/contract.ts'

/** @throws when a reply does not match its contract: a bug, never a refusal */
export function requireDeclared(
  { answers, writesRecord }: Contract,
  reply: JsonReply | StreamReply,
): void {
  const answer = answers[reply.status]
  if ('seq' in reply && !writesRecord) throw new TypeError('A write of the record is not declared')
  if (!answer) throw new TypeError(`Status ${reply.status} is not declared`)
  if (!('schema' in answer) || 'stream' in reply) return
  const sent: unknown = JSON.parse('json' in reply ? reply.json : JSON.stringify(reply.body))
  if (!isDeepStrictEqual(answer.schema.parse(sent), sent))
    throw new TypeError('The answer holds fields that are not declared')
}
