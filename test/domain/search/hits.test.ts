import * as fc from '../../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { hitsIn } from '../../../src/domain/search/hits.ts'
import { searchTerms } from '../../../src/domain/search/terms.ts'

/** The text with its hits in brackets. */
function marked(text: string, query: string): string {
  let shown = text
  for (const { start, end } of hitsIn(text, searchTerms(query)).toReversed())
    shown = `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`
  return shown
}

describe('the hits of a search', () => {
  test.for([
    ['매출 목표를 낮췄다', '매출', '[매출] 목표를 낮췄다'],
    ['매출목표를 낮췄다', '목표', '매출[목표]를 낮췄다'],
    ['하향 조정했다', '하향을', '[하향] 조정했다'],
    ['lowered sales targets', 'target', 'lowered sales [targets]'],
    ['It targeted the salesperson', 'sales', 'It targeted the salesperson'],
    ['Microsoft’s denial', 'MICROSOFT', '[Microsoft’s] denial'],
    ['the sales targets of a unit', '"sales targets"', 'the [sales targets] of a unit'],
    ['the targets of sales', '"sales targets"', 'the targets of sales'],
    ['1,234명이 왔다', '1234명', '[1,234명]이 왔다'],
    ['by 25–50% of 250', '25', 'by [25]–50% of 250'],
    ['ＭＳ lowered', 'ms', '[ＭＳ] lowered'],
    ['a café, a cafe', 'cafe', 'a [café], a [cafe]'],
    ['sales targets', 'sales -targets', '[sales] targets'],
    ['lifestyle', 'life style', '[lifestyle]'],
    ['말 한마디로 큰 말', '말', '[말] 한마디로 큰 [말]'],
    ['the sales-target of a unit', 'sales-targets', 'the [sales-target] of a unit'],
    ['the sales-target of a unit', 'sales', 'the [sales]-target of a unit'],
    ['the sales-target of a unit', '"sales target"', 'the [sales-target] of a unit'],
    ['the U.S. unit’s sales', '"US unit sales"', 'the [U.S. unit’s sales]'],
    ['a-b-c-d', '"b c"', 'a-[b-c]-d'],
    ['25 % of 50%', '50%', '25 % of [50%]'],
  ] as const)('%s, sought by %s: %s', ([text, query, shown]) => {
    expect(marked(text, query)).toBe(shown)
  })

  it.for([
    [`a${'-a'.repeat(2_000)} ;;;;; zqx zqx zqx zqx 7`, '"zqx zqx zqx zqx 7"'],
    [`${'a-'.repeat(2_000)};`, `"${'a '.repeat(60)}b"`],
    [`${'a '.repeat(2_000)};`, `"${'a '.repeat(60)}b"`],
    [`${'target-'.repeat(700)};`, `"${'targets '.repeat(20)}b"`],
    [`${'가 '.repeat(2_000)};`, `"${'가 '.repeat(60)}나"`],
    [`${'1,'.repeat(2_000)};`, `"${'1 '.repeat(60)}2"`],
  ] as const)('are found in seconds where there are many ways to divide %#', ([text, query]) => {
    const begun = performance.now()
    hitsIn(text, searchTerms(query))
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('gives places in order, without overlap, inside any text, for any search', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, query) => {
          let end = 0
          for (const hit of hitsIn(text, searchTerms(query))) {
            expect(hit.start).toBeGreaterThanOrEqual(end)
            expect(hit.end).toBeGreaterThan(hit.start)
            end = hit.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
