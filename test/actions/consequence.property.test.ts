import { describe, expect } from 'vitest'
import type { Actor } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import { brokenRules } from '../oracle/broken-rules.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { takesSecondPerson, type Edit } from '../oracle/second-person.ts'
import { anActor } from '../support/actors.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { edited, perform, randomEdit } from '../support/edit-game.ts'
import { editGround } from '../support/edit-ground.ts'
import { it } from '../support/it.ts'

const edits = 45

describe('the consequence rule', () => {
  it.for(Array.from({ length: 10 }, (_, index) => index + 1))(
    'is held as its words say, edit by edit, and a refusal leaves nothing, %i',
    async (seed, { db }) => {
      const random = randomFrom(seed)
      const keys = [
        await anActor(db, 'edit'),
        await anActor(db, 'edit'),
        await anActor(db, 'admin'),
      ]
      const { ground, record: first, hands } = await editGround(db, keys, seed)
      let record = first
      const seen = { done: 0, conflict: 0 }

      for (let count = 0; count < edits; count += 1) {
        const edit = randomEdit(random, record, ground)
        if (!edit) continue
        const actor = pickActor(random, keys)
        const after = edited(record, edit)
        const expected = expectationOf(record, after, { edit, actor, hands })
        const before = await rowCounts(db)

        const { outcome, id } = await outcomeOf(db, actor, { edit, ground, count })

        expect([count, actor.role, edit, outcome]).toEqual([count, actor.role, edit, expected])
        const left = outcome === 'done' ? before : await rowCounts(db)
        expect(left).toEqual(before)
        if (outcome === 'conflict') seen.conflict += 1
        if (outcome !== 'done') continue
        seen.done += 1
        record = edited(record, edit, id)
        const object = edit.do === 'cite' ? `cites ${edit.object} ${id}` : id
        hands.set(object, [...(hands.get(object) ?? []), actor.id])
      }

      await expectRightRecord(db)
      expect(seen.done).toBeGreaterThan(10)
      expect(seen.conflict).toBeGreaterThan(0)
    },
  )
})

type Key = Actor & { id: string }

function pickActor(random: Random, keys: readonly Key[]): Key {
  return random.pick(keys)
}

function expectationOf(
  before: PlainRecord,
  after: PlainRecord,
  { edit, actor, hands }: { edit: Edit; actor: Key; hands: Map<string, string[]> },
): string {
  if (brokenRules(after).length > 0) return 'invalid'
  if (actor.role === 'admin') return 'done'
  return takesSecondPerson(before, after, { edit, key: actor.id, hands }) ? 'conflict' : 'done'
}

async function outcomeOf(
  db: Db,
  actor: Actor,
  asked: Parameters<typeof perform>[2],
): Promise<{ outcome: string; id: string }> {
  try {
    return { outcome: 'done', id: (await perform(db, actor, asked)).id }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { outcome: error.code, id: '' }
  }
}
