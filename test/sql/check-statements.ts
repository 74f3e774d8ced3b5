import type { Client } from 'pg'
import type ts from 'typescript'
import type { SentFrom } from './call-store.ts'
import { readCatalogue, type Catalogue } from './columns.ts'
import { compareRow, compareValues } from './compare.ts'
import { describeStatement, type Described } from './describe.ts'

/** How a statement mismatches the schema, its row type or its values. */
export interface Fault {
  readonly text: string
  /** The same without line and parameter numbers, for lists that should remain stable. */
  readonly kind: string
}

/** Checks statements against the schema of a database: each is described, and none runs. */
export async function checkStatements(
  client: Client,
  checker: ts.TypeChecker,
  statements: readonly SentFrom[],
): Promise<Fault[]> {
  const catalogue = await readCatalogue(client)
  const described = new Map<string, Described | Error>()
  const faults = new Map<string, Fault>()
  for (const { site, text, values } of statements) {
    const known = described.get(text) ?? (await describeStatement(client, text).catch(errorOf))
    described.set(text, known)
    for (const words of faultsOf(known, catalogue)) {
      const fault = `${site.name}: ${words}`
      faults.set(fault, { text: fault, kind: `${site.file}: ${words.replace(/\$\d+/, '$n')}` })
    }

    function faultsOf(found: Described | Error, by: Catalogue): string[] {
      if (found instanceof Error) return [found.message]
      return [
        ...(site.row ? compareRow(checker, site.row, found, by) : []),
        ...compareValues(values, found, by),
      ]
    }
  }
  return [...faults.values()]
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
