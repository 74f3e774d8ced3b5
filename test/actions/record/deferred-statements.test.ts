import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DeferredStatements } from '../../../src/actions/record/deferred-statements.ts'

describe('DeferredStatements', () => {
  it('starts each piece in its turn, before the one ahead is done', async () => {
    const said: string[] = []
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const deferred = new DeferredStatements()

    await deferred.during(async () => {
      await deferred.start(async () => {
        said.push('first starts')
        await gate
        said.push('first ends')
      })
      await deferred.start(async () => {
        said.push('second starts')
        open()
      })
    })

    expect(said).toEqual(['first starts', 'second starts', 'first ends'])
  })

  it('throws the fault that came first, once nothing is under way any more', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    let isOver = false
    const deferred = new DeferredStatements()

    const running = deferred.during(async () => {
      await deferred.start(async () => {
        await gate
        isOver = true
        throw new Error('the transaction is aborted')
      })
      setImmediate(open)
      throw new Error('the cause')
    })

    await expect(running).rejects.toThrow('the cause')
    expect(isOver).toBe(true)
  })

  it('sends what is left to spare when something is to be sent after it, all at once', async () => {
    const said: string[] = []
    const { promise: allSent, resolve } = Promise.withResolvers<void>()
    const piece = (name: string) => async () => {
      said.push(`${name} starts`)
      await allSent
      said.push(`${name} ends`)
    }
    const deferred = new DeferredStatements()

    await deferred.during(async () => {
      deferred.spare(piece('one'))
      deferred.spare(piece('two'))
      await deferred.sent()
      said.push('sent')
      resolve()
    })

    expect(said).toEqual(['one starts', 'two starts', 'sent', 'one ends', 'two ends'])
  })

  it('does the last work once everything else has succeeded, and only then', async () => {
    const said: string[] = []
    const write = async (fails: boolean) => {
      const deferred = new DeferredStatements()
      return deferred.during(async () => {
        deferred.last(async () => void said.push('last'))
        await deferred.start(async () => {
          await nextTurn()
          said.push('first')
          if (fails) throw new Error('refused')
        })
      })
    }

    await write(false)
    await expect(write(true)).rejects.toThrow('refused')

    expect(said).toEqual(['first', 'last', 'first'])
  })

  it('runs spare work on request, one piece after the other, and waits for it', async () => {
    const said: string[] = []
    const piece = (name: string) => async () => {
      said.push(`${name} starts`)
      await nextTurn()
      said.push(`${name} ends`)
    }
    const deferred = new DeferredStatements()

    const result = await deferred.during(async () => {
      deferred.spare(piece('one'))
      deferred.spare(piece('two'))
      await nextTurn()
      said.push('begin')
      deferred.doSpare()
      return 'done'
    })

    expect(result).toBe('done')
    expect(said).toEqual(['begin', 'one starts', 'one ends', 'two starts', 'two ends'])
  })

  it('throws what went wrong in deferred statements, not what followed from it, and begins nothing more', async () => {
    let hasBegun = false
    const deferred = new DeferredStatements()

    const running = deferred.during(async () => {
      deferred.spare(async () => {
        throw new Error('the cause')
      })
      deferred.spare(async () => {
        hasBegun = true
      })
      deferred.doSpare()
      await nextTurn()
      throw new Error('the transaction is aborted')
    })

    await expect(running).rejects.toThrow('the cause')
    expect(hasBegun).toBe(false)
  })

  it('waits for what is under way when the work is refused', async () => {
    let isOver = false
    const deferred = new DeferredStatements()

    const running = deferred.during(async () => {
      await deferred.start(async () => {
        await nextTurn()
        await nextTurn()
        isOver = true
      })
      throw new Error('refused')
    })

    await expect(running).rejects.toThrow('refused')
    expect(isOver).toBe(true)
  })
})
