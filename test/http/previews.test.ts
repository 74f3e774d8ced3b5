import { describe, expect } from 'vitest'
import { z } from 'zod'
import { it as withApi } from '../support/api.ts'
import { operationsIn } from '../support/open-api.ts'
import { seedBundle } from '../support/seed.ts'
import { sendExamples, type ExampleRequest } from '../support/send-examples.ts'
import { tracesIn } from '../support/traces.ts'

const it = withApi.extend('operations', { scope: 'file' }, async ({ api }) => {
  const headers = { 'content-type': 'application/x-ndjson' }
  await api('/v1/import', { body: seedBundle(), headers })
  return operationsIn((await api('/openapi.json')).json)
})

const moves = z.object({
  statusChanges: z
    .union([z.int(), z.array(z.object({ from: z.unknown(), to: z.unknown() }))])
    .optional(),
})

describe('?preview=true', () => {
  it('of every write answers as the write will, with 200, and leaves no trace', async ({
    api,
    db,
    operations,
  }) => {
    const previewed = new Map<string, unknown>()
    const preview = async ({ operation, address, query, call }: ExampleRequest) => {
      const takesPreview = operation.parameters.some(({ name }) => name === 'preview')
      if (!takesPreview) return
      const before = await tracesIn(db)
      const asked = new URLSearchParams({ ...query, preview: 'true' }).toString()

      const { status, json, text, headers } = await api(`${address}?${asked}`, call)

      expect([operation.operationId, status, text]).toEqual([
        operation.operationId,
        200,
        expect.stringContaining('"preview":true'),
      ])
      expect(await tracesIn(db)).toEqual(before)
      for (const name of ['location', 'etag', 'counterpoint-seq'])
        expect(headers.get(name)).toBeNull()
      previewed.set(operation.operationId, json)
    }

    const answered = await sendExamples(api, operations, preview)

    const writes = answered.filter(({ operation }) => operation.security.length > 0)
    expect([...previewed.keys()].toSorted()).toEqual(
      writes
        .filter(({ operation }) => operation.method !== 'GET')
        .map(({ operation }) => operation.operationId)
        .toSorted(),
    )
    for (const { operation, answer } of answered.filter(({ operation }) =>
      previewed.has(operation.operationId),
    )) {
      const [shown, done] = [previewed.get(operation.operationId), answer.json].map((json) =>
        moves.parse(json),
      )
      expect([operation.operationId, inShort(shown)]).toEqual([
        operation.operationId,
        inShort(done),
      ])
    }
  })
})

/** New claims have other ids in a preview. */
function inShort(told: z.output<typeof moves> | undefined) {
  const { statusChanges } = told ?? {}
  return typeof statusChanges === 'number'
    ? statusChanges
    : statusChanges?.map(({ from, to }) => `${String(from)} → ${String(to)}`).toSorted()
}
