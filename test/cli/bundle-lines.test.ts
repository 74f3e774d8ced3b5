import { writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { NumberedLine } from '../../src/actions/bundle/lines.ts'
import { batchesOf, type BatchLimits } from '../../src/cli/bundle-file/batches.ts'
import { linesIn, readExtents, type Extent } from '../../src/cli/bundle-file/lines.ts'
import { survey } from '../../src/cli/bundle-file/survey.ts'
import { aPath } from '../support/folder.ts'

describe('readExtents', () => {
  it('reads lines in the order asked for, near each other and far apart', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `${index} ${'각'.repeat(index * 10)}`)
    await using file = await open(written(lines))
    const extents: Extent[] = []
    for await (const { bytes: _, ...extent } of linesIn(file)) extents.push(extent)
    const asked = [299, 3, 4, 0, 150, 149, 298].flatMap((index) => extents[index] ?? [])

    const read = await readExtents(file, asked)

    expect(read.map(({ line }) => line)).toEqual([300, 4, 5, 1, 151, 150, 299])
    for (const { line, bytes } of read) expect(bytes.toString()).toBe(lines[line - 1])
  })

  it('says so when the file has become shorter', async () => {
    await using file = await open(written(['one']))

    const reading = readExtents(file, [{ line: 1, offset: 0, length: 100 }])

    await expect(reading).rejects.toThrow('shrank')
  })
})

describe('batchesOf', () => {
  const sources = Array.from({ length: 250 }, (_, index) => ({
    type: 'source',
    ref: `s${index}`,
    kind: 'outlet',
    name: `Outlet ${index}`,
  }))

  it.each([
    ['lines', { linesMax: 120, bytesMax: 1_000_000 }, [120, 120, 10]],
    ['bytes', { linesMax: 1_000, bytesMax: 70 * 100 }, [100, 100, 50]],
    ['neither', { linesMax: 1, bytesMax: 1 }, Array.from({ length: 250 }, () => 1)],
  ])('cuts by %s, and leaves no line out', async (_, limits: BatchLimits, sizes) => {
    await using file = await open(written(sources.map((line) => JSON.stringify(line).padEnd(70))))
    using surveyed = await survey(file)

    const batches: NumberedLine[][] = []
    for await (const batch of batchesOf(file, surveyed, limits)) batches.push(batch)

    expect(batches.map(({ length }) => length)).toEqual(sizes)
    expect(batches.flat().map(({ line }) => line)).toEqual(sources.map((_, index) => index + 1))
  })
})

function written(lines: readonly string[]): string {
  const file = aPath('bundle.ndjson')
  writeFileSync(file, lines.join('\n'))
  return file
}
