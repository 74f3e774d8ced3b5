import type { FileHandle } from 'node:fs/promises'

/** The location of a line in a file, without its line feed. */
export interface Extent {
  /** Counted from 1. */
  readonly line: number
  readonly offset: number
  readonly length: number
}

const chunkBytes = 1024 * 1024
/** If two lines are less than this apart, the gap is read along with them. */
const gapBytes = 4096

/** Every line of a file with its bytes, in order. Keeps only that line and one chunk in memory. */
export async function* linesIn(file: FileHandle): AsyncGenerator<Extent & { bytes: Buffer }> {
  let line = 1
  let offset = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunksOf(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let begin = 0
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, begin)) {
      yield { line, offset: offset + begin, length: end - begin, bytes: bytes.subarray(begin, end) }
      line += 1
      begin = end + 1
    }
    offset += begin
    rest = bytes.subarray(begin)
  }
  if (rest.length > 0) yield { line, offset, length: rest.length, bytes: rest }
}

/** The bytes of some lines, in the order of the lines; neighbouring lines are read together. */
export async function readExtents(
  file: FileHandle,
  extents: readonly Extent[],
): Promise<readonly (Extent & { bytes: Buffer })[]> {
  const found = new Map<Extent, Buffer>()
  for (const run of runsOf(extents)) {
    const bytes = await readRange(file, run)
    for (const extent of run.extents) {
      const begin = extent.offset - run.offset
      found.set(extent, bytes.subarray(begin, begin + extent.length))
    }
  }
  return extents.map((extent) => ({ ...extent, bytes: found.get(extent) ?? Buffer.alloc(0) }))
}

interface Range {
  readonly offset: number
  readonly length: number
}

function runsOf(extents: readonly Extent[]): readonly (Range & { extents: Extent[] })[] {
  const runs: { offset: number; length: number; extents: Extent[] }[] = []
  for (const extent of extents.toSorted((a, b) => a.offset - b.offset)) {
    const { offset, length } = extent
    const run = runs.at(-1)
    if (run && offset - (run.offset + run.length) < gapBytes) {
      run.length = offset + length - run.offset
      run.extents.push(extent)
    } else runs.push({ offset, length, extents: [extent] })
  }
  return runs
}

async function readRange(file: FileHandle, { offset, length }: Range): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, offset + at)
    if (bytesRead === 0) throw new Error('The file shrank while it was being read.')
    at += bytesRead
  }
  return bytes
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const bytes = Buffer.allocUnsafe(chunkBytes)
    const { bytesRead } = await file.read(bytes, 0, chunkBytes, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield bytes.subarray(0, bytesRead)
  }
}
