import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readForm } from '../../../src/http/request/form.ts'
import * as fc from '../../support/fast-check.ts'

describe('a form', () => {
  it('is read as the platform reads it', async () => {
    const unit = fc.constantFrom('a', '+', '%', '%4', '%41', '%ea', '%EA%B0%81', '=', '&')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), async (sent) => {
        const fields = await readForm(Buffer.from(sent), 1_000)
        const known = new Map(new URLSearchParams(sent))
        known.delete('')
        expect([...fields].filter(([name]) => name !== '').toSorted()).toEqual(
          [...known].toSorted(),
        )
      }),
    )
  })

  it('is read up to a number of fields', async () => {
    const fields = await readForm(Buffer.from('a=1&b=2&c=3'), 2)

    expect([...fields.keys()]).toEqual(['a', 'b'])
  })

  it.for(['+', '=a', '%41', '%', '&'])('lets others have their turns, made of %s', async (part) => {
    const bytes = Buffer.from(`text=${part.repeat((16 * 1024 * 1024) / part.length)}`)
    const reading = { isOver: false, turns: 0 }
    const others = (async () => {
      for (; !reading.isOver; reading.turns += 1) await setImmediate()
    })()

    const { size } = await readForm(bytes, 8)
    reading.isOver = true
    await others

    expect(size).toBeGreaterThan(0)
    expect(reading.turns).toBeGreaterThan(part === '&' ? 0 : 2)
  })
})
