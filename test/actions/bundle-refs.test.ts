import { describe, expect } from 'vitest'
import { rowCounts } from '../support/counts.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { header, linkLine, quarrel, sourceLine, withdrawalLine } from '../support/lines.ts'
import { startsOnto } from '../support/starts-onto.ts'

const denial = linkLine('no', 'rebuts', 'denial', 'story')

describe('the refs of a bundle', () => {
  it('with a namespace are remembered: the same content again changes nothing', async ({ db }) => {
    const lines = [header('again'), ...quarrel(), denial, withdrawalLine('denial')]
    const { refs } = await importLines(db, lines)
    const before = await rowCounts(db)

    const again = await importLines(db, lines)

    expect(again).toMatchObject({
      accepted: lines.length - 1,
      new: 0,
      amended: 0,
      unchanged: lines.length - 1,
      refs,
      events: null,
      statusChanges: 0,
    })
    expect(await rowCounts(db)).toEqual(before)
  })

  it('with a namespace stand for what they stood for in later bundles', async ({ db }) => {
    const { refs } = await importLines(db, [header('later'), ...quarrel()])

    await importLines(db, [header('later'), denial])

    expect(await startsOnto(db, refs['story'])).toEqual([refs['denial']])
  })

  it('with other content are a conflict, and nothing is stored', async ({ db }) => {
    await importLines(db, [header('other'), ...quarrel()])
    const before = await rowCounts(db)

    const { code, faults } = await refusalOf(db, [
      header('other'),
      sourceLine('paper', { kind: 'outlet' }),
      sourceLine('firm', { kind: 'person' }),
      sourceLine('new'),
    ])

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ line: 3, pointer: '/kind', code: 'other-content' }])
    expect(await rowCounts(db)).toEqual(before)
  })

  it('of one namespace mean nothing in another, nor without one', async ({ db }) => {
    await importLines(db, [header('mine'), ...quarrel()])

    for (const first of [[header('yours')], []]) {
      const { faults } = await refusalOf(db, [...first, denial])
      expect(faults.map(({ code, pointer }) => ({ code, pointer }))).toEqual([
        { code: 'unknown-reference', pointer: '/from' },
        { code: 'unknown-reference', pointer: '/to/claim' },
      ])
    }
  })

  it('without a namespace live in one request, so the same again is new', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())

    const again = await importLines(db, quarrel())

    expect(Object.keys(again.refs)).toEqual(Object.keys(refs))
    expect(new Set([...Object.values(refs), ...Object.values(again.refs)]).size).toBe(12)
  })
})
