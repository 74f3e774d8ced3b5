import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { answerTo } from '../support/refusal.ts'
import { seedLines } from '../support/seed.ts'

const it = bare.extend('head', { scope: 'file' }, async ({ db }) => {
  await importLines(db, seedLines())
  const plain = randomRecord(1, { shape: 'nasty', sources: 6, claims: 30, links: 40 })
  await importLines(db, toBundle(plain, 'random-1'))
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return rows[0]?.seq ?? 0
})

describe('the numbers of events', () => {
  it('continue the last one', async ({ db, head }) => {
    expect(await answerTo(db, events(head + 1))).toBe('accepted')
    expect(await answerTo(db, events(head + 2, head + 1))).toBe('accepted')
    expect(await answerTo(db, [events(head + 1), events(head + 2)])).toBe('accepted')
  })

  it('have no gap', async ({ db, ownerDb, head }) => {
    for (const each of [db, ownerDb]) {
      expect(await answerTo(each, events(head + 2))).toMatch(/do not continue/)
      expect(await answerTo(each, events(head + 1, head + 3))).toMatch(/do not continue/)
      expect(await answerTo(each, [events(head + 1), events(head + 3)])).toMatch(/do not continue/)
    }
  })

  it('never come again', async ({ db, head }) => {
    expect(await answerTo(db, events(head))).toMatch(/duplicate key/)
    expect(await answerTo(db, [events(head + 1), events(head + 1)])).toMatch(/duplicate key/)
  })

  it('are not zero or below', async ({ db, head }) => {
    expect(await answerTo(db, events(0))).toMatch(/do not continue/)
    expect(await answerTo(db, events(-1, head + 1))).toMatch(/do not continue/)
  })

  it('are not moved by moving the head', async ({ db, ownerDb, head }) => {
    for (const each of [db, ownerDb])
      for (const seq of [head - 1, head + 1, 0]) {
        const move = sql`update record_head set seq = ${seq}`
        expect(await answerTo(each, move)).toMatch(/^the head follows the events/)
      }
    expect(await answerTo(ownerDb, sql`delete from record_head`)).toMatch(/DELETE refused$/)
    expect(await answerTo(ownerDb, sql`truncate record_head`)).toMatch(/TRUNCATE refused$/)
    expect(await answerTo(ownerDb, sql`insert into record_head default values`)).toMatch(
      /duplicate key/,
    )
  })

  it('are those from one to the head', async ({ db, head }) => {
    expect((await listBodies(db)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: head }, (_, index) => index + 1),
    )
  })
})

describe('the body of an event', () => {
  it('is the canonical JSON of what it says, to the byte', async ({ db, head }) => {
    const bodies = await listBodies(db)

    expect(bodies).toHaveLength(head)
    for (const { body } of bodies) expect(body).toBe(canonical(JSON.parse(body)))
  })

  it('says the version of its facts, and has at most 65,535 bytes', async ({
    db,
    ownerDb,
    head,
  }) => {
    for (const { body } of await listBodies(db)) expect(JSON.parse(body).factsVersion).toBe(2)

    const ofSize = (bytes: number) => sql`
      insert into event (seq, batch, at, kind, object, body)
      values (${head + 1}, ${head + 1}, now(), 'claim.added', uuidv7(), ${sized(bytes)})
    `
    for (const each of [db, ownerDb]) {
      expect(await answerTo(each, ofSize(65_535))).toBe('accepted')
      expect(await answerTo(each, ofSize(65_536))).toMatch(/event_body_is_bounded/)
    }
  })

  it('says the same as the columns beside it', async ({ db }) => {
    const { rows } = await sql`
      select seq from event
      where (body::json ->> 'seq')::bigint <> seq or body::json ->> 'kind' <> kind
        or (body::json ->> 'object')::uuid <> object or (body::json ->> 'at')::timestamptz <> at
    `.execute(db)

    expect(rows).toEqual([])
  })

  it('vouches for every word of its own and no other, by a salted SHA-256', async ({ db }) => {
    const words = Map.groupBy(await listWords(db), ({ seq }) => seq)

    for (const { seq, body } of await listBodies(db)) {
      const hashes = (words.get(seq) ?? []).map(({ field, salt, body }) => [
        field,
        createHash('sha256').update(salt).update(body, 'utf8').digest('hex'),
      ])
      expect(JSON.parse(body).texts).toEqual(Object.fromEntries(hashes))
    }
  })

  it('has a salt of its own for every word', async ({ db }) => {
    const salts = (await listWords(db)).map(({ salt }) => salt.toString('hex'))

    expect(new Set(salts).size).toBe(salts.length)
  })

  it('holds no word of the record', async ({ db }) => {
    const bodies = (await listBodies(db)).map(({ body }) => withoutNumbers(body)).join('\n')
    const words = (await listWords(db)).filter(({ body }) => body.length > 3)
    const found = words.filter(({ body }) => bodies.includes(JSON.stringify(body).slice(1, -1)))

    expect(words.length).toBeGreaterThan(100)
    expect(found.map(({ field, body }) => `${field} ${body}`)).toEqual([])
  })
})

/** JSON of so many bytes, most of them of characters of three. */
function sized(bytes: number): string {
  const room = bytes - '{"a":""}'.length
  return JSON.stringify({ a: '가'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3) })
}

function events(...seqs: readonly number[]) {
  return sql`
    insert into event (seq, batch, at, kind, object, body)
    select seq, ${Math.max(...seqs)}, now(), 'claim.added', uuidv7(), '{}'
    from unnest(${seqs}::bigint[]) as seq
  `
}

async function listBodies(db: Db): Promise<{ seq: number; body: string }[]> {
  return db.selectFrom('event').select(['seq', 'body']).orderBy('seq').execute()
}

async function listWords(db: Db) {
  return db.selectFrom('words').select(['seq', 'field', 'salt', 'body']).execute()
}

/** RFC 8785 for what events hold: keys by UTF-16 code units, everything else as ECMAScript has it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`
}

/** Dates, ids and hashes are no words, but a period such as "2026" is part of many. */
function withoutNumbers(body: string): string {
  return body.replaceAll(/"(\d{4}(-\d{2}(-\d{2}(T[^"]*)?)?)?|[0-9a-f-]{36}|[0-9a-f]{64})"/g, '""')
}
