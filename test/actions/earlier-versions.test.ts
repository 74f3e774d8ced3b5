import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { LastStatus, StoredBadges } from '../../src/domain/badges.ts'
import type { Db } from '../../src/store/database/db.ts'
import { readSnapshot } from '../../src/store/database/transaction.ts'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import { recallStatus } from '../../src/store/last-status.ts'
import { loadLastStatuses } from '../../src/store/last-statuses.ts'
import type { Effort } from '../../src/store/hypothetical-labels.ts'
import { toBundle } from '../oracle/bundle.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { recompute } from '../oracle/recompute.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import type { Badges } from '../oracle/rules/golden-cases.ts'
import type { WrittenRecord } from '../oracle/rules/record.ts'
import { importLines, importSteps } from '../support/import.ts'
import { it } from '../support/it.ts'

/** As usual, by following the change, and by loading all on which the version depends. */
const efforts: readonly (Effort | undefined)[] = [
  undefined,
  { cone: 0, touches: 1e6, rounds: 1e6 },
  { cone: 0, touches: 0, rounds: 0 },
]

describe('partlyAdmitted and earlierVersion of an imported record', () => {
  it.for(Array.from({ length: Number(process.env['RUNS'] ?? 60) }, (_, index) => index + 1))(
    'are those of an independent reading of the rules, record %i',
    async (seed, { db }) => {
      const shape = seed % 3 > 0 ? ('correcting' as const) : ('nasty' as const)
      const record = randomRecord(seed, { shape, sources: 4, claims: 12, links: 30 })
      const refs = await importSteps(db, toBundleSteps(record, seed, `badges-${seed}`))

      const expected = recompute(renamed(record, new Map(Object.entries(refs)))).badges
      const claims = [...expected.keys()]
      expect(await badges(db, claims)).toEqual(expected)
      const stored = await loadLastStatuses(db, claims)
      for (const effort of efforts) expect(await recalled(db, claims, effort)).toEqual(stored)
    },
  )

  it.for(casesWithBadges())('are those of the case $name', async (golden, { db }) => {
    const { refs } = await importLines(db, toBundle(golden.record, golden.name.split(' ')[0]))

    const named = JSON.stringify(golden.expected).replaceAll(/"[^"]+"/g, (text) => {
      const id = refs[text.slice(1, -1)]
      return id === undefined ? text : `"${id}"`
    })
    const expected = new Map(Object.entries<Badges>(JSON.parse(named)))
    expect(await badges(db, [...expected.keys()])).toEqual(expected)
  })
})

/** The last statuses that a computation with some effort finds. */
async function recalled(
  db: Db,
  claims: readonly string[],
  effort: Effort | undefined,
): Promise<Map<string, LastStatus>> {
  return readSnapshot(db, async (now) => {
    const found = new Map<string, LastStatus>()
    for (const claim of claims) {
      const { last } = await recallStatus(now, new PartialRecord(), claim, effort)
      if (last) found.set(claim, last)
    }
    return found
  })
}

/** The badges that the rules define by the record alone, as they are stored. */
async function badges(db: Db, claims: readonly string[]): Promise<Map<string, Badges>> {
  const { rows } = await sql<{ id: string; badges: StoredBadges }>`
    select id, badges from claim where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(
    rows.map(({ id, badges: { partlyAdmitted, earlierVersion: version } }) => [
      id,
      {
        ...(partlyAdmitted && {
          partlyAdmitted: { ...partlyAdmitted, by: [...partlyAdmitted.by] },
        }),
        ...(version && { earlierVersion: { claim: version.claim, status: version.status } }),
      },
    ]),
  )
}

interface WrittenCase extends WrittenRecord {
  readonly name: string
  readonly expect?: Record<string, { readonly badges?: object }>
}

/** The cases of the rules that list a badge, as records that can be imported. */
function casesWithBadges(): readonly {
  name: string
  record: PlainRecord
  expected: Record<string, object>
}[] {
  const cases = ['golden.json', 'more-cases.json'].flatMap((file): WrittenCase[] =>
    JSON.parse(readFileSync(`test/oracle/rules/${file}`, 'utf8')),
  )
  return cases
    .filter((each) => Object.values(each.expect ?? {}).some(({ badges }) => badges !== undefined))
    .map((each) => ({
      name: each.name,
      record: plainRecord(each),
      expected: Object.fromEntries(
        Object.entries(each.expect ?? {}).map(([claim, { badges = {} }]) => [claim, badges]),
      ),
    }))
}

function plainRecord({ sources = [], claims, links }: WrittenRecord): PlainRecord {
  const parties = new Set(claims.flatMap(({ speaker, about }) => [speaker ?? [], about].flat()))
  const isClaim = new Set(claims.map(({ id }) => id))
  return {
    sources: [...parties, ...sources.map(({ id }) => id)]
      .filter((id, index, all) => all.indexOf(id) === index)
      .map((id) => ({ id, affiliations: [] })),
    claims: claims.map(({ id, kind, speaker, about, at, withdrawn }) => ({
      id,
      kind,
      speaker,
      about,
      at: typeof at === 'number' ? `2025-12-${String(at + 1).padStart(2, '0')}` : at,
      withdrawn: withdrawn !== undefined && withdrawn !== false,
      voided: false,
    })),
    links: links.map(({ id, rel, from, to, ended, change }) => ({
      id,
      relation: rel,
      from,
      to: isClaim.has(to) ? { claim: to } : { link: to },
      ...(change && { change }),
      ended: ended !== undefined && ended !== false,
      voided: false,
    })),
  }
}
