import { describe, expect, it } from 'vitest'
import { inTurn } from '../../src/actions/in-turn.ts'

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
