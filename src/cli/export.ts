import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { exportRecord } from '../actions/export-record.ts'
import { ndjson } from '../formats/ndjson.ts'
import { withDatabase } from './with-database.ts'

export function exportCommand(): Command {
  return new Command('export')
    .description('write the whole record as a bundle (NDJSON), as of one moment')
    .argument('[file]', 'where to; standard output when left out')
    .addHelpText(
      'after',
      '\nExamples:\n  counterpoint export record.ndjson\n  counterpoint export | gzip > record.ndjson.gz',
    )
    .action((file: string | undefined) =>
      withDatabase(async ({ db }) => {
        const text = ndjson(exportRecord(db))
        // Not ended, so that it is there for whoever writes next.
        if (file === undefined) await pipeline(text, process.stdout, { end: false })
        else await replaceFile(file, text)
      }),
    )
}

/** Nobody ever finds half an export under the name. */
async function replaceFile(file: string, text: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  try {
    await pipeline(text, createWriteStream(partial, { flush: true }))
    await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
}
