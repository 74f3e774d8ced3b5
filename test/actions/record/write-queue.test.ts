import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  importers,
  openWriteQueue,
  writeQueueLimits,
  type WriteQueueLimits,
} from '../../../src/actions/record/write-queue.ts'

const limits: WriteQueueLimits = { ...writeQueueLimits, atOnceMax: 1, waitingMin: 4, waitingMax: 8 }

afterEach(() => void vi.useRealTimers())

describe('the line of writes', () => {
  it('goes round the callers, and each one in the order of asking', async () => {
    const { offer, finishAll } = aQueue(limits)

    for (const caller of ['a', 'a', 'a', 'a', 'b', 'b', 'c']) offer(caller)

    expect(await finishAll()).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('gives everybody a turn after each import', async () => {
    const { offer, finishAll } = aQueue(limits)

    for (const caller of [importers, importers, importers, 'a', 'b']) offer(caller)

    const order = await finishAll()
    expect(order).toEqual(['imports1', 'imports2', 'a1', 'b1', 'imports3'])
  })

  it('refuses a caller at once if too many are waiting, and keeps room for others', async () => {
    const { offer, finishAll, refused, queue } = aQueue(limits)
    for (let count = 0; count < 9; count++) offer('many')
    expect([queue.waiting(), refused()]).toEqual([8, []])

    offer('many')
    offer('one')
    offer('one')

    await expect.poll(refused).toEqual(['many10', 'one2'])
    expect((await finishAll()).join(' ')).toBe(
      'many1 many2 one1 many3 many4 many5 many6 many7 many8 many9',
    )
    expect(queue.waiting()).toBe(0)
  })

  it('lets fewer wait the longer writes take, whatever imports take', async () => {
    vi.useFakeTimers()
    const { offer, finish, queue } = aQueue({ ...limits, waitMsMax: 250 })
    await lasting('imports', 9000)
    for (let count = 0; count < 10; count++) offer('a')
    expect(queue.waiting()).toBe(8)

    while (finish()) await vi.advanceTimersByTimeAsync(50)
    for (let count = 0; count < 10; count++) offer('a')

    expect(queue.waiting()).toBe(5)

    async function lasting(caller: string, ms: number) {
      offer(caller)
      await vi.advanceTimersByTimeAsync(ms)
      finish()
      await vi.advanceTimersByTimeAsync(0)
    }
  })

  it('refuses a write that has waited too long, and an import later than others', async () => {
    vi.useFakeTimers()
    const { offer, refused, queue } = aQueue(limits)
    for (const caller of ['a', 'b', importers]) offer(caller)

    await vi.advanceTimersByTimeAsync(limits.patienceMs)
    expect([refused(), queue.waiting()]).toEqual([['b1'], 1])
    await vi.advanceTimersByTimeAsync(limits.importPatienceMs)
    expect([refused(), queue.waiting()]).toEqual([['b1', 'imports1'], 0])
  })

  it('passes the turn on when the work fails', async () => {
    const { take } = openWriteQueue(limits)
    const failing = take('a', () => Promise.reject(new Error('no')))
    const next = take('a', () => Promise.resolve('done'))

    await expect(failing).rejects.toThrow('no')
    await expect(next).resolves.toBe('done')
  })
})

/** A queue whose work is named by its caller and number, and ends when it is told to. */
function aQueue(limits: WriteQueueLimits) {
  const queue = openWriteQueue(limits)
  const counts = new Map<string, number>()
  const begun: { name: string; end: () => void }[] = []
  const refused: string[] = []
  let ended = 0

  const offer = (caller: string) => {
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    const name = `${caller}${count}`
    const work = () => new Promise<void>((end) => void begun.push({ name, end }))
    queue.take(caller, work).catch(() => refused.push(name))
  }
  const finish = () => {
    const next = begun[ended]
    if (next) ended += 1
    next?.end()
    return next !== undefined
  }
  const finishAll = async () => {
    while (finish()) await new Promise(setImmediate)
    return begun.map(({ name }) => name)
  }
  return { queue, offer, finish, finishAll, refused: () => refused }
}
