import { writeRecord } from '../../src/actions/record/write-record.ts'
import type { Writing } from '../../src/actions/record/writing.ts'
import { system } from '../../src/domain/actor.ts'
import type { EventDraft } from '../../src/domain/event.ts'
import type { Db } from '../../src/store/database/db.ts'
import { quiet } from './import.ts'

/** Writes one event and returns its number. */
export async function writeOne(db: Db, work: (writing: Writing) => Promise<void>): Promise<number> {
  const { body } = await writeRecord(quiet(db), {
    actor: system,
    work: async (writing) => {
      writing.record(anEvent())
      await work(writing)
    },
    answer: ({ events }) => ({ status: 200, body: String(events?.last) }),
  })
  return Number(body)
}

/** An event that changes nothing in the record. */
export function anEvent(): EventDraft {
  const object = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10'
  return { kind: 'claim.added', object, facts: {}, words: new Map([['/text', 'text']]) }
}
