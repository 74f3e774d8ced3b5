import { describe, expect } from 'vitest'
import { importLines, refusalOf, type ImportOptions } from '../support/import.ts'
import { it } from '../support/it.ts'
import { redact } from '../support/redact.ts'
import { sql } from 'kysely'
import { checkRecord } from '../../src/actions/check-record.ts'
import { exportRecord } from '../../src/actions/export-record.ts'
import { findClaimRow } from '../../src/store/claim-rows.ts'
import { anyDay } from '../../src/domain/likeness.ts'
import type { Db } from '../../src/store/database/db.ts'
import { listClaimsBy } from '../../src/store/duplicates.ts'

type Line = Readonly<Record<string, unknown>>

const party = (ref: string, name: string, more: Line = {}) => {
  return { type: 'source', ref, kind: 'company', name, ...more }
}

const statement = (ref: string, speaker: string, text: string, more: Line = {}) => ({
  type: 'claim',
  ref,
  kind: 'fact',
  speaker,
  about: [],
  text,
  lang: 'en',
  assertedAt: '2025-03-03',
  ...more,
})

const page = (ref: string, source: string, url: string, more: Line = {}) => {
  return { type: 'report', ref, source, kind: 'article', url, title: 'T', lang: 'en', ...more }
}

const bundle = (duplicates: string, ...lines: Line[]) => [{ type: 'bundle', duplicates }, ...lines]

const enter = async (db: Db, ...lines: Line[]) => (await importLines(db, lines)).refs

const refused = async (db: Db, lines: readonly Line[], options: ImportOptions = {}) => {
  const { code, faults, facts } = await refusalOf(db, bundle('refuse', ...lines), options)
  return { code, faults, candidates: facts['candidates'] }
}

describe('a bundle', () => {
  it('is refused where a source shares a name, an item or a home with one on record', async ({
    db,
  }) => {
    const { m } = await enter(
      db,
      party('m', 'Halden Steel', {
        names: [{ lang: 'ko', name: '할덴제철' }],
        aliases: ['HS'],
        wikidataId: 'Q77',
        url: 'https://www.halden.example/',
      }),
    )

    for (const [line, pointer, met] of [
      [party('x', 'HALDEN  STEEL'), '/name', ['name']],
      [party('x', 'Ｈａｌｄｅｎ　Steel'), '/name', ['name']],
      [party('x', '할덴 제철'), '/name', ['name']],
      [party('x', 'Other', { aliases: ['A', 'hs'] }), '/aliases/1', ['name']],
      [party('x', 'Other', { names: [{ lang: 'fr', name: 'H.S.' }] }), '/names/0/name', ['name']],
      [party('x', 'Halden® Steel™'), '/name', ['name']],
      [party('x', 'Hаlden Steel'), '/name', ['lookalike']],
      [party('x', 'Halden Steel Inc.'), '/name', ['lookalike']],
      [party('x', 'The Halden Steel Co., Ltd.'), '/name', ['lookalike']],
      [party('x', '㈜할덴제철'), '/name', ['lookalike']],
      [party('x', 'Other', { aliases: ['O', 'Håldén Steel'] }), '/aliases/1', ['lookalike']],
      [party('x', 'Other', { wikidataId: 'Q77' }), '/wikidataId', ['wikidataId']],
      [party('x', 'Other', { url: 'http://ir.halden.example/a' }), '/url', ['homeDomain']],
    ] as const) {
      const { code, faults, candidates } = await refused(db, [line])
      expect(code).toBe('likely-duplicate')
      expect(faults).toMatchObject([{ line: 2, pointer, code: 'likely-duplicate' }])
      expect(candidates).toEqual([
        {
          line: 2,
          pointer,
          type: 'source',
          id: m,
          slug: 'halden-steel',
          name: 'Halden Steel',
          met,
        },
      ])
    }
    const other = party('y', 'Halden Steel Trading', { url: 'https://x.com/halden' })
    await expect(importLines(db, bundle('refuse', other))).resolves.toMatchObject({ new: 1 })
  })

  it('is refused where a report has a page on record, or a claim its speaker, day and words', async ({
    db,
  }) => {
    const refs = await enter(
      db,
      party('paper', 'Paper of pages'),
      party('rival', 'Rival of pages'),
      page('p', 'paper', 'https://pages.example/a/1', { archiveUrl: 'https://archive.ph/AbCd1' }),
      statement('c', 'paper', 'Plant 7 closes in May.'),
      statement('d', 'paper', 'Plant 8 closes.', { assertedAt: '2025-03-04T08:30:00+09:00' }),
    )
    const paper = refs['paper'] ?? ''

    for (const [line, pointer, id] of [
      [page('x', paper, 'http://m.pages.example/a/1/?utm_source=x'), '/url', refs['p']],
      [page('x', paper, 'https://archive.ph/AbCd1'), '/url', refs['p']],
      [
        page('x', paper, 'https://pages.example/a/2', {
          archiveUrl: 'https://web.archive.org/web/2025/https://pages.example/a/1',
        }),
        '/archiveUrl',
        refs['p'],
      ],
      [statement('x', paper, 'plant 7  closes in may'), '/text', refs['c']],
      [
        statement('x', paper, 'Plant 7 closes in May', { assertedAt: '2025-03-03T23:00:00Z' }),
        '/text',
        refs['c'],
      ],
      [
        statement('x', paper, 'Plant 8 closes', { assertedAt: '2025-03-03T23:30:00Z' }),
        '/text',
        refs['d'],
      ],
    ] as const) {
      const { code, candidates } = await refused(db, [line])
      expect([line, code, candidates]).toMatchObject([line, 'likely-duplicate', [{ pointer, id }]])
    }
    await importLines(
      db,
      bundle(
        'refuse',
        page('x', paper, 'https://pages.example/a/3'),
        statement('e', paper, 'Plant 7 closes in May.', { assertedAt: '2025-03-04' }),
        statement('f', refs['rival'] ?? '', 'Plant 7 closes in May.'),
        statement('g', paper, 'Plant 8 closes', { assertedAt: '2025-03-03T23:31:00Z' }),
      ),
    )
  })

  it.for([
    ['2025-03-03', null],
    [null, '2025-03-03'],
    [null, '2025-03'],
    [null, '2025-03-03/2025-03-05'],
    [null, '2025-03-03T10:00:00+09:00'],
    ['2025-03-03T10:00:00+09:00', null],
    [null, null],
  ] as const)('takes words of %j and of %j for one statement', async ([known, later], { db }) => {
    const { c, lines, both } = await said(db, known, later)

    expect(await refused(db, [lines.same])).toMatchObject({
      code: 'likely-duplicate',
      candidates: [{ id: c, pointer: '/text' }],
    })
    expect(await refused(db, both)).toMatchObject({ candidates: [{ enteredByLine: 3 }] })
    await importLines(db, bundle('refuse', lines.other))
    await importLines(db, bundle('new', lines.same))
    expect(await checkRecord(db)).toEqual([])
  })

  it.for([
    ['2025-03-03', '2025-03-04'],
    ['2025-03-03', '2025-03'],
    ['2025-03-03', '2025-03-03/2025-03-05'],
  ] as const)('takes words of %j and of %j for two statements', async ([known, later], { db }) => {
    const { lines, both } = await said(db, known, later)

    const answers = [
      await importLines(db, bundle('refuse', lines.same, lines.other)),
      await importLines(db, bundle('refuse', ...both)),
    ]

    expect(answers).toMatchObject([{ new: 2 }, { new: 3 }])
  })

  it('shows ten of many days on which the same was said, and reads few of them', async ({ db }) => {
    const days = Array.from({ length: 80 }, (_, day) =>
      new Date(Date.parse('2025-01-01') + day * 86_400_000).toISOString().slice(0, 10),
    )
    const daily = days.map((day) => statement(day, 's', 'No comment', { assertedAt: day }))
    const { s } = await enter(db, ...bundle('refuse', party('s', 'Daily Speaker'), ...daily))

    const { candidates } = await refused(db, [
      statement('x', s ?? '', 'No comment', { assertedAt: null }),
    ])
    const key = { words: 'no comment', day: anyDay }

    expect(candidates).toHaveLength(10)
    expect(await listClaimsBy(db, [{ key, speaker: s ?? '' }])).toHaveLength(20)
  })

  it('is refused where a later line enters what an earlier one enters', async ({ db }) => {
    const { code, faults, candidates } = await refused(db, [
      party('one', 'Twice Named'),
      party('two', 'twice named'),
      statement('a', 'one', 'Said of twice'),
      statement('b', 'one', 'said of twice.'),
    ])

    expect(code).toBe('likely-duplicate')
    expect(faults.map(({ line }) => line)).toEqual([3, 5])
    expect(candidates).toMatchObject([
      { line: 3, enteredByLine: 2, name: 'Twice Named' },
      { line: 5, enteredByLine: 4, text: 'Said of twice' },
    ])
    expect(JSON.stringify(candidates)).not.toContain('"id"')
  })

  it('asks about nothing that was voided or redacted, nor about tombstones', async ({ db }) => {
    const refs = await enter(db, party('v', 'Voided Party'), party('r', 'Redacted Party'))
    await importLines(db, [{ type: 'void', source: refs['v'], reason: 'entered wrongly' }])
    await redact(db, 'source', refs['r'] ?? '')

    await importLines(
      db,
      bundle('refuse', party('a', 'Voided Party'), party('b', 'Redacted Party')),
    )
    const { rows } = await sql`
      select from source_key where source_id = ${refs['r']}::uuid
    `.execute(db)
    expect(rows).toEqual([])
  })

  it('leaves out the refused lines, and what refers to them, when it may', async ({ db }) => {
    await enter(db, party('m', 'Skipped Party'))
    const lines = [
      party('x', 'Skipped Party'),
      statement('c', 'x', 'Said by a second one'),
      party('z', 'Kept Party'),
    ]

    const answer = await importLines(db, bundle('refuse', ...lines), { onError: 'skip' })

    expect(answer).toMatchObject({
      new: 1,
      refused: [
        { line: 2, code: 'likely-duplicate' },
        { line: 3, code: 'unknown-reference' },
      ],
    })
  })
})

describe('a bundle that joins', () => {
  it('takes what is on record, also for what refers to it, and remembers it', async ({ db }) => {
    const refs = await enter(
      db,
      party('m', 'Joined Party'),
      page('p', 'm', 'https://joined.example/1'),
      statement('c', 'm', 'Said once and joined', {
        citations: [{ report: 'p', quote: 'Said once' }],
      }),
    )
    const lines = [
      { type: 'bundle', namespace: 'joining', duplicates: 'join' },
      party('again', 'joined party', { slug: 'joined-again' }),
      page('page', 'again', 'https://www.joined.example/1#a'),
      page('other', 'joined-again', 'https://other.example/1'),
      statement('same', 'again', 'Said once, and joined'.replace(',', ''), {
        citations: [
          { report: 'page', quote: 'Said once' },
          { report: 'other', quote: 'It was said once' },
        ],
      }),
      statement('new', 'again', 'Said by whom was joined'),
    ]

    const answer = await importLines(db, lines)

    expect(answer).toMatchObject({ new: 2, unchanged: 3 })
    expect(answer.refs).toMatchObject({ again: refs['m'], page: refs['p'], same: refs['c'] })
    expect(await quotesOf(db, refs['c'] ?? '')).toEqual(['Said once', 'It was said once'])
    expect(await importLines(db, lines)).toMatchObject({ new: 0, unchanged: 5, events: null })
  })

  it('makes one of lines that say the same, with the evidence of both', async ({ db }) => {
    const { refs, new: entered } = await importLines(
      db,
      bundle(
        'join',
        party('a', 'Within One'),
        party('b', 'within one'),
        page('p', 'a', 'https://within.example/1'),
        page('q', 'b', 'https://within.example/2'),
        statement('c', 'a', 'Within one it is said', { citations: [{ report: 'p', quote: 'P' }] }),
        statement('d', 'b', 'within one it is said.', {
          citations: [
            { report: 'q', quote: 'Q' },
            { report: 'p', quote: 'P' },
          ],
        }),
      ),
    )

    expect([refs['b'], refs['d'], entered]).toEqual([refs['a'], refs['c'], 4])
    expect(await quotesOf(db, refs['c'] ?? '')).toEqual(['P', 'Q'])
    expect(await checkRecord(db)).toEqual([])
  })

  it('asks where it is not beyond doubt which one is meant', async ({ db }) => {
    const refs = await enter(
      db,
      party('one', 'Doubtful', { wikidataId: 'Q881', url: 'https://doubtful.example/' }),
      party('two', 'Doubtful Two', { aliases: ['D2'] }),
      party('three', 'Doubtful Three', { aliases: ['D2'] }),
      statement('c', 'two', 'A doubtful thing'),
    )

    for (const line of [
      party('x', 'D2'),
      party('x', 'Dоubtful'),
      party('x', 'Doubtful Inc.'),
      party('x', 'The Doubtful'),
      party('x', 'Doubtfül'),
      party('x', 'Lab of it', { url: 'https://lab.doubtful.example/' }),
      party('x', 'Doubtful', { wikidataId: 'Q882' }),
      party('x', 'Doubtful', { kind: 'outlet' }),
      statement('x', refs['two'] ?? '', 'A doubtful thing', { kind: 'opinion' }),
      statement('x', refs['two'] ?? '', 'A doubtful thing', { assertedAt: null }),
      statement('x', refs['two'] ?? '', 'A doubtful thing', { about: [refs['one']] }),
    ]) {
      const { code } = await refusalOf(db, bundle('join', line))
      expect([line, code]).toEqual([line, 'likely-duplicate'])
    }
  })
})

describe('a bundle of an export', () => {
  it('enters two that are alike as two, as they were', async ({ db }) => {
    const alike = [party('a', 'Alike in all'), party('b', 'Alike in all')]
    await enter(db, ...alike)
    const lines: object[] = []
    for await (const line of exportRecord(db)) lines.push(line)
    expect(lines[0]).toEqual({ type: 'bundle', duplicates: 'new' })
    await expect(refusalOf(db, bundle('refuse', ...alike))).resolves.toMatchObject({
      code: 'likely-duplicate',
    })
  })
})

/** Two statements of one day by one speaker, one of them by another as well; and what comes later. */
async function said(db: Db, known: string | null, later: string | null) {
  const name = `Speaker of ${String(known)} and ${String(later)}`
  const { s = '', c } = await enter(
    db,
    party('s', name),
    party('other', `Other ${name}`),
    statement('c', 's', 'Margins shrank.', { assertedAt: known }),
    statement('d', 's', 'Margins grew.', { assertedAt: known }),
    statement('e', 'other', 'Margins shrank.', { assertedAt: known }),
  )
  return {
    c,
    lines: {
      same: statement('x', s, '"margins" shrank,', { assertedAt: later }),
      other: statement('y', s, 'Margins stayed.', { assertedAt: later }),
    },
    both: [
      party('p', `Within ${name}`),
      statement('f', 'p', 'Margins shrank', { assertedAt: known }),
      statement('g', 'p', 'Margins shrank', { assertedAt: later }),
    ],
  }
}

async function quotesOf(db: Db, claim: string): Promise<string[]> {
  const row = await findClaimRow(db, claim, 'en')
  return row?.citations.map(({ words }) => words['/quote'] ?? '') ?? []
}
