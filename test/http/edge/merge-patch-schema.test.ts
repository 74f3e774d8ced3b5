import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newClaim } from '../../../src/domain/claim.ts'
import { mergePatchSchema } from '../../../src/edges/api/shared/merge-patch-schema.ts'

describe('the schema of a merge patch', () => {
  const patch = mergePatchSchema(newClaim, ['id', 'citations'])
  const fits = (value: unknown) => patch.safeParse(value).success

  it('takes any of the fields, and none of those that are never amended', () => {
    expect([fits({}), fits({ lang: 'en', about: [] }), fits({ kind: 'fact' })]).toEqual([
      true,
      true,
      true,
    ])
    expect([fits({ citations: [] }), fits({ verdict: 'false' })]).toEqual([false, false])
  })

  it('takes null for what may be left out, and only for that', () => {
    expect([fits({ texts: null }), fits({ rating: null }), fits({ figure: null })]).toEqual([
      true,
      true,
      true,
    ])
    expect([fits({ text: null }), fits({ about: null })]).toEqual([false, false])
  })

  it('takes null for what may be unknown', () => {
    expect([fits({ speaker: null }), fits({ assertedAt: null })]).toEqual([true, true])
  })

  it('takes a part of an object inside, and the whole of a list', () => {
    expect(fits({ figure: { high: '5' } })).toBe(true)
    expect(fits({ figure: { unit: null } })).toBe(false)
    expect(fits({ texts: [{ lang: 'en' }] })).toBe(false)
  })

  it('fills nothing in', () => {
    expect(mergePatchSchema(z.object({ words: z.string().default('none') })).parse({})).toEqual({})
  })
})
