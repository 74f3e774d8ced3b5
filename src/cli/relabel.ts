import { Command } from 'commander'
import { checkRecord } from '../actions/check-record.ts'
import { remakeDerived } from '../actions/remake-derived.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function relabelCommand(): Command {
  return new Command('relabel')
    .description('make labels, statuses, cites and the search index again, from the record alone')
    .option('--check', 'change nothing; tell where what is stored differs, and end with 1 then')
    .addHelpText('after', '\nExamples:\n  counterpoint relabel --check\n  counterpoint relabel')
    .action(({ check = false }: { check?: boolean }) =>
      withDatabase(async (deps) => {
        if (!check) {
          const count = await remakeDerived(deps)
          terminal.note(`Everything derived was made again; ${count} statuses differed.`)
          return
        }
        const differences = await checkRecord(deps.db)
        for (const difference of differences) terminal.say(difference)
        if (differences.length > 0) process.exitCode = exitCodes.refused
        else terminal.note('What is stored is what the record says.')
      }),
    )
}
