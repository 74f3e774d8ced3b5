import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { randomFrom } from '../oracle/random.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import type { Db } from '../../src/store/database/db.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { endLine, header, linkLine, quarrel, reportLine, withdrawalLine } from '../support/lines.ts'

const reason = 'Entered by mistake.'
/** After whatever a random record has. */
const at = '2026-03-01'
const voidWithdrawal = (withdrawal: string) => ({ type: 'void', withdrawal, reason })
const voidEnd = (end: string) => ({ type: 'void', end, reason })
const denial = linkLine('no', 'rebuts', 'denial', 'story')

describe('the void of a withdrawal or an end', () => {
  it.for(Array.from({ length: 12 }, (_, index) => index + 1))(
    'makes a random record what it was before, %i',
    async (seed, { db }) => {
      await enterRandom(db, seed)
      const before = await standing(db)
      const random = randomFrom(seed)
      const open = before.filter(
        ({ closed, isVoid, isUnnamed }) => closed === null && !isVoid && !isUnnamed,
      )
      const chosen = random.shuffled(open).slice(0, 6)
      const endings = chosen.map(({ id, type }) =>
        type === 'claim' ? withdrawalLine(id, { at }) : endLine(id, { at }),
      )

      await importLines(db, endings)
      await expectRightRecord(db)
      expect(await standing(db)).not.toEqual(before)
      for (const { id, type } of random.shuffled(chosen)) {
        await importLines(db, [type === 'claim' ? voidWithdrawal(id) : voidEnd(id)])
        await expectRightRecord(db)
      }

      expect(await standing(db)).toEqual(before)
    },
  )

  it('comes once, and a withdrawal may come again after it', async ({ db }) => {
    const { refs } = await importLines(db, [...quarrel(), denial])
    const [claim, link] = [refs['denial'] ?? '', refs['no'] ?? '']
    const rounds = [
      [withdrawalLine(claim), voidWithdrawal(claim)],
      [endLine(link), voidEnd(link)],
    ] as const
    for (const [ending, undoing] of rounds)
      for (let round = 0; round < 2; round += 1) {
        expect((await refusalOf(db, [undoing])).faults).toMatchObject([{ code: 'not-so' }])
        await importLines(db, [ending])
        await importLines(db, [undoing])
        const before = await rowCounts(db)

        const { code, faults } = await refusalOf(db, [undoing])

        expect(code).toBe('conflict')
        expect(faults).toMatchObject([{ line: 1, code: 'not-so' }])
        expect(await rowCounts(db)).toEqual(before)
      }
    await expectRightRecord(db)
  })

  it('is kept by a namespace: what was voided since does not come back', async ({ db }) => {
    const lines = [header('undone'), ...quarrel(), denial, withdrawalLine('denial'), endLine('no')]
    const { refs } = await importLines(db, lines)
    await importLines(db, [voidWithdrawal(refs['denial'] ?? ''), voidEnd(refs['no'] ?? '')])

    expect((await importLines(db, lines)).events).toBeNull()

    const both = [...lines, voidWithdrawal('denial'), voidEnd('no')]
    expect((await importLines(db, both)).events).toBeNull()
    const { events } = await importLines(db, [...both, withdrawalLine('denial')])
    expect(events?.last).toBe(events?.first)
    const again = [...both, withdrawalLine('denial')]
    expect((await importLines(db, again)).events).toBeNull()
  })

  it('takes the source of what it voids along, and only that', async ({ db }) => {
    const citation = { report: 'paper-report', quote: 'Taken back' }
    const { refs } = await importLines(db, [
      ...quarrel(),
      reportLine('paper-report', 'paper'),
      denial,
      withdrawalLine('denial', { citation }),
      endLine('no', { citation }),
    ])

    await importLines(db, [voidWithdrawal(refs['denial'] ?? ''), voidEnd(refs['no'] ?? '')])

    const { rows } = await sql<{ kinds: string[] }>`
      select array_agg(kind order by seq) as kinds from event where kind like '%.voided'
        and object in (select id from citation union select ${refs['denial']}::uuid
          union select ${refs['no']}::uuid)
    `.execute(db)
    expect(rows[0]?.kinds).toEqual([
      'withdrawal.voided',
      'citation.voided',
      'end.voided',
      'citation.voided',
    ])
  })

  it('of an end is refused where an equal link took its place', async ({ db }) => {
    const { refs } = await importLines(db, [...quarrel(), denial])
    await importLines(db, [endLine(refs['no'] ?? '')])
    const [from, to] = [refs['denial'] ?? '', refs['story'] ?? '']
    await importLines(db, [linkLine('again', 'rebuts', from, to)])

    const { faults } = await refusalOf(db, [voidEnd(refs['no'] ?? '')])

    expect(faults).toMatchObject([{ code: 'no-duplicate' }])
  })
})

async function enterRandom(db: Db, seed: number): Promise<void> {
  const record = randomRecord(seed, { sources: 5, claims: 10, links: 20 })
  for (const lines of toBundleSteps(record, seed, `undo-${seed}`)) await importLines(db, lines)
}

interface Standing {
  readonly id: string
  readonly type: 'claim' | 'link'
  readonly closed: string | null
  readonly isVoid: boolean
  readonly isUnnamed: boolean
}

/** How every claim and link stands, by id. */
async function standing(db: Db): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select id, 'claim' as type, withdrawn_at::text as closed, voided_at is not null as "isVoid",
      speaker_id is null as "isUnnamed", label, status, cites, account, badges
    from claim
    union all
    select link.id, 'link', ended_at, is_void, false, guard.label, null, null,
      to_jsonb(is_conceded), null
    from link left join node as guard on guard.id = link.id
    order by id
  `.execute(db)
  return rows
}
