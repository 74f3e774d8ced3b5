import { sql } from 'kysely'
import { expect } from 'vitest'
import { runnable } from '../../src/jobs/job.ts'
import { openSend } from '../../src/jobs/send.ts'
import { transact } from '../../src/store/database/transaction.ts'
import { it } from '../support/it.ts'
import { makeQueue, numberJob, work } from '../support/jobs.ts'

const done: number[] = []
const probe = numberJob('send-probe', (number) => {
  done.push(number)
  return Promise.resolve()
})

it('a job is sent with the write, and disappears with its rollback', async ({
  database,
  db,
  ownerDb,
}) => {
  await makeQueue(ownerDb, probe.name)
  const send = openSend(db)
  const worker = work(database.serviceUrl, [runnable(probe)])
  const write = (number: number, isRefused: boolean) =>
    transact(db, async (tx) => {
      await sql`insert into audit (actor, kind, body) values ('{}', 'probe', ${number}::text::jsonb)`.execute(
        tx,
      )
      await send(tx, probe, { number })
      // Until then nobody sees it, however often it is looked for.
      await sql`select pg_sleep(1.2)`.execute(tx)
      expect(done).not.toContain(number)
      if (isRefused) throw new Error('refused')
    })

  await expect(write(1, true)).rejects.toThrow('refused')
  await write(2, false)
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([2])
  await worker.stop()

  const { rows } = await sql<{ body: number }>`select body from audit where kind = 'probe'`.execute(
    db,
  )
  expect(rows.map(({ body }) => body)).toEqual([2])
  expect(worker.lines).toEqual([])
})

it('a payload that does not fit is not sent', async ({ db }) => {
  const send = openSend(db)
  await expect(send(db, probe, { number: 0.5 })).rejects.toThrow(/int/)
})
