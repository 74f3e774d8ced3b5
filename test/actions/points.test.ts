import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, endLine, header, linkLine, mergeLine, sourceLine } from '../support/lines.ts'

const closed = { id: 'a', text: 'The plant closed' }
const inMay = { id: 'b', text: 'in May' }

/** A report with points, entered twice, and a denial of the copy. */
function twice(points: readonly object[]) {
  return [
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('firm'),
    claimLine('story', 'paper', { about: ['firm'], points }),
    claimLine('copy', 'paper', { about: ['firm'], points: [closed, inMay] }),
    claimLine('denial', 'firm', { about: ['firm'] }),
    linkLine('denies', 'rebuts', 'denial', 'copy', { meets: ['in May'] }),
  ]
}

describe('a merge of claims with points', () => {
  it('keeps what answers meet if the one that remains has the points', async ({ db }) => {
    const { refs } = await importLines(db, twice([inMay]))
    const { copy = '', story = '' } = refs
    const id = crypto.randomUUID()

    await importLines(db, [mergeLine('claim', copy, story, { id })])
    expect(await meets(db, refs['denies'])).toEqual(['b'])
    await expectRightRecord(db)

    await importLines(db, [{ type: 'void', merge: id, reason: 'They are two.' }])
    expect(await meets(db, refs['denies'])).toEqual(['b'])
    await expectRightRecord(db)
  })

  it.for([
    ['lacks one that an answer meets', [closed], 'meets-known-points'],
    ['has other words for it', [{ ...inMay, text: 'in June' }], 'merge-keeps-points'],
  ] as const)('is refused if the one that remains %s', async ([, points, rule], { db }) => {
    const { refs } = await importLines(db, twice(points))
    const { copy = '', story = '' } = refs

    const { faults } = await refusalOf(db, [mergeLine('claim', copy, story)])

    expect(faults.map(({ code }) => code)).toContain(rule)
    await expectRightRecord(db)
  })
})

describe('new wording of a claim with points', () => {
  const record = [
    ...twice([closed, inMay]),
    claimLine('better', 'paper', { about: ['firm'], points: [{ ...closed, text: 'It closed' }] }),
    linkLine('reworded', 'supersedes', 'better', 'story', { change: 'wording' }),
  ]
  const removed = { ...inMay, endedAt: '2026-01-01' }
  const kept = claimLine('better', 'paper', { about: ['firm'], points: [closed, removed] })

  it('keeps their ids, even of those that it removes', async ({ db }) => {
    const { faults } = await refusalOf(db, record)
    expect(faults.map(({ code }) => code)).toContain('wording-keeps-points')

    await importLines(
      db,
      record.map((line) => ('ref' in line && line.ref === 'better' ? kept : line)),
    )
    await expectRightRecord(db)
  })

  it('has them in its place: answers to either version meet them', async ({ db }) => {
    const { refs } = await importLines(
      db,
      record.map((line) => ('ref' in line && line.ref === 'better' ? kept : line)),
    )
    const { story = '', better = '' } = refs

    const { refs: added } = await importLines(db, [
      claimLine('other', refs['firm'] ?? ''),
      claimLine('another', refs['firm'] ?? ''),
      linkLine('old', 'rebuts', 'other', story, { meets: ['The plant closed'] }),
      linkLine('new', 'rebuts', 'another', better, { meets: ['The plant closed'] }),
    ])

    expect(await meets(db, added['old'])).toEqual(['a'])
    expect(await meets(db, added['new'])).toEqual(['a'])
  })

  it('cannot end while an answer to the old version meets a point of the new', async ({ db }) => {
    const more = [closed, inMay, { id: 'c', text: 'for good' }]
    const { refs } = await importLines(db, [
      ...record.map((line) =>
        'ref' in line && line.ref === 'better' ? { ...kept, points: more } : line,
      ),
      claimLine('other', 'firm'),
      linkLine('old', 'rebuts', 'other', 'story', { meets: ['c'] }),
    ])

    const { faults } = await refusalOf(db, [endLine(refs['reworded'] ?? '')])

    expect(faults.map(({ code }) => code)).toEqual(['meets-known-points'])
  })
})

describe('a release of a namespace', () => {
  it('changes nothing if its points are those on record, whatever was removed', async ({ db }) => {
    const first = await importLines(db, release([{ text: 'in May' }, { text: 'closed' }]))
    const amend = { onChange: 'amend' }
    const less = await importLines(db, release([{ text: 'in May' }], amend))
    expect(less).toMatchObject({ amended: 1, unchanged: 5 })

    const again = await importLines(db, release([{ id: 'p1', text: 'in May' }]))

    expect(again).toMatchObject({ amended: 0, unchanged: 6 })
    expect(await meets(db, first.refs['denies'])).toEqual(['p1'])
  })
})

function release(points: readonly object[], given: object = {}) {
  return [
    { ...header('release'), ...given },
    ...twice([]).map((line) => ('ref' in line && line.ref === 'copy' ? { ...line, points } : line)),
  ]
}

async function meets(db: Db, link: string | undefined): Promise<unknown> {
  const { rows } = await sql<{ meets: string[] }>`
    select meets from link where id = ${link}::uuid
  `.execute(db)
  return rows[0]?.meets
}
