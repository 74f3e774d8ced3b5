import { describe, expect } from 'vitest'
import { DeferredStatements } from '../../src/actions/record/deferred-statements.ts'
import { Meter, unlimited } from '../../src/actions/record/meter.ts'
import { gather } from '../../src/actions/record/writing.ts'
import { system } from '../../src/domain/actor.ts'
import type { Change } from '../../src/engine/record/record.ts'
import { it } from '../support/it.ts'

describe('what a write gathers', () => {
  it('may be more changes than a call takes arguments', ({ db }) => {
    const start = {
      tx: db,
      at: new Date(),
      actor: system,
      deferred: new DeferredStatements(),
      meter: new Meter(unlimited),
      after: 0,
    }
    const { writing, changes } = gather(start)
    const many = Array.from({ length: 300_000 }, (_, index): Change => ({ link: `l${index}` }))

    writing.changed(many)

    expect(changes).toHaveLength(many.length)
  })
})
