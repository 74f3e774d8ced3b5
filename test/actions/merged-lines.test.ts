import { describe, expect } from 'vitest'
import { importLines, refusalOf } from '../support/import.ts'
import { rowCounts } from '../support/counts.ts'
import { it } from '../support/it.ts'
import {
  claimLine,
  endLine,
  header,
  linkLine,
  mergeLine,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>

const record: readonly Line[] = [
  ...['source', 'other'].map((ref) => sourceLine(ref)),
  sourceLine('into source'),
  reportLine('report', 'source'),
  reportLine('into report', 'source'),
  reportLine('other report', 'source'),
  claimLine('claim', 'other'),
  claimLine('into claim', 'other'),
  claimLine('target', 'source'),
  linkLine('into link', 'undercuts', 'into claim', 'target'),
  linkLine('link', 'undercuts', 'claim', 'target'),
]
const merges: readonly Line[] = (['source', 'report', 'claim'] as const).map((noun) =>
  mergeLine(noun, noun, `into ${noun}`),
)

const reason = 'For the test.'
const amending: Readonly<Record<string, Line>> = {
  source: { aliases: ['S'] },
  report: { title: 'T' },
  claim: { text: 'X' },
  link: { note: 'N' },
}

const lines: readonly (readonly [what: string, noun: string, line: Line])[] = [
  ...['source', 'report', 'claim', 'link'].flatMap((noun): [string, string, Line][] => [
    ['a void', noun, { type: 'void', [noun]: noun, reason }],
    ['an amendment', noun, { ...record.find(({ ref }) => ref === noun), ...amending[noun] }],
  ]),
  ['a withdrawal', 'claim', withdrawalLine('claim')],
  ['the void of a withdrawal', 'claim', { type: 'void', withdrawal: 'claim', reason }],
  ['an end', 'link', endLine('link')],
  ['the void of an end', 'link', { type: 'void', end: 'link', reason }],
  ['a merge', 'source', mergeLine('source', 'source', 'other')],
  ['a merge', 'report', mergeLine('report', 'report', 'other report')],
  ['a merge', 'claim', mergeLine('claim', 'claim', 'target')],
]

describe('a line about what was merged away', () => {
  it.for(lines)('409: %s of a %s says where it went', async ([what, noun, line], { db }) => {
    const namespace = `${what} ${noun}`
    const { refs } = await importLines(db, [header(namespace), ...record])
    await importLines(db, [header(namespace), ...merges])
    const before = await rowCounts(db)

    const { code, faults } = await refusalOf(db, [
      { ...header(namespace), onChange: 'amend' },
      line,
    ])

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ line: 2 }])
    expect(faults[0]?.message).toMatch(/ is merged into .* void the merge/)
    expect(faults[0]?.message).toContain(refs[`into ${noun}`])
    expect(await rowCounts(db)).toEqual(before)
  })

  it('changes nothing where it comes as it is on record', async ({ db }) => {
    const all = [header('comes again'), ...record, ...merges]
    await importLines(db, all)

    expect(await importLines(db, all)).toMatchObject({ new: 0, amended: 0, events: null })
  })
})
