import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { endLine, header, linkLine, quarrel, voidLine, withdrawalLine } from '../support/lines.ts'

const denial = linkLine('no', 'rebuts', 'denial', 'story')

describe('the end of a life', () => {
  it('comes once: what is so already is a conflict', async ({ db }) => {
    const { refs } = await importLines(db, [...quarrel(), denial])
    const [claim, link] = [refs['denial'] ?? '', refs['no'] ?? '']
    const endings = [withdrawalLine(claim), endLine(link), voidLine({ claim }), voidLine({ link })]
    for (const ending of endings) {
      await importLines(db, [ending])
      const before = await rowCounts(db)

      const { code, faults } = await refusalOf(db, [ending])

      expect(code).toBe('conflict')
      expect(faults).toMatchObject([{ line: 1, code: 'already-so' }])
      expect(await rowCounts(db)).toEqual(before)
    }
    await expectRightRecord(db)
  })

  it('comes once in a bundle', async ({ db }) => {
    const { faults } = await refusalOf(db, [
      ...quarrel(),
      withdrawalLine('denial'),
      withdrawalLine('denial'),
    ])

    expect(faults).toMatchObject([{ line: 8, code: 'already-so' }])
  })

  it('may come again with a namespace, but not with another date', async ({ db }) => {
    await importLines(db, [header('ended'), ...quarrel(), withdrawalLine('denial')])

    const { events } = await importLines(db, [header('ended'), withdrawalLine('denial')])
    expect(events).toBeNull()

    const other = withdrawalLine('denial', { at: '2026-01-02' })
    const { code, faults } = await refusalOf(db, [header('ended'), other])
    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ line: 2, code: 'already-so' }])
  })

  it('by a void takes along links that come in a later part of the file', async ({ db }) => {
    const { refs } = await importLines(db, [
      header('void'),
      ...quarrel(),
      denial,
      voidLine({ claim: 'study' }),
      voidLine({ link: 'no' }),
    ])

    const later = [
      header('void'),
      linkLine('from', 'undercuts', 'study', 'story'),
      linkLine('onto', 'rebuts', 'denial', 'study'),
      linkLine('deeper', 'undercuts', 'story', '', { to: { link: 'onto' } }),
      linkLine('step', 'undercuts', 'study', '', { to: { link: 'no' } }),
    ]
    const { code, faults } = await refusalOf(db, later)
    expect([code, faults.map(({ line, pointer }) => [line, pointer])]).toEqual([
      'conflict',
      [
        [2, '/from'],
        [3, '/to/claim'],
        [4, '/to/link'],
        [5, '/from'],
        [5, '/to/link'],
      ],
    ])
    await importLines(db, later, { voids: (name) => name === 'study' || name === 'no' })

    await expectRightRecord(db)
    const { rows } = await sql`
      select status, rebuts, undercuts from claim where id = ${refs['story']}
    `.execute(db)
    expect(rows).toEqual([{ status: 'unchallenged', rebuts: 0, undercuts: 0 }])
  })
})
