import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { contentHash, isObjectLine, type NumberedLine } from '../../actions/bundle/lines.ts'
import { readExtents, type Extent } from './lines.ts'
import type { Group } from './spool.ts'
import { readLine, type Survey } from './survey.ts'

export interface BatchLimits {
  readonly linesMax: number
  readonly bytesMax: number
}

/** A batch blocks other writers for less than a second; larger ones are no faster. */
const batchLimits: BatchLimits = { linesMax: 2_000, bytesMax: 5 * 1024 * 1024 }

/** Lines read at a time; between two reads, other work of the process can proceed. */
const readAtOnce = 100

/**
 * Turns the groups of a survey into batches to enter in turn. Every object gets a `ref` and a hash;
 * without a ref of its own, it gets one made from its line, so that it is recognised when the file
 * is imported again.
 */
export async function* batchesOf(
  file: FileHandle,
  { header, groups, countOccurrence }: Pick<Survey, 'header' | 'groups' | 'countOccurrence'>,
  limits: BatchLimits = batchLimits,
): AsyncGenerator<NumberedLine[]> {
  for (const extents of cut(groups(), limits)) {
    const batch: NumberedLine[] = []
    for (let begin = 0; begin < extents.length; begin += readAtOnce)
      for (const { bytes, line } of await readExtents(
        file,
        extents.slice(begin, begin + readAtOnce),
      ))
        for (const read of readLine(bytes, line, header?.timezone)?.lines ?? [])
          batch.push(named(read, bytes, countOccurrence))
    yield batch
  }
}

/** Combines groups up to the limits; a group that exceeds them stays whole. */
function* cut(groups: Iterable<Group>, { linesMax, bytesMax }: BatchLimits): Generator<Extent[]> {
  let batch: Extent[] = []
  let bytes = 0
  for (const group of groups) {
    const groupBytes = group.reduce((sum, { length }) => sum + length, 0)
    const isFull = batch.length + group.length > linesMax || bytes + groupBytes > bytesMax
    if (isFull && batch.length > 0) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(...group)
    bytes += groupBytes
  }
  if (batch.length > 0) yield batch
}

/** Prepares each batch while the previous one is being entered. */
export async function* madeAhead<T>(batches: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = batches.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = batches.next()
      // The next call for a batch rejects with this error.
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
  }
}

function named(
  line: NumberedLine,
  content: Uint8Array,
  countOccurrence: (digest: string) => number,
): NumberedLine {
  if (!isObjectLine(line)) return line
  if (line.value.ref !== undefined) return hashed(line)
  const digest = createHash('sha256').update(content).digest('hex')
  const ref = `sha256:${digest}:${countOccurrence(digest)}`
  return hashed({ ...line, value: { ...line.value, ref } })
}

function hashed(line: NumberedLine): NumberedLine {
  return { ...line, contentHash: contentHash(line.value) }
}
