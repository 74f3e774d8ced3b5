import { importBundle, type ImportBundle, type Imported } from '../../src/actions/import-bundle.ts'
import type { NumberedLine } from '../../src/actions/bundle/lines.ts'
import type { Deps } from '../../src/actions/record/deps.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import type { Db } from '../../src/store/database/db.ts'

export type ImportOptions = Partial<
  Pick<ImportBundle, 'actor' | 'onError' | 'idempotent' | 'voids'>
>

/** Dependencies with a silent log. */
export function quiet(db: Db): Deps {
  return { db, log: { info: () => {}, warn: () => {}, error: () => {} } }
}

/** Imports lines as the service itself, to prepare tests. */
export async function importLines(
  db: Db,
  lines: readonly unknown[],
  { actor = system, onError = 'refuse', ...more }: ImportOptions = {},
): Promise<Imported> {
  return importBundle(quiet(db), {
    actor,
    lines: withHeader(
      lines.map((value, index) => ({ line: index + 1, value: bundleLine.parse(value) })),
    ),
    faults: [],
    onError,
    ...more,
  })
}

/** Imports bundles one after another. Returns all refs. */
export async function importSteps(
  db: Db,
  steps: readonly (readonly unknown[])[],
): Promise<Record<string, string>> {
  const refs: Record<string, string> = {}
  for (const lines of steps) Object.assign(refs, (await importLines(db, lines)).refs)
  return refs
}

/** Tests use similar names; those about duplicates say how to treat them. */
function withHeader(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const [first, ...rest] = lines
  if (first?.value.type !== 'bundle')
    return [{ line: 0, value: { type: 'bundle', duplicates: 'new' } }, ...lines]
  return [{ ...first, value: { duplicates: 'new', ...first.value } }, ...rest]
}

/** The error of a refused import. */
export async function refusalOf(
  db: Db,
  lines: readonly unknown[],
  options: ImportOptions = {},
): Promise<DomainError> {
  try {
    await importLines(db, lines, options)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('The import was not refused.')
}
