import { Command, Option } from 'commander'
import type { FileHandle } from 'node:fs/promises'
import type { Deps } from '../actions/deps.ts'
import { importBundle, type Imported } from '../actions/import-bundle.ts'
import { system } from '../domain/actor.ts'
import { DomainError, type FieldFault } from '../domain/errors.ts'
import { reference } from '../domain/references.ts'
import { batchesOf, madeAhead } from './bundle-file/batches.ts'
import { withFile } from './bundle-file/open.ts'
import { survey, type Survey } from './bundle-file/survey.ts'
import { exitCodes } from './exit-codes.ts'
import { showProgress, terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  readonly onError: 'refuse' | 'skip'
  readonly namespace?: string
}

export function importCommand(): Command {
  return new Command('import')
    .description('enter bundles (NDJSON) of any size and in any order of lines')
    .argument('<file...>', 'the bundles, one after the other; - is standard input')
    .addOption(
      new Option('--on-error <what>', 'at a line that cannot enter: stop, or go on without it')
        .choices(['refuse', 'skip'])
        .default('refuse'),
    )
    .option('--namespace <name>', 'where the refs are remembered, if the bundle does not say')
    .addHelpText(
      'after',
      `
A file is entered in batches; each is in the record whole or not at all. After a crash run the same
command again: what is in the record already is passed over, nothing is entered twice. Refs are
remembered in the namespace of the bundle, else in one made from the content of the file.

Nothing is entered of a file with a line that cannot be read, unless with --on-error skip.

Examples:
  counterpoint import sources.ndjson claims.ndjson
  zcat record.ndjson.gz | counterpoint import -
  counterpoint import --on-error skip --namespace wire wire.ndjson`,
    )
    .action((names: readonly string[], options: Options) =>
      withDatabase(async (deps) => {
        for (const name of names) {
          const isWhole = await withFile(name, (file) =>
            importFile(deps, { name, file, ...options }),
          )
          if (isWhole) continue
          process.exitCode = exitCodes.refused
          if (options.onError === 'refuse') return
        }
      }),
    )
}

/** Returns whether all of it is in the record now. */
async function importFile(
  deps: Deps,
  { name, file, ...options }: Options & { name: string; file: FileHandle },
): Promise<boolean> {
  const surveyed = await survey(file)
  tellFaults(name, surveyed.faults)
  if (surveyed.faults.length > 0 && options.onError === 'refuse') {
    terminal.note(`${name}: nothing was entered.`)
    return false
  }
  const namespace = namespaceOf(surveyed, options)
  const header = { line: 0, value: { type: 'bundle' as const, namespace } }
  const total = surveyed.groups.reduce((sum, group) => sum + group.length, 0)
  const progress = showProgress()
  const begun = performance.now()
  let accepted = 0
  let refused = new Set(surveyed.faults.map(({ line }) => line)).size
  for await (const lines of madeAhead(batchesOf(file, surveyed.groups))) {
    const { onError } = options
    try {
      const given = [header, ...lines]
      const input = { actor: system, lines: given, faults: [], onError, isBrief: true }
      const { body } = await importBundle(deps, input)
      // Written by the action itself.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const imported = JSON.parse(body) as Imported
      progress.clear()
      tellFaults(name, imported.refused)
      accepted += imported.accepted
      refused += lines.length - imported.accepted
    } catch (error) {
      progress.clear()
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error
      tellFaults(name, error.faults)
      terminal.note(
        `${name}: stopped. ${accepted} of ${total} lines are in the record. Mend the others and go on with --namespace ${namespace}`,
      )
      return false
    }
    progress.at(`${name}: ${accepted} of ${total} lines, ${rate(accepted, begun)} a second`)
  }
  progress.clear()
  terminal.note(
    `${name}: ${accepted} lines are in the record, ${refused} refused; ${rate(accepted, begun)} a second.`,
  )
  return refused === 0
}

function namespaceOf({ namespace, digest }: Survey, { namespace: wanted }: Options): string {
  const chosen = wanted ?? namespace ?? `import:${digest}`
  if (wanted !== undefined && namespace !== undefined && wanted !== namespace)
    throw new UsageError(`The bundle names the namespace ${namespace} itself.`)
  const fault = reference.safeParse(chosen).error?.issues[0]
  if (fault) throw new UsageError(`--namespace: ${fault.message}`)
  return chosen
}

function tellFaults(name: string, faults: readonly FieldFault[]): void {
  for (const { line, pointer, code, message } of faults)
    terminal.note(`${name}:${line ?? 0}: ${pointer} ${code}: ${message}`)
}

function rate(lines: number, begun: number): number {
  return Math.round((lines / (performance.now() - begun)) * 1000)
}
