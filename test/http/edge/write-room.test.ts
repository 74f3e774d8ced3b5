import type { Asking } from '../../../src/actions/record/queue/write-queue-limits.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Credentials } from '../../../src/http/contract/deps.ts'
import type { Http } from '../../../src/http/contract/env.ts'
import { route } from '../../../src/http/route.ts'
import { noteId } from './sample.ts'
import { addition, asEditor, problemOf, serveSample } from './support.ts'

describe('a write that finds no room', () => {
  it('503: is refused before anybody is asked whose key it is; reads are not', async () => {
    const asked: string[] = []
    const whoIs = async ({ key }: Credentials) => {
      asked.push(key)
      return undefined
    }
    const { ask } = await serveSample({ deps: { whoIs, hasRoomToWrite: () => false } })

    const refused = await ask('/v1/notes', addition({ words: 'one too many' }))

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await problemOf(refused))['detail']).toContain('Nothing was stored.')
    expect(asked).toEqual([])
    expect((await ask(`/v1/notes/${noteId}`)).status).toBe(200)
  })

  it('is assigned by caller, once the caller is known, and imports are told', async () => {
    const asked: Asking[] = []
    const hasRoomToWrite = (asking: Asking) => {
      asked.push(asking)
      return true
    }
    const { ask, http } = await serveSample({ deps: { hasRoomToWrite } })
    importRoute(http)

    await ask('/v1/notes', addition({ words: 'first' }))
    await ask('/v1/notes', addition({ words: 'second' }, { 'idempotency-key': 'two' }))
    await ask('/v1/boards', { method: 'POST', headers: asEditor })

    const caller: unknown = expect.any(String)
    expect(asked).toEqual([
      { caller: undefined, isImport: false },
      { caller, isImport: false },
      { caller, isImport: true },
    ])
  })
})

function importRoute(http: Http): void {
  route(http, {
    method: 'post',
    path: '/v1/boards',
    operationId: 'importBoard',
    tag: 'record',
    summary: 'Import a board',
    description: 'Many notes at once.',
    scope: 'edit',
    isImport: true,
    answers: { 200: { description: 'How many.', schema: z.int() } },
  }).handle(() => ({ status: 200, body: 0 }))
}
