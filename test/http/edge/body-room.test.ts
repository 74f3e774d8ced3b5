import net from 'node:net'
import * as fc from '../../support/fast-check.ts'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/domain/errors.ts'
import { readBytes } from '../../../src/http/request/body.ts'
import { BytesUnderWay } from '../../../src/http/request/bytes-under-way.ts'
import { addition, serveSample } from './support.ts'

const bodyLimits = { bytesMax: 1_000, bytesMaxOfCaller: 600 }

/** A write whose body does not come: only its headers and a byte are sent. */
async function begin(port: number, key: string, length: number | 'chunked'): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1')
  const framing = length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`
  socket.write(
    `POST /v1/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${key}\r\n` +
      `content-type: application/json\r\nidempotency-key: a\r\n${framing}\r\n\r\n` +
      (length === 'chunked' ? '1\r\n{\r\n' : '{'),
  )
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

function write(size: number, key = 'editor-key') {
  return addition({ words: 'x'.repeat(size) }, { authorization: `Bearer ${key}` })
}

describe('bodies that are under way', () => {
  it('503: of one caller there is room for some, and others still have theirs', async () => {
    const { ask, port, board } = await serveSample({ deps: { bodyLimits } })
    const slow = await begin(port, 'editor-key', 500)

    await expect
      .poll(async () => (await ask('/v1/notes', write(150))).status, { timeout: 5_000 })
      .toBe(503)
    const refused = await ask('/v1/notes', write(150))
    const others = await ask('/v1/notes', write(150, 'contributor-key'))

    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({
      detail: 'You are sending too much at once. Wait for the answers. Nothing was stored.',
    })
    expect(others.status).not.toBe(503)
    expect(board.filter(({ words }) => words.startsWith('xx')).length).toBeLessThan(3)
    slow.destroy()
  })

  it('give their room back when they end, and when they are broken off', async () => {
    const { ask, port } = await serveSample({ deps: { bodyLimits } })
    const slow = await begin(port, 'editor-key', 500)
    const status = async () => (await ask('/v1/notes', write(150))).status
    await expect.poll(status, { timeout: 5_000 }).toBe(503)

    slow.destroy()

    await expect.poll(status, { timeout: 5_000 }).not.toBe(503)
    for (let time = 0; time < 10; time += 1) expect(await status()).not.toBe(503)
  })

  it('take room for the largest body if they do not say how long they are', async () => {
    const { ask, port } = await serveSample({
      deps: { bodyLimits: { bytesMax: 200_000, bytesMaxOfCaller: 65_600 } },
    })
    const slow = await begin(port, 'editor-key', 'chunked')

    await expect
      .poll(async () => (await ask('/v1/notes', write(190))).status, { timeout: 5_000 })
      .toBe(503)
    slow.destroy()
  })
})

describe('room for bodies', () => {
  it('is never more than there is, and all of it comes back', () => {
    const step = fc.record({
      caller: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.nat(700),
      left: fc.nat(700),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const bodies = new BytesUnderWay(bodyLimits, { ofCaller: 'You', ofAll: 'All' })
        const rooms = steps.flatMap(({ caller, bytes, left }) => {
          try {
            const room = bodies.hold(caller, bytes)
            room.shrinkTo(left)
            return [room]
          } catch (error) {
            if (!(error instanceof DomainError)) throw error
            return []
          } finally {
            expect(bodies.bytes).toBeLessThanOrEqual(bodyLimits.bytesMax)
          }
        })
        for (const room of [...rooms, ...rooms]) room.release()
        expect(bodies.bytes).toBe(0)
      }),
    )
  })
})

describe('a body', () => {
  it('is read byte for byte, however it is divided', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 100_000, size: 'max' }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (chunks, isDeclared) => {
        const sent = Buffer.concat(chunks)
        let held = -1
        const request = new Request('http://a', {
          method: 'POST',
          body: ReadableStream.from(chunks),
          duplex: 'half',
          headers: isDeclared ? { 'content-length': String(sent.length) } : {},
        })

        const read = await readBytes(request, 1_000_000, () => ({
          shrinkTo: (bytes) => void (held = bytes),
        }))

        expect(Buffer.compare(read, sent)).toBe(0)
        expect(held).toBe(sent.length)
      }),
      { numRuns: 50 },
    )
  })
})
