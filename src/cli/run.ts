import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { DomainError } from '../domain/errors.ts'
import { errorLine, viewError } from '../domain/logged-error.ts'
import { ListenError } from '../http/socket/listen-error.ts'
import { ServerError } from '../store/database/check-server.ts'
import { EmbeddedError } from '../store/embedded/error.ts'
import { MigrationError } from '../store/database/migration-files.ts'
import { isUnavailable } from '../store/database/faults.ts'
import { exitCodes, exitCodesHelp, type ExitCode } from './terminal/exit-codes.ts'
import { checkCommand } from './check.ts'
import { clockCommand } from './clock.ts'
import { eraseCommand } from './erase.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { outliveOutput } from './terminal/lost-output.ts'
import { migrateCommand } from './migrate.ts'
import { mergeCommand } from './merge.ts'
import { relabelCommand } from './relabel.ts'
import { seedCommand } from './seed.ts'
import { serveCommand } from './serve-command.ts'
import { stopCommand } from './stop.ts'
import { terminal } from './terminal/terminal.ts'
import { unmergeCommand } from './unmerge.ts'
import { UsageError } from './terminal/usage-error.ts'
import { readVersion } from './version.ts'

/** Runs the command that the arguments name, and sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  outliveOutput()
  try {
    await program().parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    if (!(error instanceof CommanderError)) terminal.note(wordsOf(error))
  }
}

function program(): Command {
  const program = new Command('counterpoint')
    .description('The public record of disputed claims.')
    .version(readVersion(), '--version', 'show the version')
    .addHelpText(
      'after',
      `
Uses the database of DATABASE_URL or, if that is not set, the embedded one under DATA_DIR, which a
running service may be using.
${exitCodesHelp}`,
    )
  const verbs = [
    serveCommand,
    stopCommand,
    migrateCommand,
    seedCommand,
    importCommand,
    exportCommand,
    checkCommand,
    keysCommand,
    mergeCommand,
    unmergeCommand,
    relabelCommand,
    clockCommand,
    eraseCommand,
  ]
  for (const verb of verbs) program.addCommand(verb())
  exitByThrowing(program)
  return program
}

function exitByThrowing(command: Command): void {
  command.exitOverride()
  for (const verb of command.commands) exitByThrowing(verb)
}

/** Errors that the user can resolve. */
const databaseRefusals = [EmbeddedError, MigrationError, ServerError]
const usageRefusals = [ConfigError, UsageError, ListenError]

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.well : exitCodes.usage
  if (usageRefusals.some((kind) => error instanceof kind)) return exitCodes.usage
  const isDatabase = databaseRefusals.some((kind) => error instanceof kind) || isUnavailable(error)
  return isDatabase || isRefusedAsUnavailable(error) ? exitCodes.database : exitCodes.refused
}

function wordsOf(error: unknown): string {
  if (error instanceof DomainError)
    return [
      error.message,
      ...error.faults.map(({ pointer, message }) => `  ${pointer} ${message}`),
    ].join('\n')
  const isForPeople = [...usageRefusals, ...databaseRefusals].some((kind) => error instanceof kind)
  if (error instanceof Error && isForPeople) return error.message
  // Other messages and stacks may quote words of the record.
  return [errorLine(error), ...viewError(error).stack].join('\n  ')
}

function isRefusedAsUnavailable(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'unavailable'
}
