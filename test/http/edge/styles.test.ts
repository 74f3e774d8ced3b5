import { describe, expect, it } from 'vitest'
import { cardStyle } from '../../../src/edges/embed/card-style.ts'
import { pageStyle } from '../../../src/html/page/style.ts'

describe('the style of cards and pages', () => {
  it.for([
    ['cards', cardStyle],
    ['pages', pageStyle],
  ])('uses no variable that it does not declare: %s', ([, style = '']) => {
    const declared = new Set([...style.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
    // One with a fallback may be set elsewhere.
    const used = [...style.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)

    expect(used.length).toBeGreaterThan(10)
    expect(used.filter((name) => !declared.has(name))).toEqual([])
  })
})
