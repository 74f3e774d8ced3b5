import type { Member } from '../../../src/actions/record/member.ts'
import { describe, expect, it } from 'vitest'
import { PreviewTurns } from '../../../src/actions/record/preview-turns.ts'
import { openWriteQueue } from '../../../src/actions/record/queue/write-queue.ts'
import { writeQueueLimits } from '../../../src/actions/record/queue/write-queue-limits.ts'

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isBegun = false
  const work = async () => {
    isBegun = true
    await promise
  }
  return { work, end: resolve, isBegun: () => isBegun }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))
const busy = { code: 'unavailable', retryAfterSeconds: 2 }

describe('previews', () => {
  it('work one at a time, although writes may be entered together', async () => {
    const turns = new PreviewTurns(openWriteQueue<Member>(writeQueueLimits))
    const [one, other] = [held(), held()]
    const done = [turns.take('a', one.work), turns.take('b', other.work)]

    await soon()
    expect([one.isBegun(), other.isBegun()]).toEqual([true, false])
    one.end()
    other.end()
    await Promise.all(done)
    expect(other.isBegun()).toBe(true)
  })

  it('are refused at once while eight writes wait, and one whose turn comes then is, too', async () => {
    const queue = openWriteQueue<Member>(writeQueueLimits)
    const turns = new PreviewTurns(queue)
    const first = held()
    const running = turns.take('a', first.work)
    const second = turns.take('b', async () => 'done')
    await soon()
    const writes = Array.from({ length: 8 }, () => held())
    const written = writes.map(({ work }) => queue.take('writer', work))
    await soon()

    await expect(turns.take('c', async () => 'done')).rejects.toMatchObject(busy)
    expect(queue.waiting()).toBe(8)
    second.catch(() => {})
    // Its end lets one write go on; another one comes meanwhile.
    const more = held()
    const last = queue.take('writer', more.work)
    first.end()
    await running
    await expect(second).rejects.toMatchObject(busy)

    for (const { end } of [...writes, more]) end()
    await Promise.all([...written, last])
    await expect(turns.take('c', async () => 'done')).resolves.toBe('done')
  })

  it('are refused when eight of them wait', async () => {
    const turns = new PreviewTurns(openWriteQueue<Member>(writeQueueLimits))
    const first = held()
    const works = Array.from({ length: 8 }, () => held())
    const done = [turns.take('a', first.work)]
    await soon()
    done.push(...works.map(({ work }) => turns.take('a', work)))

    await expect(turns.take('a', async () => 'done')).rejects.toMatchObject(busy)

    for (const { end } of [first, ...works]) end()
    await Promise.all(done)
  })

  it('are refused when their turn does not come in time', async () => {
    const turns = new PreviewTurns(openWriteQueue<Member>(writeQueueLimits), 30)
    const first = held()
    const running = turns.take('a', first.work)

    await expect(turns.take('a', async () => 'late')).rejects.toMatchObject(busy)

    first.end()
    await running
    await expect(turns.take('a', async () => 'done')).resolves.toBe('done')
  })

  it('go on after one that failed', async () => {
    const turns = new PreviewTurns(openWriteQueue<Member>(writeQueueLimits))
    const failed = turns.take('a', () => Promise.reject(new Error('for the test')))

    await expect(failed).rejects.toThrow('for the test')
    await expect(turns.take('a', async () => 'done')).resolves.toBe('done')
  })
})
