import path from 'node:path'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import { DomainError } from '../../domain/errors.ts'
import { DraftFault, type DraftFormat, type ReadDraft, type SentDraft } from './draft.ts'
import type { FromReader } from './messages.ts'
import { readHere } from './read.ts'

/** docs/operations.md states the memory of a process from this. */
const memoryLimits: ResourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }

/** The slowest texts that were found take four seconds. */
const timeMaxMs = 15_000

/** So much of these is read in a few milliseconds. */
const quick: ReadonlySet<DraftFormat> = new Set(['text', 'addresses'])
const quickMax = 64 * 1024

const program = path.join(import.meta.dirname, `thread-main${path.extname(import.meta.filename)}`)

/**
 * Reads a draft. What is long, or what libraries parse, is read in a thread of its own, which may
 * take neither much memory nor much time: marks within marks can make any parser slow.
 *
 * @throws {DomainError} `invalid` if it cannot be read
 */
export async function readDraft(
  sent: SentDraft,
  { withinMs = timeMaxMs } = {},
): Promise<ReadDraft> {
  try {
    const isQuick = quick.has(sent.format) && sent.text.length <= quickMax
    return await (isQuick ? readHere(sent) : readInThread(sent, withinMs))
  } catch (error) {
    if (error instanceof DraftFault) throw unreadable(error.message)
    throw error
  }
}

async function readInThread(workerData: SentDraft, withinMs: number): Promise<ReadDraft> {
  const read = Promise.withResolvers<ReadDraft>()
  // Whatever a library prints may quote the draft.
  const streams = { stdout: true, stderr: true }
  const worker = new Worker(program, {
    name: 'draft',
    workerData,
    resourceLimits: memoryLimits,
    ...streams,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  const timer = setTimeout(() => read.reject(tooIntricate()), withinMs)
  worker.on('message', (message: FromReader) => {
    if ('draft' in message) read.resolve(message.draft)
    else read.reject(new DraftFault(message.fault))
  })
  worker.on('error', () => read.reject(tooIntricate()))
  worker.on('exit', () => read.reject(tooIntricate()))
  try {
    return await read.promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** Also for faults of the libraries: stacks that overflow, memory that is used up. */
function tooIntricate(): DraftFault {
  return new DraftFault(
    'The marks of this draft are too many within each other to be read. Send its words alone, as text.',
  )
}

function unreadable(message: string): DomainError {
  return new DomainError('invalid', 'The draft cannot be read.', [
    { pointer: '/text', code: 'unreadable-draft', message },
  ])
}
