import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DeferredStatements, inTurn } from '../../../src/actions/record/deferred-statements.ts'

describe('inTurn', () => {
  it('starts each piece in its turn, before the one ahead is done', async () => {
    const said: string[] = []
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const first = async () => {
      said.push('first starts')
      await gate
      said.push('first ends')
    }

    const result = await inTurn([first], async () => {
      said.push('last starts')
      open()
      return 'done'
    })

    expect(result).toBe('done')
    expect(said).toEqual(['first starts', 'last starts', 'first ends'])
  })

  it('throws the fault that came first, once nothing is under way any more', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    let isOver = false
    const slow = async () => {
      await gate
      isOver = true
      throw new Error('the transaction is aborted')
    }

    const running = inTurn([slow], async () => {
      setImmediate(open)
      throw new Error('the cause')
    })

    await expect(running).rejects.toThrow('the cause')
    expect(isOver).toBe(true)
  })
})

describe('DeferredStatements', () => {
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
