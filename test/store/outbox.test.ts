import { Client } from 'pg'
import { expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { transact } from '../../src/store/database/transaction.ts'
import { lockHead } from '../../src/store/head.ts'
import { insertOutbox, RecordChange, recordChannel, type Telling } from '../../src/store/outbox.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, quarrel, reportLine } from '../support/lines.ts'

const at = new Date('2026-01-01T00:00:00Z')

it('tells of several writes what it tells of each alone, in their order', async ({
  db,
  database,
}) => {
  const { refs } = await importLines(db, [
    ...quarrel(),
    reportLine('note', 'paper'),
    claimLine('cited', 'paper', { citations: [{ report: 'note', quote: 'What paper says.' }] }),
    linkLine('no', 'rebuts', 'denial', 'story'),
  ])
  const id = (name: string) => refs[name] ?? ''
  const moved = [
    [id('story')],
    [id('note')],
    [id('no'), id('study')],
    [],
    undefined,
    Array.from({ length: 200 }, () => crypto.randomUUID()),
  ]
  const tellings = moved.map((each, nth): Telling => {
    return { first: nth + 1, last: nth + 1, at, redacts: nth === 3, moved: each }
  })
  const client = new Client({ connectionString: database.serviceUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const heard: RecordChange[] = []
  client.on('notification', ({ payload = '' }) => {
    const { moved: ids, ...change } = RecordChange.parse(JSON.parse(payload))
    heard.push({ ...change, moved: ids?.toSorted() ?? null })
  })
  await client.query(`listen ${recordChannel}`)

  for (const telling of tellings) await tell(db, [telling])
  await expect.poll(() => heard.length).toBe(tellings.length)
  await tell(db, tellings)
  await expect.poll(() => heard.length).toBe(2 * tellings.length)

  expect(heard.slice(tellings.length)).toEqual(heard.slice(0, tellings.length))
  expect(heard.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6])
  expect(heard[1]?.moved).toEqual([id('note'), id('cited')].toSorted())
  expect(heard[2]?.moved).toEqual([id('no'), id('study'), id('denial'), id('story')].toSorted())
  expect(heard.map((each) => each.moved === null)).toEqual(
    [...moved, ...moved].map((each) => each === undefined || each.length === 200),
  )
})

async function tell(db: Db, tellings: readonly Telling[]): Promise<void> {
  await transact(db, async (tx) => {
    await lockHead(tx)
    await tx.deleteFrom('outbox').execute()
    await insertOutbox(tx, tellings)
  })
}
