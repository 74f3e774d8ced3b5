import { describe, expect, onTestFinished } from 'vitest'
import { writeRecord } from '../../src/actions/record/write-record.ts'
import { system } from '../../src/domain/actor.ts'
import { newSource } from '../../src/domain/source.ts'
import { amended, sourceAdded } from '../../src/formats/event-drafts.ts'
import { amendSource } from '../../src/store/amendments.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { copyTo, exported } from '../support/copies.ts'
import { anEmptyRecord } from '../support/empty-records.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>

const header = { type: 'bundle', duplicates: 'new' }
const side = (source: string, given: Line = {}) => {
  return { relation: 'speaks_for', source, ...given }
}

/** Every way to name the source `x`, or the entry `twin`, by an object with the ref `by`. */
const namings: Readonly<Record<string, Line>> = {
  speaker: claimLine('by', 'x'),
  subject: claimLine('by', 'other', { about: ['other', 'x'] }),
  publisher: reportLine('by', 'x'),
  affiliation: sourceLine('by', { affiliations: [side('x')] }),
  'past affiliation': sourceLine('by', { affiliations: [side('x', { to: '2020' })] }),
  'second affiliation': sourceLine('by', {
    affiliations: [side('other'), { relation: 'employed_by', source: 'x' }],
  }),
}
const each = Object.entries(namings).map(([place, line]) => ({ place, line }))
const sources = ['x', 'twin', 'other', 'away'].map((ref) => sourceLine(ref))

describe('a source that is still named', () => {
  it.for(each)(
    'is not voided, now or in the bundle that names it: $place',
    async ({ place, line }, { db }) => {
      const named = { ...header, namespace: place }
      const { refs } = await importLines(db, [named, ...sources, line])
      const before = await rowCounts(db)

      const { code, faults } = await refusalOf(db, [named, voidOf('x')])

      expect(code).toBe('conflict')
      expect(faults).toMatchObject([{ line: 2, pointer: '/source', code: 'in-use' }])
      expect(faults[0]?.message).toContain(refs['by'])
      const atOnce = [header, ...sources, line, voidOf('x')]
      expect((await refusalOf(db, atOnce)).faults).toMatchObject([{ line: 7, code: 'in-use' }])
      expect(await rowCounts(db)).toEqual(before)
    },
  )

  it.for(each)('is not voided by another name: $place', async ({ line }, { db }) => {
    const asTwin: unknown = JSON.parse(JSON.stringify(line).replaceAll('"x"', '"twin"'))
    const { refs } = await importLines(db, [...sources, asTwin, mergeLine('source', 'twin', 'x')])

    const { faults } = await refusalOf(db, [header, voidOf(refs['x'] ?? '')])

    expect(faults).toMatchObject([{ code: 'in-use' }])
  })

  it.for(each)(
    'is not voided by a bundle that merges what is named into it: $place',
    async ({ line }, { db }) => {
      const asTwin: unknown = JSON.parse(JSON.stringify(line).replaceAll('"x"', '"twin"'))
      const { refs } = await importLines(db, [...sources, asTwin])
      const [x = '', twin = ''] = [refs['x'], refs['twin']]

      const lines = [header, voidOf(x), mergeLine('source', twin, x)]

      expect((await refusalOf(db, lines)).faults).toMatchObject([{ line: 2, code: 'in-use' }])
      const inUse = (await refusalOf(db, lines.toReversed())).faults.some(
        ({ code }) => code === 'in-use',
      )
      expect(inUse).toBe(true)
    },
  )

  it.for(each)('is voided together with what names it: $place', async ({ line }, { db }) => {
    const { refs } = await importLines(db, [...sources, line])
    const noun = String(line['type'])
    const [x = '', by = ''] = [refs['x'], refs['by']]

    const voids = [voidOf(x), { type: 'void', [noun]: by, reason: 'Entered by mistake.' }]

    expect(await importLines(db, voids)).toMatchObject({ new: 2 })
  })

  it('is voided by the bundle that amends what names it', async ({ db }) => {
    const named = { ...header, namespace: 'amends', onChange: 'amend' }
    await importLines(db, [named, ...sources, sourceLine('by', { affiliations: [side('x')] })])

    const lines = [named, voidOf('x'), sourceLine('by', { affiliations: [side('other')] })]

    expect(await importLines(db, lines)).toMatchObject({ new: 1, amended: 1 })
  })

  it('stays so if what names it is merged away: the void of the merge would bring it back', async ({
    db,
  }) => {
    const by = sourceLine('by', { affiliations: [side('x')] })
    const { refs } = await importLines(db, [...sources, by, mergeLine('source', 'by', 'away')])

    const { faults } = await refusalOf(db, [header, voidOf(refs['x'] ?? '')])

    expect(faults).toMatchObject([{ code: 'in-use' }])
    expect(faults[0]?.message).toContain(refs['by'])
  })

  it('has as many names as there are, of which some are listed', async ({ db }) => {
    const many = Array.from({ length: 5 }, (_, index) => claimLine(`by ${index}`, 'x'))
    const { refs } = await importLines(db, [...sources, ...many])

    const { faults } = await refusalOf(db, [header, voidOf(refs['x'] ?? '')])

    expect(faults[0]?.message).toMatch(/^Claim \S+, claim \S+, claim \S+ and others still name/)
  })

  it('can all be copied', ({ db, template }) => expectCopied(db, template))
})

describe('a report that a ruling rests on', () => {
  it('is not merged into one that the same bundle voids', async ({ db }) => {
    const { refs } = await importLines(db, [
      sourceLine('court', { kind: 'body' }),
      ...['read', 'wrong'].map((ref) => reportLine(ref, 'court')),
      claimLine('ruling', 'court', {
        kind: 'ruling',
        citations: [{ report: 'read', quote: 'It is so ordered.' }],
      }),
    ])
    const [read = '', wrong = ''] = [refs['read'], refs['wrong']]
    const voided = { type: 'void', report: wrong, reason: 'Entered by mistake.' }

    const { faults } = await refusalOf(db, [header, mergeLine('report', read, wrong), voided])

    expect(faults).toMatchObject([{ line: 2, code: 'ruling-cited' }])
  })
})

describe('an affiliation that says nothing', () => {
  it('is refused: a source has none with itself', async ({ db }) => {
    const { faults } = await refusalOf(db, [
      header,
      sourceLine('self', { affiliations: [side('self')] }),
    ])

    const self = { pointer: '/affiliations/0/source', code: 'affiliated-with-itself' }
    expect(faults).toMatchObject([{ line: 2, ...self }])
  })

  it('is refused under a name that leads to the source, but stays where it was before', async ({
    db,
  }) => {
    const named = { ...header, namespace: 'self', onChange: 'amend' }
    const lines = [sourceLine('whole'), sourceLine('twin'), sourceLine('part')]
    const ofTwin = sourceLine('whole', { affiliations: [side('twin')] })
    await importLines(db, [named, ...lines, mergeLine('source', 'twin', 'whole')])

    const { faults } = await refusalOf(db, [named, ofTwin])

    expect(faults).toMatchObject([{ line: 2, code: 'affiliated-with-itself' }])

    const before = { ...header, namespace: 'self before', onChange: 'amend' }
    await importLines(db, [
      before,
      ofTwin,
      sourceLine('twin'),
      mergeLine('source', 'twin', 'whole'),
    ])
    const renamed = [before, { ...ofTwin, aliases: ['Another'] }]
    expect(await importLines(db, renamed)).toMatchObject({ amended: 1 })
  })

  it('is left out of the export where it is on record from before, and of an amendment', async ({
    db,
    template,
  }) => {
    const { refs } = await importLines(db, sources)
    const [x = '', twin = '', other = ''] = [refs['x'], refs['twin'], refs['other']]
    await importLines(db, [voidOf(twin)])
    await enterUnchecked(db, x, [side(x), side(twin), side(other)])

    expect((await exported(db)).find((line) => line.includes(`"id":"${x}"`))).toContain(
      `"affiliations":[{"from":null,"relation":"speaks_for","source":"${other}","to":null}]`,
    )
    await expectCopied(db, template)
  })
})

function voidOf(source: string) {
  return { type: 'void', source, reason: 'Entered by mistake.' }
}

/** As an earlier version entered it. */
async function enterUnchecked(db: Db, id: string, affiliations: readonly object[]): Promise<void> {
  const { slug = '', ...source } = newSource.parse({
    slug: `unchecked-${id}`,
    kind: 'company',
    name: 'Unchecked',
    affiliations,
  })
  await writeRecord(quiet(db), {
    actor: system,
    work: async (writing) => {
      const entry = { ...source, slug, id }
      const seq = writing.record(amended(sourceAdded(entry), 'source'))
      await amendSource(writing.tx, { ...entry, seq })
      writing.changed([{ source: id }])
    },
    answer: () => undefined,
  })
}

async function expectCopied(db: Db, template: Parameters<typeof anEmptyRecord>[0]): Promise<void> {
  const copy = await anEmptyRecord(template)
  onTestFinished(copy.drop)

  await copyTo(copy.db, db)

  expect(await exported(copy.db)).toEqual(await exported(db))
  await expectRightRecord(db)
  await expectRightRecord(copy.db)
}
