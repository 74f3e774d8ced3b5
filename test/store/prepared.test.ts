import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findMoment, readAsOf } from '../../src/store/as-of.ts'
import { findClaimRow } from '../../src/store/claim-rows.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { loadRegion } from '../../src/store/record-region.ts'
import { importLines } from '../support/import.ts'
import { it as withDatabase } from '../support/it.ts'
import { quarrel, withdrawalLine } from '../support/lines.ts'

/** `it` with one connection, and a claim that was withdrawn after it was entered. */
const it = withDatabase
  .extend('lone', { scope: 'file' }, ({ database }, { onCleanup }): Db => {
    const options = { applicationName: 'counterpoint tests', connectionsMax: 1 }
    const lone = openDb(openPool({ url: database.serviceUrl, ...options, limits: servingLimits }))
    onCleanup(() => lone.destroy())
    return lone
  })
  .extend('story', { scope: 'file' }, async ({ db }) => {
    const { refs, events } = await importLines(db, quarrel())
    const id = refs['story'] ?? ''
    await importLines(db, [withdrawalLine(id)])
    return { id, seq: events?.last ?? 0 }
  })

describe('a prepared statement', () => {
  it('plans what is read all the time once, for whatever ids', async ({ lone, story }) => {
    for (let read = 0; read < 8; read++) await findClaimRow(lone, story.id, 'en')

    const { rows } = await sql<{ name: string; generic: number }>`
      select name, generic_plans as generic from pg_prepared_statements order by name
    `.execute(lone)
    expect(rows).toEqual([
      { name: 'claim-endings.en', generic: 3 },
      { name: 'claim-parts.all', generic: 3 },
    ])
  })

  it('reads the record as it was, and then as it is, over one connection', async ({
    lone,
    story,
  }) => {
    const moment = await findMoment(lone, { seq: story.seq })

    const then =
      moment && (await readAsOf(lone, moment, (past) => findClaimRow(past, story.id, 'en')))
    const now = await findClaimRow(lone, story.id, 'en')

    expect(then?.status).toBe('unchallenged')
    expect(now?.status).toBe('withdrawn')
  })

  it('keeps languages apart', async ({ lone, story }) => {
    await findClaimRow(lone, story.id, 'ko')

    const { rows } = await sql<{ name: string }>`
      select name from pg_prepared_statements order by name
    `.execute(lone)
    expect(rows.map(({ name }) => name)).toEqual([
      'claim-endings.en',
      'claim-endings.ko',
      'claim-parts.all',
    ])
  })
})

describe('a statement that is built once', () => {
  const nothing = {
    claims: [],
    links: [],
    linksFrom: [],
    linksOnto: [],
    undercutsOfLinksOf: [],
    affiliations: [],
    claimsOfSide: [],
  }

  it('takes the values of each call, also of calls at the same time', async ({ db }) => {
    const { refs } = await importLines(db, [
      { type: 'bundle', namespace: 'built-once', duplicates: 'new' },
      ...quarrel(),
    ])
    const ids = ['story', 'denial', 'study'].map((ref) => refs[ref] ?? '')

    const regions = await Promise.all(
      ids.map((id) => loadRegion(db, { ...nothing, claims: [id] }, 1)),
    )
    const none = await loadRegion(db, nothing, 1)

    expect(regions.map(({ whole }) => whole)).toEqual(ids.map((id) => [id]))
    expect(none).toMatchObject({ claims: [], links: [], whole: [] })
  })
})
