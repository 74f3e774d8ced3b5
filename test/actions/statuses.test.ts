import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Label, Status } from '../../src/domain/status.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { recompute } from '../oracle/recompute.ts'
import { renamed } from '../oracle/renamed.ts'
import { importLines, importSteps } from '../support/import.ts'
import { it } from '../support/it.ts'
import { seedLines } from '../support/seed.ts'

describe('the statuses of an imported record', () => {
  it('are those of the seed story', async ({ db }) => {
    const golden = JSON.parse(readFileSync('test/oracle/rules/golden.json', 'utf8')).at(-1)

    const { refs } = await importLines(db, seedLines())

    const stored = await statuses(db, Object.values(refs))
    const byRef = Object.entries<Stated>(golden.expect).map(([ref, expected]) => {
      const { cites = [], ...rest } = stored.get(refs[ref] ?? '') ?? {}
      const same = { ...expected, cites: expected.cites.map((cite) => refs[cite]).toSorted() }
      return [ref, { ...rest, cites: cites.toSorted() }, same]
    })
    expect(byRef.map(([ref, stated]) => [ref, stated])).toEqual(
      byRef.map(([ref, , same]) => [ref, same]),
    )
  })

  it.for(Array.from({ length: 150 }, (_, index) => index + 1))(
    'are those of an independent reading of the rules, record %i',
    async (seed, { db }) => {
      const record = randomRecord(seed, { sources: 5, claims: 12, links: 24 })
      const refs = await importSteps(db, toBundleSteps(record, seed, `random-${seed}`))

      const expected = recompute(renamed(record, new Map(Object.entries(refs)))).claims
      expect(await statuses(db, [...expected.keys()])).toEqual(expected)
    },
  )
})

interface Stated {
  label: Label
  status: Status
  cites: string[]
}

async function statuses(db: Db, claims: readonly string[]): Promise<Map<string, Stated>> {
  const { rows } = await sql<Stated & { id: string }>`
    select id, label, status, cites from claim where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, ...stated }) => [id, stated]))
}
