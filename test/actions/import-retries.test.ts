import { describe, expect } from 'vitest'
import { it } from '../support/it.ts'
import { importLines } from '../support/import.ts'
import { reportLine, sourceLine } from '../support/lines.ts'
import { anActor } from '../support/actors.ts'

const lines = [sourceLine('good'), reportLine('bad', 'nobody-knows-this')]

describe('the retry of an import that left lines out', () => {
  it('tells the same lines, places and codes, and keeps no word of what was sent', async ({
    db,
  }) => {
    const actor = await anActor(db, 'edit')
    const idempotent = { apiKeyId: actor.id, key: 'once', requestHash: 'x' }
    const options = { actor, onError: 'skip', idempotent } as const

    const first = await importLines(db, lines, options)
    const again = await importLines(db, lines, options)

    const placed = ({ refused }: typeof first) =>
      refused.map(({ line, pointer, code }) => [line, pointer, code])
    expect(first.refused[0]?.message).toContain('nobody-knows-this')
    expect(placed(again)).toEqual(placed(first))
    expect(again.refused[0]?.message).toMatch(/new Idempotency-Key/)
    expect({ ...again, refused: [] }).toEqual({ ...first, refused: [] })
    const [kept] = await db.selectFrom('idempotency').select(['body', 'status']).execute()
    expect(kept?.status).toBeNull()
    expect(kept?.body).not.toContain('nobody-knows-this')
  })
})
