import { describe, expect } from 'vitest'
import { examples } from '../../src/edges/api/reference/examples.ts'
import { it as withApi } from '../support/api.ts'
import { operationsIn } from '../support/open-api.ts'
import { seedBundle } from '../support/seed.ts'
import { sendExamples } from '../support/send-examples.ts'

const it = withApi.extend('operations', { scope: 'file' }, async ({ api }) => {
  const headers = { 'content-type': 'application/x-ndjson' }
  await api('/v1/import', { body: seedBundle(), headers })
  return operationsIn((await api('/openapi.json')).json)
})

describe('the OpenAPI document', () => {
  it('has an example of every operation, and none of another', ({ operations }) => {
    expect(Object.keys(examples).toSorted()).toEqual(
      operations.map(({ operationId }) => operationId).toSorted(),
    )
  })

  it('has examples that the demo record answers well, every one', async ({ api, operations }) => {
    const answered = await sendExamples(api, operations)

    expect(answered).toHaveLength(operations.length)
    for (const { operation, answer } of answered) {
      const isPromised = Object.keys(operation.responses).includes(`${answer.status}`)
      expect([operation.operationId, isPromised, answer.status, answer.text]).toEqual([
        operation.operationId,
        true,
        expect.toSatisfy((status: number) => status < 300),
        expect.anything(),
      ])
    }
  })
})
