import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RatePolicy } from '../../../src/domain/rate-limits.ts'
import { ReadTurns } from '../../../src/http/request/read-turns.ts'
import { endIfUnread } from '../../../src/http/unread.ts'
import { asEditor, serveSample } from './support.ts'
import { absentId, noteId } from './sample.ts'

const mebibyte = 1024 * 1024

describe('large answers', () => {
  it('503: of one caller only so much is unread at once, and others have their room', async () => {
    const answerLimits = { bytesMax: 40 * mebibyte, bytesMaxOfCaller: 15 * mebibyte }
    const { ask, board, port } = await serveSample({ deps: { answerLimits } })
    board.push({ id: absentId, version: 1, colour: 'red', words: 'x'.repeat(10 * mebibyte) })
    const large = `/v1/notes/${absentId}`
    const unread = net.connect(port, '127.0.0.1')
    unread.write(`GET ${large} HTTP/1.1\r\nhost: a\r\n\r\n`)
    await once(unread, 'readable')

    const refused = await ask(large)
    const small = await ask(`/v1/notes/${noteId}`)
    const others = await ask(large, { headers: asEditor })

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect([small.status, others.status]).toEqual([200, 200])
    await others.text()
    unread.destroy()
    await expect.poll(async () => (await ask(large)).status).toBe(200)
  })

  it('count more against a quota', async () => {
    const taken: number[] = []
    const limits = {
      trustedProxyCount: 0,
      take: async (policy: RatePolicy, _: string, points = 1) => {
        taken.push(points)
        return { policy, points: 9, isSpent: false, remaining: 9, resetSeconds: 9 }
      },
    }
    const { ask, board } = await serveSample({ deps: { limits } })
    await ask('/v1/notes')
    board.push({ id: absentId, version: 1, colour: 'red', words: 'x'.repeat(mebibyte) })
    await ask('/v1/notes')

    expect(taken).toEqual([1, 1, 4])
  })
})

describe('the reads of a caller', () => {
  it('run a few at a time, the first first, and do not keep others waiting', async () => {
    const turns = new ReadTurns()
    let [running, most] = [0, 0]
    const done: number[] = []
    const read = (nth: number) => async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(1)
      running -= 1
      done.push(nth)
    }
    const all = Array.from({ length: 100 }, (_, nth) => turns.run('a', read(nth)))
    await turns.run('b', async () => expect(done).toEqual([]))
    await Promise.all(all)

    expect(most).toBe(4)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  })

  it('are refused when too many wait, and run again afterwards', async () => {
    const turns = new ReadTurns()
    const held = Promise.withResolvers<void>()
    const all = Array.from({ length: 204 }, () => turns.run('a', () => held.promise))

    await expect(turns.run('a', async () => {})).rejects.toMatchObject({ code: 'unavailable' })
    held.resolve()
    await Promise.all(all)
    await expect(turns.run('a', async () => 1)).resolves.toBe(1)
  })
})

describe('a stream that nobody reads', () => {
  it('is ended, and what makes it is told', async () => {
    let isEnded = false
    async function* numbers() {
      try {
        for (let nth = 0; ; nth += 1) yield nth
      } finally {
        isEnded = true
      }
    }
    const reader = endIfUnread(numbers(), 20).getReader()

    expect(await reader.read()).toEqual({ done: false, value: 0 })
    await expect.poll(() => isEnded).toBe(true)
    await expect(reader.read().then(() => reader.read())).rejects.toThrow('Nobody read')
  })

  it('is whole if somebody reads', async () => {
    const numbers = ReadableStream.from(Array.from({ length: 50 }, (_, nth) => nth))
    const read: number[] = []
    for await (const each of endIfUnread(numbers.values(), 1_000)) read.push(each)
    expect(read).toHaveLength(50)
  })
})
