import { describe, expect } from 'vitest'
import { importBundle } from '../../src/actions/import-bundle.ts'
import { mergeObject, unmergeObject } from '../../src/actions/merge-object.ts'
import { checkRecord } from '../../src/actions/check-record.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Mergeable } from '../../src/domain/merge.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import { findMergeOf } from '../../src/store/merges.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

const reason = 'For the test.'
const few = ['1', '2', '3', '4', '5', '6']

/** Two entries of each noun; `many` of them is where the names are. */
const records: Readonly<Record<Mergeable, (many: string) => readonly object[]>> = {
  source: (many) => [
    ...['one', 'two', 'other'].map((ref) => sourceLine(ref)),
    ...few.map((ref) => claimLine(ref, many)),
    ...few.map((ref) => linkLine(`l${ref}`, 'rebuts', ref, 'x')),
    claimLine('x', 'other'),
  ],
  report: (many) => [
    sourceLine('s'),
    ...['one', 'two'].map((ref) => reportLine(ref, 's')),
    ...few.map((ref) => claimLine(ref, 's', { citations: [{ report: many, quote: 'Q' }] })),
  ],
  claim: (many) => [
    ...['s', 't'].map((ref) => sourceLine(ref)),
    ...['one', 'two'].map((ref) => claimLine(ref, 's')),
    ...few.map((ref) => claimLine(ref, 't')),
    ...few.map((ref) => linkLine(`l${ref}`, 'rebuts', ref, many)),
  ],
}

describe('a merge that reaches much', () => {
  it.for([
    ['source', 'one'],
    ['source', 'two'],
    ['claim', 'one'],
    ['claim', 'two'],
    ['report', 'one'],
  ] as const)(
    '422 with the number: of %ss, and of its void, where entry %s has many names',
    async ([noun, many], { db }) => {
      const { refs } = await importLines(db, records[noun](many))
      const [from = '', into = ''] = [refs['one'], refs['two']]
      const before = await rowCounts(db)

      const refused = await answerTo(merged(db, { noun, from, into, regionMax: 5 }))
      expect(refused).toEqual([
        'invalid',
        ['merge-too-large'],
        expect.stringMatching(/ \d+ objects or more, .* at most 5\. .*`counterpoint merge`/),
      ])
      expect(await rowCounts(db)).toEqual(before)

      await merged(db, { noun, from, into })
      expect((await answerTo(parted(db, from, 5)))?.[1]).toEqual(['merge-too-large'])
      await parted(db, from)
      expect(await checkRecord(db)).toEqual([])
    },
  )

  it('201: of a report that few name into one that many name, where nothing is labelled', async ({
    db,
  }) => {
    const { refs } = await importLines(db, records.report('two'))
    const [from = '', into = ''] = [refs['one'], refs['two']]

    await merged(db, { noun: 'report', from, into, regionMax: 5 })

    await parted(db, from, 5)
    expect(await checkRecord(db)).toEqual([])
  })

  it('422: the merges of a bundle count together', async ({ db }) => {
    const { refs } = await importLines(db, [
      ...['a', 'b', 'c', 'd', 'e'].map((ref) => sourceLine(ref)),
      ...['a', 'b', 'c'].map((ref) => claimLine(`by ${ref}`, ref)),
    ])
    const lines = ['a', 'b', 'c'].map((ref, index) => {
      const value = bundleLine.parse(mergeLine('source', refs[ref] ?? '', refs['d'] ?? ''))
      return { line: index + 1, value }
    })
    const bundle = { actor: system, faults: [], onError: 'refuse' as const, lines }

    const refused = await answerTo(importBundle(quiet(db), { ...bundle, regionMax: 6 }))

    expect(refused?.[1]).toEqual(['merge-too-large'])
    expect(refused?.[2]).toMatch(/of them already/)
    await importBundle(quiet(db), bundle)
    expect(await checkRecord(db)).toEqual([])
  })
})

interface Merging {
  readonly noun: Mergeable
  readonly from: string
  readonly into: string
  readonly regionMax?: number
}

const write = { actor: system, show: async () => null, versions: [1, 2, 3] }

async function merged(db: Db, { noun, from: id, into, ...bound }: Merging): Promise<void> {
  await mergeObject(quiet(db), { ...write, noun, id, merge: { into, reason }, ...bound })
}

async function parted(db: Db, from: string, regionMax?: number): Promise<void> {
  const merge = await findMergeOf(db, from)
  const bound = regionMax === undefined ? {} : { regionMax }
  await unmergeObject(quiet(db), { ...write, id: merge?.id ?? '', reason, ...bound })
}

/** Code, codes of the faults and message of a refusal; undefined where there was none. */
async function answerTo(work: Promise<unknown>) {
  try {
    await work
    return undefined
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [
      error.code,
      error.faults.map(({ code }) => code),
      error.faults.map(({ message }) => message).join(' '),
    ] as const
  }
}
