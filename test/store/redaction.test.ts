import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { servingRole } from '../../src/store/database/roles.ts'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { redact } from '../support/redact.ts'
import { answerTo } from '../support/refusal.ts'

const it = bare.extend('ids', { scope: 'file' }, async ({ db, ownerDb }) => {
  const { refs } = await importLines(db, [
    { type: 'bundle', namespace: 'door' },
    { type: 'source', ref: 'kim', kind: 'person', name: 'Kim' },
    { type: 'source', ref: 'lee', kind: 'person', name: 'Lee' },
  ])
  await ownerDb.transaction().execute(async (tx) => {
    await sql`update record_head set seq = seq`.execute(tx)
    await sql`update source set version = version`.execute(tx)
  })
  return { kim: refs['kim'] ?? '', lee: refs['lee'] ?? '' }
})

const door = (object: string, seq = 1000) => sql`select redact(${object}::uuid, ${seq}, 'erased')`
const seqOf = (object: string) => sql`(select max(seq) from event where object = ${object}::uuid)`

describe('the door through which words leave', () => {
  it('is the only thing of the kind that the service may do', async ({ db, ids }) => {
    const { rows } = await sql<{ name: string }>`
      select proname as name from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace
        and prorettype <> 'trigger'::regtype
        and has_function_privilege(${servingRole}, oid, 'execute')
    `.execute(db)
    expect(rows).toEqual([{ name: 'redact' }])

    for (const statement of [
      sql`insert into redaction values (${ids.kim}, 1, 'erased')`,
      sql`update redaction set ground = 'withheld'`,
      sql`delete from redaction`,
      sql`delete from words`,
      sql`update source_was set slug = slug`,
      sql`update bundle_ref set ref = ref`,
    ])
      expect(await answerTo(db, [door(ids.kim), statement])).toMatch(/^permission denied/)
  })

  it('opens under the record lock alone, for an event to come', async ({ db, ids }) => {
    expect(await answerTo(db, door(ids.kim), { isLocked: false })).toMatch(
      /^event 1000 does not follow under the record lock$/,
    )
    expect(await answerTo(db, door(ids.kim, 1))).toMatch(/does not follow/)
    expect(await answerTo(db, door(ids.kim))).toBe('accepted')
  })

  it('stays shut without an event', async ({ db, ids }) => {
    const last = await sql<{ seq: number }>`select seq from record_head`.execute(db)
    const seq = (last.rows[0]?.seq ?? 0) + 1
    const event = (kind: string, object: string, ground: string) => {
      const body = JSON.stringify({ facts: { ground } })
      return sql`
        insert into event (seq, batch, at, kind, object, body)
        values (${seq}, ${seq}, now(), ${kind}, ${object}, ${body})
      `
    }
    const now = sql`set constraints all immediate`
    const told = [door(ids.kim, seq), event('source.redacted', ids.kim, 'erased'), now]

    expect(await answerTo(db, [door(ids.kim, seq), now])).toMatch(/foreign key|does not redact/)
    for (const untold of [
      event('source.amended', ids.kim, 'erased'),
      event('source.redacted', ids.lee, 'erased'),
      event('source.redacted', ids.kim, 'withheld'),
    ])
      expect(await answerTo(db, [door(ids.kim, seq), untold, now])).toMatch(/does not redact/)
    expect(await answerTo(db, told)).toBe('accepted')
  })

  it('lets the owner take nothing else along', async ({ ownerDb, ids }) => {
    const { kim, lee } = ids
    const tried = (statement: ReturnType<typeof sql>) => answerTo(ownerDb, [door(kim), statement])
    const slug = sql`redacted_slug(id)`
    const salt = sql`decode(repeat('00', 16), 'hex')`
    const salted = sql`encode(sha256(${salt} || convert_to(ref, 'UTF8')), 'hex')`

    expect(await tried(sql`delete from words where seq = ${seqOf(lee)}`)).toMatch(/^only words of/)
    expect(await tried(sql`update words set body = 'x'`)).toMatch(/append-only: UPDATE/)
    for (const change of [
      sql`slug = ${slug} where id = ${lee}::uuid`,
      sql`slug = 'another' where id = ${kim}::uuid`,
      sql`wikidata_id = 'Q1' where id = ${kim}::uuid`,
      sql`kind = 'company' where id = ${kim}::uuid`,
    ])
      expect(await tried(sql`update source_was set ${change}`)).toMatch(/^only names of/)
    for (const change of [
      sql`salt = ${salt}, ref = ${salted} where object = ${lee}::uuid`,
      sql`salt = ${salt} where object = ${kim}::uuid`,
      sql`ref = 'kim' where object = ${kim}::uuid`,
      sql`object = ${lee}::uuid where object = ${kim}::uuid`,
    ])
      expect(await tried(sql`update bundle_ref set ${change}`)).toMatch(/^only refs of/)
    for (const change of [sql`seq = seq`, sql`body = '{}'`, sql`body = withheld_body(event)`])
      expect(await tried(sql`update event set ${change} where object = ${lee}::uuid`)).toMatch(
        /^only the bytes of/,
      )
    expect(await tried(sql`delete from event`)).toMatch(/append-only/)
    for (const table of ['status_history', 'redaction', 'affiliation']) {
      expect(await tried(sql`update ${sql.table(table)} set seq = seq`)).toMatch(/append-only/)
      expect(await tried(sql`delete from ${sql.table(table)}`)).toMatch(/append-only/)
    }
    for (const table of ['claim_was', 'source_was', 'bundle_ref'])
      expect(await tried(sql`delete from ${sql.table(table)}`)).toMatch(/append-only/)
  })

  it('stays shut afterwards: a later transaction takes nothing of the same object', async ({
    db,
    ownerDb,
    ids,
  }) => {
    await redact(db, 'source', ids.lee, {
      version: 1,
      redaction: { ground: 'withheld', statement: 'By order.' },
    })

    expect(await answerTo(ownerDb, sql`delete from words where seq = ${seqOf(ids.lee)}`)).toBe(
      'words is append-only: DELETE refused',
    )
    expect(
      await answerTo(ownerDb, [
        door(ids.kim),
        sql`delete from words where seq = ${seqOf(ids.lee)}`,
      ]),
    ).toMatch(/^only words of/)
  })

  it('shuts behind what went: no other content, no other name', async ({ db, ids }) => {
    const { kim } = ids
    for (const change of [sql`content_seq = 2`, sql`slug = 'kim'`])
      expect(
        await answerTo(db, [door(kim), sql`update source set ${change} where id = ${kim}::uuid`]),
      ).toBe('what was redacted gets no other content')
  })
})

describe('a slug of what was redacted', () => {
  it('is nobody else’s', async ({ db, ids }) => {
    const taken = sql`update source set slug = redacted_slug(${ids.lee}) where id = ${ids.kim}::uuid`

    expect(await answerTo(db, taken)).toMatch(/source_slug_is_own/)
  })
})
