import { sql, type KyselyPlugin } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { readSnapshot } from '../../src/store/database/transaction.ts'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import { recallStatus } from '../../src/store/last-status.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

/** How many claims are connected with the version, one way or the other. */
const many = 1500

/** A report that was denied and corrected. */
function replaced(prefix: string): object[] {
  const name = (ref: string) => `${prefix}-${ref}`
  return [
    { type: 'bundle', namespace: prefix },
    sourceLine(name('paper'), { kind: 'outlet' }),
    sourceLine(name('firm')),
    sourceLine(name('blog'), { kind: 'outlet' }),
    claimLine(name('report'), name('paper'), { about: [name('firm')] }),
    claimLine(name('denial'), name('firm'), { about: [name('firm')] }),
    claimLine(name('correction'), name('paper'), { about: [name('firm')] }),
    linkLine(name('1'), 'rebuts', name('denial'), name('report')),
    linkLine(name('2'), 'supersedes', name('correction'), name('report')),
  ]
}

describe('earlierVersion in a large component', () => {
  it.for([
    // As soon as the report stood again, so would all of these.
    ['a chain of claims that rely on the report', 'chain', 'relies_on', 50],
    ['a crowd of claims that rely on the report', 'crowd', 'relies_on', 50],
    // The denial depends on everything that it contradicts, and its links are read once.
    ['a denial of a crowd of other claims', 'rebuttals', 'rebuts', 2 * many],
  ] as const)('reads little of %s', async ([, prefix, relation, rowsMax], { db }) => {
    const name = (ref: string) => `${prefix}-${ref}`
    const lines = Array.from({ length: many }, (_, index) => {
      const before = prefix === 'chain' && index > 0 ? name(`c${index - 1}`) : name('report')
      const [from, to] =
        prefix === 'rebuttals' ? [name('denial'), name(`c${index}`)] : [name(`c${index}`), before]
      return [
        claimLine(name(`c${index}`), name('blog'), { about: [name('blog')] }),
        linkLine(name(`l${index}`), relation, from, to),
      ]
    })
    const { refs } = await importLines(db, [...replaced(prefix), ...lines.flat()])

    const { counted, counts } = counting(db)
    const report = refs[name('report')] ?? ''
    const { last } = await readSnapshot(counted, (now) =>
      recallStatus(now, new PartialRecord(), report),
    )

    expect(last).toEqual({ status: 'denied', by: [refs[name('denial')]] })
    expect(counts.statements).toBeLessThan(30)
    expect(counts.rows).toBeLessThan(rowsMax)
  })

  it('follows a write that is many steps away from the version', async ({ db }) => {
    // So many that the nodes on which the version depends are not all loaded.
    const crowd = Array.from({ length: many }, (_, index) => [
      claimLine(`far-c${index}`, 'far-blog', { about: ['far-blog'] }),
      linkLine(`far-l${index}`, 'rebuts', 'far-denial', `far-c${index}`),
    ])
    const steps = ['far-denial', 'far-v1', 'far-v2', 'far-v3']
    const undercuts = steps.slice(1).map((step, index) => undercut(step, steps[index]))
    const { refs } = await importLines(db, [
      ...replaced('far'),
      ...crowd.flat(),
      ...undercuts.flat(),
    ])
    const correction = refs['far-correction'] ?? ''
    expect(await earlierVersionOf(db, correction)).toBeNull()

    await importLines(db, [{ type: 'bundle', namespace: 'far' }, ...undercut('far-v4', 'far-v3')])

    expect(await earlierVersionOf(db, correction)).toEqual({
      claim: refs['far-report'],
      status: 'denied',
      by: [refs['far-denial']],
    })
  })

  it('reads little of a figure that was updated many times', async ({ db }) => {
    const updates = 200
    const lines = Array.from({ length: updates }, (_, index) => [
      claimLine(`u${index}`, 'paper', { about: ['firm'] }),
      ...(index > 0 ? [linkLine(`l${index}`, 'supersedes', `u${index}`, `u${index - 1}`)] : []),
    ])
    const { refs } = await importLines(db, [
      { type: 'bundle', namespace: 'updates' },
      sourceLine('paper', { kind: 'outlet' }),
      sourceLine('firm'),
      ...lines.flat(),
      claimLine('denial', 'firm', { about: ['firm'] }),
      linkLine('rebuttal', 'rebuts', 'denial', 'u1'),
    ])
    const { counted, counts } = counting(db)
    const { last } = await readSnapshot(counted, (now) =>
      recallStatus(now, new PartialRecord(), refs['u1'] ?? ''),
    )

    expect(last).toEqual({ status: 'denied', by: [refs['denial']] })
    expect(counts.statements).toBeLessThan(80)
    expect(counts.rows).toBeLessThan(20 * updates)
  })
})

/** A claim of another source that takes the force of one. */
function undercut(by: string, target = ''): object[] {
  return [
    sourceLine(`${by}-source`),
    claimLine(by, `${by}-source`),
    linkLine(`${by}-u`, 'undercuts', by, target),
  ]
}

async function earlierVersionOf(db: Db, claim: string): Promise<unknown> {
  const { rows } = await sql<{ version: unknown }>`
    select badges -> 'earlierVersion' as version from claim where id = ${claim}::uuid
  `.execute(db)
  return rows[0]?.version
}

/** A database that counts the statements that it is sent, and the rows that it answers. */
function counting(db: Db) {
  const counts = { statements: 0, rows: 0 }
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      counts.statements += 1
      counts.rows += result.rows.length
      return result
    },
  }
  return { counted: db.withPlugin(plugin), counts }
}
