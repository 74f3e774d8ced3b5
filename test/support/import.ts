import { bundleLine } from '../../src/formats/bundle.ts'
import { importBundle, type Imported } from '../../src/actions/import-bundle.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/db.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** Imports lines as the service itself would, for tests of what comes after. */
export async function importLines(db: Db, lines: readonly unknown[]): Promise<Imported> {
  const { body } = await importBundle(
    { db, log: silent },
    {
      actor: system,
      lines: lines.map((value, index) => ({ line: index + 1, value: bundleLine.parse(value) })),
      faults: [],
      onError: 'refuse',
    },
  )
  return JSON.parse(body)
}
