import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import {
  claimLine,
  endLine,
  linkLine,
  mergeLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'
import type { Db } from '../../src/store/database/db.ts'

async function statusOf(db: Db, id: string | undefined) {
  const { rows } = await sql<{ status: string | null; rebuts: number }>`
    select status, rebuts from claim where id = ${id}::uuid
  `.execute(db)
  return rows[0]
}

/** A report about a second entry of the firm, which denies it under its first. */
function twoEntries() {
  return [
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('firm'),
    sourceLine('again'),
    claimLine('story', 'paper', { about: ['again'] }),
    claimLine('denial', 'firm', { about: ['firm'] }),
    linkLine('denies', 'rebuts', 'denial', 'story'),
  ]
}

describe('a merge of sources', () => {
  it('makes a denial by the one a denial by the other, until it is voided', async ({ db }) => {
    const { refs } = await importLines(db, twoEntries())
    expect(await statusOf(db, refs['story'])).toMatchObject({ status: 'disputed' })
    const id = crypto.randomUUID()
    const { again = '', firm = '' } = refs

    await importLines(db, [mergeLine('source', again, firm, { id })])
    expect(await statusOf(db, refs['story'])).toMatchObject({ status: 'denied' })
    await expectRightRecord(db)

    await importLines(db, [{ type: 'void', merge: id, reason: 'They are two.' }])
    expect(await statusOf(db, refs['story'])).toMatchObject({ status: 'disputed' })
    await expectRightRecord(db)
  })
})

describe('a merge of claims', () => {
  it('gives the one that remains the links of both', async ({ db }) => {
    const { refs } = await importLines(db, [
      ...twoEntries(),
      claimLine('copy', 'paper', { about: ['firm'] }),
      linkLine('again-denies', 'rebuts', 'denial', 'copy'),
    ])
    const { story = '', copy = '' } = refs
    const id = crypto.randomUUID()

    await importLines(db, [mergeLine('claim', story, copy, { id })])
    await expectRightRecord(db)
    expect(await statusOf(db, copy)).toEqual({ status: 'denied', rebuts: 1 })
    expect(await statusOf(db, story)).toEqual({ status: null, rebuts: 0 })

    await importLines(db, [{ type: 'void', merge: id, reason: 'They are two.' }])
    await expectRightRecord(db)
    expect(await statusOf(db, copy)).toEqual({ status: 'denied', rebuts: 1 })
    expect(await statusOf(db, story)).toEqual({ status: 'disputed', rebuts: 1 })
  })

  it('counts equal links once, and lets the other count when the first is ended', async ({
    db,
  }) => {
    const { refs } = await importLines(db, [
      ...twoEntries(),
      sourceLine('lab'),
      claimLine('study', 'lab', { about: ['lab'] }),
      claimLine('copy', 'paper', { about: ['firm'] }),
      linkLine('again-denies', 'rebuts', 'denial', 'copy'),
      { ...linkLine('cut', 'undercuts', 'study', ''), to: { link: 'again-denies' } },
    ])
    await importLines(db, [mergeLine('claim', refs['story'] ?? '', refs['copy'] ?? '')])
    await expectRightRecord(db)
    const { rows } = await sql<{ id: string; merged_into: string }>`
      select id, merged_into from link where merged_into is not null
    `.execute(db)
    expect(rows).toHaveLength(1)

    await importLines(db, [endLine(rows[0]?.merged_into ?? '')])
    await expectRightRecord(db)
  })

  it('moves what relies on it, and what it relies on, with its losses', async ({ db }) => {
    const { refs } = await importLines(db, [
      sourceLine('paper', { kind: 'outlet' }),
      claimLine('basis', 'paper'),
      claimLine('basis-again', 'paper'),
      claimLine('user', 'paper'),
      claimLine('user-again', 'paper'),
      linkLine('relies', 'relies_on', 'user', 'basis'),
    ])
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    const { basis = '', user = '' } = refs
    const [basisAgain, userAgain] = [refs['basis-again'] ?? '', refs['user-again'] ?? '']
    await importLines(db, [
      mergeLine('claim', basis, basisAgain, { id: first }),
      mergeLine('claim', user, userAgain, { id: second }),
    ])
    await importLines(db, [withdrawalLine(basisAgain)])
    await expectRightRecord(db)
    expect(await statusOf(db, userAgain)).toMatchObject({ status: 'basis_lost' })

    await importLines(db, [
      { type: 'void', merge: first, reason: 'They are two.' },
      { type: 'void', merge: second, reason: 'They are two.' },
    ])
    await expectRightRecord(db)
    expect(await statusOf(db, user)).toMatchObject({ status: 'unchallenged' })
  })

  it.for([
    ['no-self-link', [linkLine('links', 'rebuts', 'denial', 'story')], 'denial', 'story'],
    ['merge-of-one-voice', [], 'denial', 'story'],
    ['merge-keeps-withdrawal', [withdrawalLine('twin')], 'twin', 'story'],
    ['merge-into-itself', [], 'story', 'story'],
  ] as const)('is refused where it would break %s', async ([rule, more, from, into], { db }) => {
    const { refs } = await importLines(db, [
      sourceLine('paper', { kind: 'outlet' }),
      sourceLine('firm'),
      claimLine('story', 'paper', { about: ['firm'] }),
      claimLine('twin', 'paper', { about: ['firm'] }),
      claimLine('denial', 'firm', { about: ['firm'] }),
      ...more,
    ])

    const refusal = await refusalOf(db, [mergeLine('claim', refs[from] ?? '', refs[into] ?? '')])

    expect(refusal.faults.map(({ code }) => code)).toContain(rule)
    await expectRightRecord(db)
  })
})

describe('a chain of merges', () => {
  it('is right whichever of them is voided', async ({ db }) => {
    const { refs } = await importLines(db, [
      ...twoEntries(),
      sourceLine('third'),
      claimLine('more', 'paper', { about: ['third', 'again'] }),
      linkLine('denies-more', 'rebuts', 'denial', 'more'),
    ])
    const { firm = '', again = '', third = '' } = refs
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    await importLines(db, [mergeLine('source', third, again, { id: first })])
    await importLines(db, [mergeLine('source', again, firm, { id: second })])
    await expectRightRecord(db)
    expect(await statusOf(db, refs['more'])).toMatchObject({ status: 'denied' })

    await importLines(db, [{ type: 'void', merge: first, reason: 'They are two.' }])
    await expectRightRecord(db)
    await importLines(db, [mergeLine('source', third, firm)])
    await importLines(db, [{ type: 'void', merge: second, reason: 'They are two.' }])
    await expectRightRecord(db)
    expect(await statusOf(db, refs['story'])).toMatchObject({ status: 'disputed' })
    expect(await statusOf(db, refs['more'])).toMatchObject({ status: 'denied' })
  })
})
