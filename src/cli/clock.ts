import { Command } from 'commander'
import { acceptClock } from '../actions/accept-clock.ts'
import { wordsOf } from '../actions/record/record-time.ts'
import { system } from '../domain/actor.ts'
import { clockDifferenceMs, clockFault } from '../domain/clock.ts'
import { readClock } from '../store/clock.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { withDatabase } from './with-database.ts'

export function clockCommand(): Command {
  return new Command('clock')
    .description('look at the clock of the database, or confirm it')
    .addCommand(showCommand())
    .addCommand(acceptCommand())
}

function showCommand(): Command {
  return new Command('show')
    .description(
      'show the time of the database and of the last event; exit with 1 if they disagree',
    )
    .addHelpText('after', '\nExample:\n  counterpoint clock show')
    .action(() =>
      withDatabase(async ({ db }) => {
        const reading = await readClock(db, Date.now)
        const { databaseMs, lastEventMs } = reading
        terminal.say(`database\t${new Date(databaseMs).toISOString()}`)
        terminal.say(`ahead of this machine\t${clockDifferenceMs(reading) / 1000} s`)
        const last = lastEventMs === null ? 'none' : new Date(lastEventMs).toISOString()
        terminal.say(`last event\t${last}`)
        const fault = clockFault(reading)
        if (!fault) return
        terminal.note(`These times disagree: ${wordsOf(fault)}`)
        process.exitCode = exitCodes.refused
      }),
    )
}

function acceptCommand(): Command {
  return new Command('accept')
    .description(
      'resume writing although the last event has a later time because the clock was wrong',
    )
    .addHelpText(
      'after',
      `
Set the clocks right first; nothing is accepted while the database and this machine differ by more
than five minutes. Until the clock reaches the time of that event, new events get that time too. The
private audit log records what was accepted.

Examples:
  counterpoint clock show
  counterpoint clock accept`,
    )
    .action(() =>
      withDatabase(async (deps) => {
        const at = await acceptClock(deps, system)
        terminal.note(
          at
            ? `Accepted: the record continues after ${at.toISOString()}.`
            : 'There was nothing to accept.',
        )
      }),
    )
}
