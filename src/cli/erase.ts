import { Command } from 'commander'
import { system } from '../domain/actor.ts'
import { insertAudit } from '../store/audit.ts'
import { rewriteTables, type NotRewritten } from '../store/erasing.ts'
import { findRemains, type Remains } from '../store/remains.ts'
import { mayMigrate } from '../store/database/schema.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { terminal } from './terminal/terminal.ts'
import { UsageError } from './terminal/usage-error.ts'
import { withDatabase } from './with-database.ts'

export function eraseCommand(): Command {
  return new Command('erase')
    .description('rewrite all tables, so that their files contain no word that a redaction removed')
    .addHelpText(
      'after',
      `
A redaction removes words from the record at once, but the server keeps them in its files until it
reuses the space. Run this after a redaction, as the owner of the tables (DATABASE_URL, or
MIGRATION_DATABASE_URL). Each table is locked while it is rewritten, some seconds per hundred
megabytes: reads and writes of it wait, and those that exceed their time limit are answered 503. It
needs as much free disk space as the largest table with its indexes. It reports what remains
elsewhere, in the log and in backups, and until when. You can run it again at any time.

Examples:
  counterpoint erase
  docker compose run --rm migrate erase`,
    )
    .action(() =>
      withDatabase(async ({ db }, { owner }) => {
        if (!(await mayMigrate(owner.db)))
          throw new UsageError(
            'Only the owner of the tables may erase. Set MIGRATION_DATABASE_URL to its URL.',
          )
        const kept = await rewriteTables(owner.pool, {
          onTable: (table, { nth, of }) => terminal.note(`${nth} of ${of}: ${table}`),
        })
        await insertAudit(db, { actor: system, kind: 'words.erased', body: { kept } })
        for (const line of remainsInWords(await findRemains(owner.pool))) terminal.say(line)
        for (const each of kept) terminal.note(`${each.table} ${reasons[each.reason]}`)
        if (kept.length > 0) process.exitCode = exitCodes.refused
        else terminal.note('No table file contains what was removed earlier.')
      }),
    )
}

const reasons: Readonly<Record<NotRewritten['reason'], string>> = {
  locked: 'was in use throughout and was not rewritten. Run this again at a quieter time.',
  'still seen':
    'still holds rows that an older transaction may see. End it (pg_stat_activity, pg_prepared_xacts, replication slots with an xmin, standbys with hot_standby_feedback), and run this again.',
  'not ours':
    'cannot be rewritten by this role. Its samples of names are replaced, and their space will be reused later. Run `VACUUM FULL pg_statistic` as a superuser.',
}

/** What remains outside the tables, and until when. */
function remainsInWords({
  walLsn,
  maxWalSize,
  walKeepSize,
  isArchived,
  slots,
}: Remains): readonly string[] {
  return [
    'What was removed may still be in:',
    `- the write-ahead log before ${walLsn}, until its files have been overwritten or removed: by the checkpoints that follow the next ${maxWalSize} of writes${walKeepSize === '0' ? '' : `, and ${walKeepSize} more that wal_keep_size keeps`}.`,
    ...slots.map(
      ({ name, isActive, kept }) =>
        `- the ${kept} of log that the replication slot ${name} keeps, until its standby has them${isActive ? '' : '; it is unused, so drop it if it is no longer needed'}.`,
    ),
    ...(isArchived ? ['- the archived log, until you delete it up to that place.'] : []),
    '- base backups, dumps, copies of the data folder and exports made before, until you delete them.',
    '- standbys, until they have replayed this; then only in their logs and backups.',
    '- answers to retries of imports that skipped lines, which may quote a reference or a slug.',
  ]
}
