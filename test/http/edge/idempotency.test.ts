import { describe, expect, it, test } from 'vitest'
import { requestHash } from '../../../src/http/contract/idempotency.ts'
import { addition, faultsOf, serveSample } from './support.ts'

describe('Idempotency-Key', () => {
  it('400: is missing, and nothing happens', async () => {
    const { ask, board } = await serveSample()
    const { headers, ...rest } = addition({ words: 'x' })
    const without = new Headers(headers)
    without.delete('idempotency-key')

    const answer = await ask('/v1/notes', { ...rest, headers: without })

    expect(answer.status).toBe(400)
    expect(await faultsOf(answer)).toEqual([['/idempotency-key', 'missing']])
    expect(board).toHaveLength(2)
  })

  test.each([
    ['', 400],
    ['a b', 400],
    ['é', 400],
    ['x'.repeat(256), 400],
    ['x'.repeat(255), 201],
    ['~!"\'', 201],
  ])('"%s" gives %i', async (key, status) => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', addition({ words: 'x' }, { 'idempotency-key': key }))

    expect(answer.status).toBe(status)
  })

  it('400: is sent once', async () => {
    const { send } = await serveSample()

    const answer = await send(
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nconnection: close\r\n' +
        'authorization: Bearer editor-key\r\ncontent-type: application/json\r\n' +
        'idempotency-key: a\r\nidempotency-key: b\r\ncontent-length: 13\r\n\r\n{"words":"x"}',
    )

    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('reaches the handler as it was sent', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', addition({ words: 'x' }, { 'idempotency-key': 'K-1' }))

    expect(await answer.json()).toMatchObject({ keySeen: 'K-1' })
  })
})

function hash(method: string, target: string, body: string): string {
  return requestHash(method, target, Buffer.from(body))
}

describe('the hash of a request', () => {
  it('is that of method, target and the exact bytes', () => {
    const hashes = [
      hash('POST', '/v1/notes', '{"a":1}'),
      hash('PUT', '/v1/notes', '{"a":1}'),
      hash('POST', '/v1/notes?onError=skip', '{"a":1}'),
      hash('POST', '/v1/notes', '{"a": 1}'),
      hash('POST', '/v1/notes{', '"a":1}'),
    ]

    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hash('POST', '/v1/notes', '{"a":1}')).toBe(hashes[0])
  })
})
