import { sql } from 'kysely'
import type { StoredBadges } from '../../src/domain/badges.ts'
import type { Label, Status } from '../../src/domain/status.ts'
import type { Db } from '../../src/store/database/db.ts'
import { recompute } from '../oracle/recompute.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { asRead } from '../oracle/source-rules.ts'
import { comparedBadges, differences } from './differences.ts'

/** Where the stored labels, statuses, cites and badges are not those of the rules. */
export async function recordDifferences(db: Db, record: PlainRecord): Promise<string[]> {
  const expected = recompute(asRead(record))
  return [
    ...differences(
      'claim',
      await storedClaims(db),
      Object.fromEntries(
        [...expected.claims].map(([id, judgement]) => {
          return [id, { ...judgement, badges: comparedBadges(expected.badges.get(id) ?? {}) }]
        }),
      ),
    ),
    ...differences('guard', await storedGuards(db), Object.fromEntries(expected.guards)),
  ]
}

async function storedClaims(db: Db): Promise<Record<string, unknown>> {
  const { rows } = await sql<{
    id: string
    label: Label
    status: Status
    cites: string[]
    badges: StoredBadges | null
  }>`
    select id, label, status, cites, badges from claim where voided_at is null
  `.execute(db)
  return Object.fromEntries(
    rows.map(({ id, badges, ...judgement }) => {
      return [id, { ...judgement, badges: comparedBadges(badges ?? {}) }]
    }),
  )
}

async function storedGuards(db: Db): Promise<Record<string, Label>> {
  const { rows } = await sql<{ id: string; label: Label }>`
    select id, coalesce(label, 'UNDEC') as label from node where kind = 'guard'
  `.execute(db)
  return Object.fromEntries(rows.map(({ id, label }) => [id, label]))
}
