import { Command, Option } from 'commander'
import type { FileHandle } from 'node:fs/promises'
import type { Deps } from '../actions/record/deps.ts'
import { importBundle } from '../actions/import-bundle.ts'
import { system } from '../domain/actor.ts'
import { DomainError, type FieldFault } from '../domain/errors.ts'
import { reference } from '../domain/references.ts'
import type { BundleLineOf } from '../formats/bundle.ts'
import { batchesOf, madeAhead } from './bundle-file/batches.ts'
import { FaultTally } from './bundle-file/fault-tally.ts'
import { withFile } from './bundle-file/open.ts'
import { survey, type Survey } from './bundle-file/survey.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { AdviceTally } from './terminal/advice-tally.ts'
import { showProgress, terminal } from './terminal/terminal.ts'
import { UsageError } from './terminal/usage-error.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  readonly onError: 'refuse' | 'skip'
  readonly namespace?: string
  readonly onChange?: 'refuse' | 'amend'
}

export function importCommand(): Command {
  return new Command('import')
    .description('enter bundles (NDJSON) of any size and in any order of lines')
    .argument('<file...>', 'the bundles, one after the other; - is standard input')
    .addOption(
      new Option(
        '--on-error <what>',
        'what to do about a line that cannot be entered: stop, or skip it',
      )
        .choices(['refuse', 'skip'])
        .default('refuse'),
    )
    .option('--namespace <name>', 'the namespace for refs, if the bundle names none')
    .addOption(
      new Option(
        '--on-change <what>',
        'what to do about a line whose ref is known with other content: refuse it, or amend the object of the ref',
      ).choices(['refuse', 'amend']),
    )
    .addHelpText(
      'after',
      `
A file is entered in batches, each of them all or nothing. After a crash, run the same command again:
it skips what is already in the record, and enters nothing twice. Refs are remembered in the namespace
of the bundle or, if it names none, in one derived from the content of the file.

If a line cannot be read, nothing of the file is entered, unless you use --on-error skip.

Examples:
  counterpoint import sources.ndjson claims.ndjson
  zcat record.ndjson.gz | counterpoint import -
  counterpoint import --on-error skip --namespace wire wire.ndjson
  counterpoint import --on-change amend --namespace wire second-release.ndjson`,
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

/** Returns whether the whole file is now in the record. */
async function importFile(
  deps: Deps,
  { name, file, ...options }: Options & { name: string; file: FileHandle },
): Promise<boolean> {
  const progress = showProgress()
  const faults = new FaultTally(name, terminal.note)
  const report = (found: readonly FieldFault[]): void => {
    if (found.length > 0) progress.clear()
    faults.add(found)
  }
  let refused = 0
  using surveyed = await survey(file, (found) => {
    refused += 1
    report(found)
  })
  if (refused > 0 && options.onError === 'refuse') {
    faults.close()
    terminal.note(`${name}: nothing was entered.`)
    return false
  }
  const namespace = namespaceOf(surveyed, options)
  const header = { line: 0, value: headerOf(surveyed, namespace, options) }
  const advice = new AdviceTally(terminal.note)
  const begun = performance.now()
  const counts = { accepted: 0, new: 0, amended: 0, unchanged: 0 }
  for await (const lines of madeAhead(batchesOf(file, surveyed))) {
    const { onError } = options
    try {
      const given = [header, ...lines]
      const input = {
        actor: system,
        lines: given,
        faults: [],
        onError,
        isBrief: true,
        voids: surveyed.voids,
      }
      const imported = await importBundle(deps, input)
      report(imported.refused)
      if (imported.advice.suggestions.length > 0) progress.clear()
      advice.add(imported.advice)
      for (const count of countNames) counts[count] += imported[count]
      refused += lines.length - imported.accepted
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error
      report(error.faults)
      faults.close()
      terminal.note(
        `${name}: stopped. ${counts.accepted} of ${surveyed.lines} lines are in the record. Correct the others and continue with --namespace ${namespace}`,
      )
      return false
    }
    const pace = rate(counts.accepted, begun)
    progress.at(`${name}: ${counts.accepted} of ${surveyed.lines} lines, ${pace} a second`)
  }
  progress.clear()
  faults.close()
  advice.close()
  terminal.note(
    `${name}: ${counts.accepted} lines are in the record (${counts.new} new, ${counts.amended} amended, ${counts.unchanged} unchanged), ${refused} refused; ${rate(counts.accepted, begun)} a second.`,
  )
  return refused === 0
}

const countNames = ['accepted', 'new', 'amended', 'unchanged'] as const

/**
 * The beginning of every batch: the header of the file, completed with the options of the command
 * line.
 */
function headerOf(
  { header }: Survey,
  namespace: string,
  { onChange }: Options,
): BundleLineOf<'bundle'> {
  return { type: 'bundle', ...(onChange && { onChange }), ...header, namespace }
}

function namespaceOf({ header, digest }: Survey, { namespace: wanted }: Options): string {
  const named = header?.namespace
  const chosen = wanted ?? named ?? `import:${digest}`
  if (wanted !== undefined && named !== undefined && wanted !== named)
    throw new UsageError(`The bundle names the namespace ${named} itself.`)
  const fault = reference.safeParse(chosen).error?.issues[0]
  if (fault) throw new UsageError(`--namespace: ${fault.message}`)
  return chosen
}

function rate(lines: number, begun: number): number {
  return Math.round((lines / (performance.now() - begun)) * 1000)
}
