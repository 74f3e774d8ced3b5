import { Command } from 'commander'
import { loadDemo } from '../actions/load-demo.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function seedCommand(): Command {
  return new Command('seed')
    .description('load the demo story into an empty record')
    .addHelpText('after', '\nExample:\n  counterpoint seed')
    .action(() =>
      withDatabase(async (deps) => {
        const hasLoaded = await loadDemo(deps)
        terminal.note(
          hasLoaded
            ? 'The record was empty; it now has the demo story.'
            : 'The record is not empty; nothing was changed.',
        )
      }),
    )
}
