import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { readProcessConfig } from '../config.ts'
import { exportRecord } from '../actions/export-record.ts'
import { ndjson } from '../formats/ndjson.ts'
import { UsageError } from './terminal/usage-error.ts'
import { withDatabase } from './with-database.ts'

export function exportCommand(): Command {
  return new Command('export')
    .description('write the whole record as a bundle (NDJSON), as of one moment')
    .argument('[file]', 'where to; standard output when left out, or with -')
    .addHelpText(
      'after',
      '\nExamples:\n  counterpoint export record.ndjson\n  counterpoint export | gzip > record.ndjson.gz',
    )
    .action((file: string | undefined) =>
      withDatabase(async ({ db }) => {
        const text = ndjson(exportRecord(db, readProcessConfig().dataLicense))
        if (file === undefined || file === '-') await writeOut(text)
        else await replaceFile(file, text)
      }),
    )
}

async function writeOut(text: AsyncIterable<string>): Promise<void> {
  try {
    // Standard output stays open for later writes.
    await pipeline(text, process.stdout, { end: false })
  } catch (error) {
    throw notWritten('Standard output', error)
  }
}

/** Never leaves half an export under the final name. */
async function replaceFile(file: string, text: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  try {
    await pipeline(text, createWriteStream(partial, { flush: true }))
    await rename(partial, file)
  } catch (error) {
    throw notWritten(file, error)
  } finally {
    await rm(partial, { force: true })
  }
}

/** Errors from the record are passed on unchanged. */
function notWritten(what: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  const reason = error.message.split(',')[0]
  return new UsageError(`${what} cannot be written to (${reason}).`, { cause: error })
}
