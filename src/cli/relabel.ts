import { Command } from 'commander'
import { checkRecord } from '../actions/check-record.ts'
import { remakeDerived } from '../actions/remake-derived.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function relabelCommand(): Command {
  return new Command('relabel')
    .description('rebuild labels, statuses, cites and the search index from the record')
    .option(
      '--check',
      'change nothing; report stored values that differ, and exit with 1 if there are any',
    )
    .addHelpText('after', '\nExamples:\n  counterpoint relabel --check\n  counterpoint relabel')
    .action(({ check = false }: { check?: boolean }) =>
      withDatabase(async (deps) => {
        if (!check) {
          const count = await remakeDerived(deps)
          terminal.note(`All derived data was rebuilt; ${count} statuses differed.`)
          return
        }
        const differences = await checkRecord(deps.db)
        for (const difference of differences) terminal.say(difference)
        if (differences.length > 0) process.exitCode = exitCodes.refused
        else terminal.note('All stored values match the record.')
      }),
    )
}
