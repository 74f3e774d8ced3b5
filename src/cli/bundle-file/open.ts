import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../terminal/usage-error.ts'

/**
 * Opens a file. Standard input is stored as a file first, because a bundle is read more than once.
 */
export async function withFile<T>(
  name: string,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  if (name !== '-') return withOpened(name, work)
  // Only we can read such a folder.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'counterpoint-import-'))
  try {
    const spool = path.join(folder, 'bundle.ndjson')
    await pipeline(process.stdin, createWriteStream(spool))
    return await withOpened(spool, work)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withOpened<T>(name: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(name).catch((cause: Error) => {
    throw new UsageError(cause.message, { cause })
  })
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}
