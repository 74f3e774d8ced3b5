import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Client } from 'pg'
import { describe, expect } from 'vitest'
import { withClient } from '../../bench/data.ts'
import { syntheticRecord } from '../../bench/record/bundle.ts'
import { multiply } from '../../bench/record/multiply.ts'
import { readTemplate } from '../../bench/record/template.ts'
import { canonicalEvent } from '../../src/formats/event.ts'
import { findClaimsLike } from '../../src/store/alike.ts'
import type { Db } from '../../src/store/database/db.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { databaseUrl } from '../support/database-url.ts'
import { importLines } from '../support/import.ts'
import { cloneTemplate } from '../support/clone.ts'
import { dropDatabase, it as withTemplate } from '../support/it.ts'

const copies = 3

/** `it` with a record that was imported, and another database with copies of it. */
const it = withTemplate.extend(
  'multiplied',
  { scope: 'file' },
  async ({ db, database, template }, { onCleanup }): Promise<Db> => {
    const { shared, own } = syntheticRecord(150)
    await importLines(db, shared)
    await importLines(db, own)
    const target = await cloneTemplate(template)
    const asAdmin = ({ serviceUrl }: { serviceUrl: string }) =>
      databaseUrl(template.adminUrl, { database: new URL(serviceUrl).pathname.slice(1) })
    const read = await withClient(asAdmin(database), readTemplate)
    await withClient(asAdmin(target), (client: Client) => multiply(client, read, copies, () => {}))
    const options = { applicationName: 'counterpoint tests', connectionsMax: 2 }
    const multiplied = openDb(
      openPool({ url: target.serviceUrl, ...options, limits: servingLimits }),
    )
    onCleanup(async () => {
      await multiplied.destroy()
      await dropDatabase(target)
    })
    return multiplied
  },
)

describe('copies of a record', () => {
  it('makes a record that is right when it is computed from scratch', async ({ multiplied }) => {
    await expectRightRecord(multiplied)
  })

  it('copies all but what copies share', async ({ db, multiplied }) => {
    const [before, after] = [await rowCounts(db), await rowCounts(multiplied)]

    const shared = syntheticRecord(150).shared.length
    expect(after['claim']).toBe(copies * (before['claim'] ?? 0))
    expect(after['source']).toBe(copies * ((before['source'] ?? 0) - shared) + shared)
    expect(after['head']).toBe(copies * ((before['head'] ?? 0) - shared) + shared)
    expect(after['claim_was']).toBe(copies * (before['claim_was'] ?? 0))
  })

  it('makes events that are canonical and vouch for their words', async ({ multiplied }) => {
    const { rows } = await sql<{ body: string; seq: number; words: Record<string, string[]> }>`
      select event.seq, event.body, (
        select json_object_agg(field, array[encode(salt, 'hex'), words.body])
        from words where words.seq = event.seq
      ) as words
      from event order by seq
    `.execute(multiplied)

    for (const [index, { seq, body, words }] of rows.entries()) {
      expect(seq).toBe(index + 1)
      const event = JSON.parse(body)
      expect(canonicalEvent(event)).toBe(body)
      const hashes = Object.entries(words ?? {}).map(([field, [salt = '', text = '']]) => [
        field,
        createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex'),
      ])
      expect(event).toMatchObject({ seq, texts: Object.fromEntries(hashes) })
    }
  })

  it('gives each copy words of its own, by which it is found', async ({ multiplied }) => {
    const { rows } = await sql<{ id: string; text: string }>`
      select claim.id, words.body as text
      from claim join words on words.seq = claim.content_seq and words.field = '/text'
      where claim.kind = 'opinion' order by claim.shown_seq
    `.execute(multiplied)
    expect(new Set(rows.map(({ text }) => text)).size).toBeGreaterThan(rows.length * 0.9)

    const last = rows.at(-1)

    const like = await findClaimsLike(multiplied, last?.text ?? '')
    expect(like.map(({ claim }) => claim)).toContain(last?.id)
  })
})
