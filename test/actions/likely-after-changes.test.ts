import type { ObjectNoun } from '../../src/domain/nouns.ts'
import { describe, expect } from 'vitest'
import { amendObject } from '../../src/actions/amend-object.ts'
import type { Confirmation } from '../../src/domain/confirmation.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>

/** What is on record, and others that differ from it in all that is compared. */
const known: readonly Line[] = [
  sourceLine('firm', {
    name: 'Halden Steel',
    names: [{ lang: 'ko', name: '할덴제철' }],
    aliases: ['HS'],
    wikidataId: 'Q77',
    url: 'https://halden.example/',
  }),
  reportLine('page', 'firm', {
    url: 'https://news.example/1',
    archiveUrl: 'https://archive.ph/AbCd1',
  }),
  claimLine('claim', 'firm', { text: 'Plant 7 closes.', assertedAt: '2025-03-03' }),
]
const others: readonly Line[] = [
  sourceLine('other', { name: 'Another Party', aliases: ['AP'] }),
  reportLine('elsewhere', 'other', { url: 'https://news.example/2' }),
  claimLine('words', 'firm', { text: 'Plant 8 closes.', assertedAt: '2025-03-03' }),
  claimLine('day', 'firm', { text: 'Plant 7 closes.', assertedAt: '2025-03-04' }),
  claimLine('speaker', 'other', { text: 'Plant 7 closes.', assertedAt: '2025-03-03' }),
  claimLine('unnamed', 'other', {
    text: 'Plant 7 closes.',
    assertedAt: '2025-03-03',
    speaker: null,
  }),
]

/** Amendments that make one of them like what is on record; where, and in what they meet. */
const amendments = [
  ['other', { name: 'HALDEN  Steel' }, '/name', 'firm', 'name'],
  ['other', { names: [{ lang: 'ko', name: '할덴 제철' }] }, '/names/0/name', 'firm', 'name'],
  ['other', { aliases: ['AP', 'hs'] }, '/aliases/1', 'firm', 'name'],
  ['other', { aliases: ['Hаlden Steel'] }, '/aliases/0', 'firm', 'lookalike'],
  ['other', { wikidataId: 'Q77' }, '/wikidataId', 'firm', 'wikidataId'],
  ['other', { url: 'https://www.halden.example/ir' }, '/url', 'firm', 'homeDomain'],
  ['elsewhere', { url: 'http://m.news.example/1?utm_source=x' }, '/url', 'page', 'address'],
  ['elsewhere', { archiveUrl: 'https://archive.ph/AbCd1' }, '/archiveUrl', 'page', 'address'],
  ['words', { text: 'plant 7  closes' }, '/text', 'claim', 'statement'],
  ['day', { assertedAt: '2025-03-03T10:00:00Z' }, '/text', 'claim', 'statement'],
  ['speaker', { speaker: 'firm' }, '/text', 'claim', 'statement'],
  ['unnamed', { speaker: 'firm' }, '/text', 'claim', 'statement'],
] as const

describe('an amendment that makes two alike', () => {
  it.for(amendments)(
    '409: %s by %j, unless it is confirmed',
    async ([ref, change, pointer, like, met], { db }) => {
      const namespace = `alike-${ref}-${JSON.stringify(change).length}-${pointer}`
      const { refs } = await importLines(db, inBundle(namespace, [...known, ...others]))
      const own = refs[ref] ?? ''
      const type = typeOf(ref)
      const before = await rowCounts(db)
      const patch = 'speaker' in change ? { ...change, speaker: refs[change.speaker] } : change
      const later = [...known, ...others].map((line) =>
        line['ref'] === ref ? { ...line, ...change } : line,
      )
      const amending = { onChange: 'amend', duplicates: 'refuse' }
      const asked = { id: refs[like], pointer, met: [met] }

      for (const refused of [
        await patchRefusal(db, type, own, patch),
        await refusalOf(db, inBundle(namespace, later, amending)),
        await refusalOf(db, inBundle(namespace, later, { ...amending, duplicates: 'join' })),
      ]) {
        expect(refused.code).toBe('likely-duplicate')
        expect(refused.message + refused.faults.map(({ message }) => message).join()).toMatch(
          /Merge the two if they are the same thing; send "(confirm|duplicates)"/,
        )
        expect(ofOne(refused, refs[like])).toMatchObject([asked])
      }
      expect(await rowCounts(db)).toEqual(before)

      await expect(
        importLines(db, inBundle(namespace, later, { ...amending, duplicates: 'new' })),
      ).resolves.toMatchObject({ amended: 1 })
      // What was so before is not asked about again.
      await patchObject(db, type, own, unrelated[type], [])
      await patchObject(db, type, own, { ...patch, ...unrelated[type] }, [])
    },
  )

  it('409: within one bundle, whichever line comes first', async ({ db }) => {
    const namespace = 'alike-within'
    const twins = [sourceLine('a', { name: 'Aaa' }), sourceLine('b', { name: 'Bbb' })]
    const { refs } = await importLines(db, inBundle(namespace, twins))
    const refused = async (...lines: readonly Line[]) => {
      const amending = { onChange: 'amend', duplicates: 'refuse' }
      const { code, facts } = await refusalOf(db, inBundle(namespace, lines, amending))
      expect(code).toBe('likely-duplicate')
      return facts['candidates']
    }
    const changed = sourceLine('a', { name: 'Ccc within' })
    const added = sourceLine('c', { name: 'CCC  within' })
    const other = sourceLine('b', { name: 'ccc within' })

    expect(await refused(changed, added)).toMatchObject([{ line: 3, id: refs['a'] }])
    expect(await refused(added, changed)).toMatchObject([{ line: 3, enteredByLine: 2 }])
    expect(await refused(changed, other)).toMatchObject([{ line: 3, id: refs['a'] }])
  })
})

describe('what was merged', () => {
  it('is one candidate for whatever resembles any of its entries', async ({ db }) => {
    const { refs } = await importLines(db, [
      sourceLine('one', { name: 'Merged Mill', wikidataId: 'Q901' }),
      sourceLine('two', { name: 'Merged  mill' }),
      sourceLine('three', { name: 'Mill of many mergers' }),
      reportLine('r', 'one', { url: 'https://mill.example/1' }),
      reportLine('s', 'two', { url: 'https://m.mill.example/1' }),
      claimLine('c', 'one', { text: 'The mill turns.', about: ['one'] }),
      claimLine('d', 'two', { text: 'The mill turns', about: ['two', 'three'] }),
    ])
    await importLines(db, [
      mergeLine('source', refs['two'] ?? '', refs['one'] ?? ''),
      mergeLine('report', refs['s'] ?? '', refs['r'] ?? ''),
    ])
    await importLines(db, [
      mergeLine('source', refs['three'] ?? '', refs['one'] ?? ''),
      mergeLine('claim', refs['d'] ?? '', refs['c'] ?? ''),
    ])
    const again = [
      { type: 'bundle', duplicates: 'join' },
      sourceLine('x', { name: 'MERGED MILL' }),
      sourceLine('y', { name: 'mill of many mergers' }),
      reportLine('p', refs['two'] ?? '', { url: 'https://mill.example/1' }),
      claimLine('q', refs['three'] ?? '', { text: 'the mill turns', about: [refs['two']] }),
    ]

    const { code, facts } = await refusalOf(db, [
      { type: 'bundle', duplicates: 'refuse' },
      ...again.slice(1),
    ])
    const joined = await importLines(db, again)

    expect(code).toBe('likely-duplicate')
    expect(facts['candidates']).toMatchObject([
      { line: 2, id: refs['one'], name: 'Merged Mill' },
      { line: 3, id: refs['one'], name: 'Merged Mill' },
      { line: 4, id: refs['r'] },
      { line: 5, id: refs['c'] },
    ])
    expect(joined).toMatchObject({ new: 0, unchanged: 4 })
    const other = sourceLine('z', { name: 'Mill of many mergers', wikidataId: 'Q902' })
    const doubtful = await refusalOf(db, [{ type: 'bundle', duplicates: 'join' }, other])
    expect(doubtful.code).toBe('likely-duplicate')
  })
})

const unrelated: Readonly<Partial<Record<ObjectNoun, Line>>> = {
  source: { kind: 'outlet' },
  report: { title: 'Another title' },
  claim: { kind: 'opinion' },
}

function inBundle(namespace: string, lines: readonly Line[], header: Line = {}): Line[] {
  return [{ type: 'bundle', namespace, duplicates: 'new', ...header }, ...lines]
}

function typeOf(ref: string): ObjectNoun {
  if (ref === 'other') return 'source'
  return ref === 'elsewhere' ? 'report' : 'claim'
}

/** The candidates that are a certain object: tests before have entered others that are alike. */
function ofOne({ facts }: DomainError, id: string | undefined): unknown {
  const candidates = facts['candidates']
  if (!Array.isArray(candidates)) throw new Error('There are no candidates.')
  return candidates.filter((candidate: Line) => candidate['id'] === id)
}

async function patchRefusal(db: Db, type: ObjectNoun, id: string, patch: Line) {
  try {
    await patchObject(db, type, id, patch, [])
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('The patch was not refused.')
}

async function patchObject(
  db: Db,
  type: ObjectNoun,
  id: string,
  patch: Line = {},
  confirm: readonly Confirmation[],
): Promise<void> {
  await amendObject(quiet(db), {
    actor: system,
    type,
    id,
    versions: [1, 2, 3],
    patch,
    confirm,
    show: async () => ({}),
  })
}
