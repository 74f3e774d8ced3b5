import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Member } from '../../../src/actions/record/member.ts'
import { openWriteQueue } from '../../../src/actions/record/queue/write-queue.ts'
import {
  importers,
  type Left,
  writeQueueLimits,
  type WriteQueueLimits,
} from '../../../src/actions/record/queue/write-queue-limits.ts'

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

  it('lets everybody else go first after a long turn, for as long as it took', async () => {
    vi.useFakeTimers()
    const { offer, finish, begun } = aQueue({ ...limits, patienceMs: 60_000 })
    offer('slow')
    offer('slow')
    await vi.advanceTimersByTimeAsync(2_000)
    // They come after the second one of the slow caller.
    for (const caller of ['a', 'b']) offer(caller)

    for (let turn = 0; turn < 3; turn++) {
      finish()
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(begun()).toEqual(['slow1', 'a1', 'b1', 'slow2'])
    offer('slow')
    offer('c')
    await vi.advanceTimersByTimeAsync(200)
    finish()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(begun().slice(4)).toEqual(['c1'])
    offer('d')
    finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(begun().slice(5)).toEqual(['slow3'])
  })

  it('keeps the record free after a long turn that stored nothing, for as long as it took', async () => {
    vi.useFakeTimers()
    const { offer, fail, finish, begun } = aQueue({ ...limits, patienceMs: 60_000 })
    offer('vain')
    await vi.advanceTimersByTimeAsync(3_000)
    fail()
    await vi.advanceTimersByTimeAsync(0)

    offer('vain')
    await vi.advanceTimersByTimeAsync(2_900)
    expect(begun()).toEqual(['vain1'])
    offer('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(begun()).toEqual(['vain1', 'a1'])
    finish()
    await vi.advanceTimersByTimeAsync(200)
    expect(begun()).toEqual(['vain1', 'a1', 'vain2'])
  })

  it('lets nobody occupy all places, if there are several', async () => {
    const { offer, begun, finishAll } = aQueue({ ...limits, atOnceMax: 2 })

    for (const caller of ['a', 'a', 'b']) offer(caller)

    await expect.poll(begun).toEqual(['a1', 'b1'])
    expect(await finishAll()).toEqual(['a1', 'b1', 'a2'])
  })

  it('passes the turn on when the work fails', async () => {
    const { take } = openWriteQueue<Member>(limits)
    const failing = take('a', () => Promise.reject(new Error('no')))
    const next = take('a', () => Promise.resolve('done'))

    await expect(failing).rejects.toThrow('no')
    await expect(next).resolves.toBe('done')
  })
})

describe('a turn while more than four writes wait', () => {
  it('takes along those that have the next turns, up to one that goes alone', async () => {
    const { offer, finish, taken } = aGroupQueue()
    offer('busy')
    for (const caller of ['a', 'a', 'b', importers, 'a', 'b']) offer(caller)

    await finish()
    expect(taken()).toEqual([['a1', 'b1']])
    await finish()
    expect(taken().at(-1)).toEqual(['imports1'])
    await finish()
    // Three are left, and each goes alone.
    expect(taken().slice(2)).toEqual([['a2']])
  })

  it('takes along no more than 31 others', async () => {
    const { offer, finish, taken } = aGroupQueue()
    offer('busy')
    for (let count = 0; count < 50; count++) offer('a')

    await finish()

    expect(taken()[0]).toHaveLength(32)
  })

  it('gives back what it does not come to, and has alone what must go alone', async () => {
    let isFirst = true
    const { offer, finish, taken, answers } = aGroupQueue((members) => {
      const left = isFirst ? { alone: members.slice(0, 2), after: members.slice(4) } : nobody
      isFirst = false
      return left
    })
    offer('busy')
    for (const caller of ['a', 'b', 'c', 'd', 'e', 'f']) offer(caller)
    isFirst = false
    await finish()
    isFirst = true

    for (let turn = 0; turn < 4; turn++) await finish()

    expect(taken()).toEqual([['a1', 'b1', 'c1', 'd1', 'e1', 'f1'], ['a1'], ['b1'], ['e1'], ['f1']])
    await finish()
    expect(answers()).toEqual(['c1', 'd1', 'a1', 'b1', 'e1', 'f1'])
  })

  it('answers each with its own answer, and refuses none of them for waiting too long', async () => {
    vi.useFakeTimers()
    const { offer, finish, answers } = aGroupQueue()
    offer('busy')
    for (let count = 0; count < 6; count++) offer('a')

    await finish()
    await vi.advanceTimersByTimeAsync(writeQueueLimits.patienceMs * 2)
    await finish()

    expect(answers().toSorted()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
  })
})

/**
 * A queue whose writes, apart from imports, may be entered together, and end when they are told to.
 *
 * @param leave which writes of a turn are not carried out
 */
function aGroupQueue(leave: (members: readonly Member[]) => Left<Member> = () => nobody) {
  const queue = openWriteQueue<Member>({ ...writeQueueLimits, atOnceMax: 1, waitingMin: 64 })
  const counts = new Map<string, number>()
  const names = new Map<Member, string>()
  const taken: string[][] = []
  const answers: string[] = []
  const ends: (() => void)[] = []

  const offer = (caller: string) => {
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    const name = `${caller}${count}`
    const { promise: answer, resolve } = Promise.withResolvers<string>()
    const enterAlone = async () => resolve(name)
    const member = { answer, enter: notHere, enterAlone, fail: () => {} }
    names.set(member, name)
    const work = async (others: readonly Member[] = []) => {
      if (caller !== 'busy') taken.push([name, ...others.map((other) => names.get(other) ?? '')])
      await new Promise<void>((done) => void ends.push(done))
      const left = leave([member, ...others])
      for (const each of [member, ...others])
        if (![...left.alone, ...left.after].includes(each)) await each.enterAlone()
      return left
    }
    const mayJoin = caller !== importers && caller !== 'busy'
    const done = mayJoin ? queue.join(caller, member, work) : queue.take(caller, () => work())
    done.then(
      (answer) => void (typeof answer === 'string' && answers.push(answer)),
      () => {},
    )
  }
  const finish = async () => {
    ends.shift()?.()
    for (let turn = 0; turn < 100; turn++) await Promise.resolve()
  }
  return { offer, finish, taken: () => taken, answers: () => answers }
}

const nobody: Left<Member> = { alone: [], after: [] }

function notHere(): Promise<never> {
  return Promise.reject(new Error('It is not entered here.'))
}

/** A queue whose work is named by its caller and number, and ends when it is told to. */
function aQueue(limits: WriteQueueLimits) {
  const queue = openWriteQueue<Member>(limits)
  const counts = new Map<string, number>()
  const begun: { name: string; end: () => void; fail: () => void }[] = []
  const refused: string[] = []
  let ended = 0

  const offer = (caller: string) => {
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    const name = `${caller}${count}`
    const work = () =>
      new Promise<void>(
        (end, fail) => void begun.push({ name, end, fail: () => fail(new Error()) }),
      )
    queue.take(caller, work).catch(() => refused.push(name))
  }
  const finish = () => {
    const next = begun[ended]
    if (next) ended += 1
    next?.end()
    return next !== undefined
  }
  const fail = () => begun[ended++]?.fail()
  const finishAll = async () => {
    while (finish()) await new Promise(setImmediate)
    return begun.map(({ name }) => name)
  }
  return {
    queue,
    offer,
    finish,
    fail,
    finishAll,
    begun: () => begun.map(({ name }) => name),
    refused: () => refused,
  }
}
