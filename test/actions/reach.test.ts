import { describe, expect } from 'vitest'
import { importBundle } from '../../src/actions/import-bundle.ts'
import { unlimited, type Reach } from '../../src/actions/record/meter.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import type { Db } from '../../src/store/database/db.ts'
import { anActor } from '../support/actors.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

const length = 120

/** Claims of which each undercuts the one before. */
const chain = [
  sourceLine('one'),
  sourceLine('other'),
  ...Array.from({ length }, (_, index) => claimLine(`c${index}`, index % 2 ? 'one' : 'other')),
  ...Array.from({ length: length - 1 }, (_, index) =>
    linkLine(`l${index}`, 'undercuts', `c${index + 1}`, `c${index}`),
  ),
]

/** Turns the whole chain. */
async function topple(db: Db, reach: Partial<Reach>) {
  const header = { type: 'bundle', namespace: 'chain', duplicates: 'new' }
  const actor = await anActor(db, 'admin')
  const { refs } = await importLines(db, [header, ...chain], { actor })
  const before = await rowCounts(db)
  const last = `c${length - 1}`
  const line = linkLine('last', 'undercuts', 'fresh', last, { to: { claim: refs[last] } })
  const lines = [
    { type: 'bundle', duplicates: 'new' },
    sourceLine('third'),
    claimLine('fresh', 'third'),
    line,
  ]
  const outcome = await importBundle(
    { ...quiet(db), reach: { ...unlimited, ...reach } },
    {
      actor,
      lines: lines.map((value, index) => ({ line: index + 1, value: bundleLine.parse(value) })),
      faults: [],
      onError: 'refuse',
    },
  ).catch((error: unknown) => error)
  return { outcome, before }
}

describe('a write that reaches too far', () => {
  it('is refused with the number, and nothing is stored', async ({ db }) => {
    const { outcome, before } = await topple(db, { nodesMax: 100 })

    expect(outcome).toBeInstanceOf(DomainError)
    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(outcome)).toMatch(/reaches 1\d\d claims and arguments or more; .* reach 100/)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is refused when it changes too many dependencies', async ({ db }) => {
    const { outcome, before } = await topple(db, { dependenciesMax: 2 })

    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(outcome)).toMatch(/changes what \d claims and arguments depend on; .* change 2/)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is refused when its statuses cite too many claims', async ({ db }) => {
    const { outcome, before } = await topple(db, { citesMax: 0 })

    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(outcome)).toMatch(/cite \d+ claims or more; .* may cite 0/)
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is refused when it computes for too long', async ({ db }) => {
    const { outcome, before } = await topple(db, { computingMsMax: 1 })

    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(outcome)).toContain('more than 0.001 seconds of computing')
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is refused when it keeps others waiting for too long, whatever it waits for', async ({
    db,
  }) => {
    const { outcome, before } = await topple(db, { heldMsMax: 0 })

    expect(outcome).toMatchObject({ code: 'invalid', faults: [{ code: 'region-too-large' }] })
    expect(String(outcome)).toContain('kept other writes waiting for more than 0 seconds')
    expect(await rowCounts(db)).toEqual(before)
  })

  it('is made within its limits', async ({ db }) => {
    const { outcome } = await topple(db, { nodesMax: 2_000 })

    expect(outcome).toMatchObject({ accepted: 3 })
  })
})
