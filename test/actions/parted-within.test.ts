import { describe, expect, onTestFinished } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import { anActor } from '../support/actors.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { copyTo, exported, standing } from '../support/copies.ts'
import { anEmptyRecord } from '../support/empty-records.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type Noun = 'source' | 'report' | 'claim'
type IdOf = (ref: string) => string

/** Each noun three times, and once to have something else to name. */
const record = [
  ...['x', 'y', 'z', 'other'].map((ref) => sourceLine(`source ${ref}`)),
  ...['x', 'y', 'z'].map((ref) => reportLine(`report ${ref}`, 'source other')),
  ...['x', 'y', 'z', 'other'].map((ref) => claimLine(`claim ${ref}`, 'source other')),
]

/** A new line for every place in which an entry can be named. */
const naming: readonly (readonly [Noun, string, (x: string, id: IdOf) => object])[] = [
  ['source', 'a speaker', (x) => claimLine('new', x)],
  ['source', 'a subject', (x, id) => claimLine('new', id('source other'), { about: [x] })],
  ['source', 'a publisher', (x) => reportLine('new', x)],
  ['source', 'a side', (x) => sourceLine('new', { affiliations: [speaksFor(x)] })],
  ['report', 'evidence', (x, id) => claimLine('new', id('source other'), cites(x))],
  [
    'report',
    'evidence of a link',
    (x, id) => qualifies(id('claim other'), id('claim z'), cites(x)),
  ],
  ['claim', 'the start of a link', (x, id) => qualifies(x, id('claim other'))],
  ['claim', 'the target of a link', (x, id) => qualifies(id('claim other'), x)],
  ['claim', 'a part of a story', (x) => ({ type: 'story', title: 'A story', claims: [x] })],
]

function speaksFor(source: string) {
  return { relation: 'speaks_for', source }
}

function cites(report: string) {
  return { citations: [{ report, quote: 'It is so.' }] }
}

function qualifies(from: string, to: string, given = {}) {
  return linkLine('new', 'qualifies', from, to, given)
}

const merged = {
  'merged once': [['x', 'y']],
  'merged into what is merged': [
    ['x', 'y'],
    ['y', 'z'],
  ],
  'merged after another was merged into it': [
    ['y', 'x'],
    ['x', 'z'],
  ],
} as const
const cases = naming.flatMap(([noun, place, line]) =>
  Object.entries(merged).flatMap(([how, pairs]) => [
    { noun, place, line, how, pairs, isVoided: false },
    { noun, place, line, how: `${how}, into what is voided`, pairs, isVoided: true },
  ]),
)

describe('a bundle that names a merged entry and voids the merge', () => {
  it.for(cases)('names the entry again: $noun, $place, $how', async (each, { db }) => {
    for (const isVoidFirst of [false, true]) {
      const lines = await linesOf(db, each)
      await importLines(db, isVoidFirst ? lines.toReversed() : lines)
    }
    await expectRightRecord(db)
  })

  it.for(cases)('never fails for an editor: $noun, $place, $how', async (each, { db }) => {
    const lines = await linesOf(db, each)
    const actor = await anActor(db, 'edit')

    const outcome: unknown = await importLines(db, lines, { actor }).catch(
      (error: unknown) => error,
    )

    expect(outcome instanceof Error && !(outcome instanceof DomainError)).toBe(false)
    await expectRightRecord(db)
  })

  it('can be copied', async ({ db, template }) => {
    const copy = await anEmptyRecord(template)
    onTestFinished(copy.drop)

    await copyTo(copy.db, db)

    expect(await exported(copy.db)).toEqual(await exported(db))
    expect(await standing(copy.db)).toEqual(await standing(db))
  })
})

/**
 * Enters the record and the merges, and perhaps voids the survivor.
 *
 * @returns the lines that name `x` and void its merge
 */
async function linesOf(db: Db, each: (typeof cases)[number]): Promise<object[]> {
  const { noun, line, pairs, isVoided } = each
  const { refs } = await importLines(db, record)
  const id = (ref: string) => refs[ref] ?? ''
  const made = pairs.map(([from, into]) => ({
    ...mergeLine(noun, id(`${noun} ${from}`), id(`${noun} ${into}`)),
    id: crypto.randomUUID(),
  }))
  for (const merge of made) await importLines(db, [merge])
  const survivor = id(`${noun} ${pairs.at(-1)?.[1]}`)
  if (isVoided) await importLines(db, [{ type: 'void', [noun]: survivor, reason: 'Not one.' }])
  const ofX = made.find(({ from }) => from === id(`${noun} x`))
  return [line(id(`${noun} x`), id), { type: 'void', merge: ofX?.id, reason: 'They are two.' }]
}
