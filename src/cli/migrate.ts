import { Command } from 'commander'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('run pending migrations, using MIGRATION_DATABASE_URL if it is set')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://… counterpoint migrate')
    .action(() =>
      withDatabase(async (_, { migrated }) => {
        for (const name of migrated) terminal.say(name)
        if (migrated.length === 0) terminal.note('There was nothing to migrate.')
      }),
    )
}
