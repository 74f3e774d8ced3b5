import { Command } from 'commander'
import { readProcessConfig } from '../config.ts'
import { stopUnused } from '../store/embedded/stop-unused.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { UsageError } from './terminal/usage-error.ts'

export function stopCommand(): Command {
  return new Command('stop')
    .description('stop the embedded PostgreSQL that a killed process has left running')
    .addHelpText(
      'after',
      '\nExamples:\n  counterpoint stop\n  DATA_DIR=/srv/counterpoint counterpoint stop',
    )
    .action(async () => {
      const { databaseUrl, dataDir } = readProcessConfig()
      if (databaseUrl !== undefined)
        throw new UsageError('DATABASE_URL names a server of your own. Stop it where it runs.')
      const outcome = await stopUnused(dataDir)
      if (outcome === 'absent') terminal.note(`No embedded PostgreSQL runs under ${dataDir}.`)
      if (outcome === 'stopped')
        terminal.note(`The embedded PostgreSQL under ${dataDir} has stopped.`)
      if (outcome === 'in use') {
        terminal.note(
          `The embedded PostgreSQL under ${dataDir} is in use. Stop the processes that use it; the last one to end stops the server.`,
        )
        process.exitCode = exitCodes.refused
      }
    })
}
