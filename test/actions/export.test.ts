import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import { exportRecord } from '../../src/actions/export-record.ts'
import { canonicalJson } from '../../src/formats/event.ts'
import type { Db } from '../../src/store/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/pool.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { cloneTemplate, dropDatabase, it } from '../support/it.ts'
import type { Template } from '../support/postgres.ts'
import { seedLines } from '../support/seed.ts'

const randomSeeds = Array.from({ length: 40 }, (_, index) => index + 1)
/** Several to a database, which takes longer to make than to fill. */
const together = 5

describe('an export', () => {
  it('of the seed story makes an equal record where there was none', async ({ template }) => {
    await expectEqualCopy(template, [seedLines()])
  })

  it.for(randomSeeds.filter((seed) => seed % together === 0))(
    'of random records makes equal ones where there were none, up to %i',
    async (last, { template }) => {
      const seeds = Array.from({ length: together }, (_, index) => last - index)
      await expectEqualCopy(template, seeds.flatMap(randomSteps))
    },
  )

  it('of a record in which something of every kind is over says so', async ({ template }) => {
    const record = await anEmptyRecord(template)
    for (const lines of randomSeeds.slice(0, together).flatMap(randomSteps))
      await importLines(record, lines)

    const types = (await exported(record)).map((line) => Object.keys(JSON.parse(line)).join())

    for (const over of [
      'claim,reason,type',
      'link,reason,type',
      'at,claim,reason,type',
      'at,link,reason,type',
    ])
      expect(types).toContain(over)
  })

  it('of nothing is nothing', async ({ template }) => {
    expect(await exported(await anEmptyRecord(template))).toEqual([])
  })
})

function randomSteps(seed: number): unknown[][] {
  const shape = seed % 2 ? 'nasty' : 'realistic'
  const record = randomRecord(seed, { shape, sources: 6, claims: 14, links: 30 })
  return toBundleSteps(record, seed, `random-${seed}`)
}

async function expectEqualCopy(
  template: Template,
  bundles: readonly (readonly unknown[])[],
): Promise<void> {
  const original = await anEmptyRecord(template)
  for (const lines of bundles) await importLines(original, lines)
  await expectRightRecord(original)
  const first = await exported(original)

  const copy = await anEmptyRecord(template)
  await importLines(
    copy,
    first.map((line) => JSON.parse(line)),
  )

  expect(await exported(copy)).toEqual(first)
  expect(await standing(copy)).toEqual(await standing(original))
  await expectRightRecord(copy)
}

/** The lines of an export, in an order of their own: the record's depends on how it was entered. */
async function exported(db: Db): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportRecord(db)) lines.push(canonicalJson(line))
  return lines.toSorted()
}

/** How everything stands by id, read past the export. */
async function standing(db: Db): Promise<unknown> {
  const claims = await sql`
    select id, kind, speaker_id, lang, asserted_at, asserted_start, withdrawn_at, figure,
      voided_at is not null as is_voided, label, status, cites, rebuts, undercuts, qualifies, supports
    from claim order by id
  `.execute(db)
  const links = await sql`
    select link.id, relation, from_claim, to_claim, to_link, aspect, arguendo, ended_at, is_conceded,
      is_void, voided_at is not null as is_voided, guard.label
    from link left join node as guard on guard.id = link.id order by link.id
  `.execute(db)
  const reports = await sql`
    select id, source_id, kind, lang, accessed_at, published_at, published_start from report order by id
  `.execute(db)
  const affiliations = await sql`
    select source_id, position, relation, to_id, from_date, until_date, from_start, until_start
    from current_affiliation order by source_id, position
  `.execute(db)
  const words = await sql`
    select event.object, words.field, words.body
    from words join event on event.seq = words.seq order by event.object, words.field, words.body
  `.execute(db)
  return [claims, links, reports, affiliations, words].map(({ rows }) => rows)
}

async function anEmptyRecord(template: Template): Promise<Db> {
  const database = await cloneTemplate(template)
  onTestFinished(() => dropDatabase(database))
  const pool = openPool({
    url: database.serviceUrl,
    applicationName: 'counterpoint tests',
    connectionsMax: 2,
    limits: servingLimits,
  })
  onTestFinished(() => pool.end())
  return openDb(pool)
}
