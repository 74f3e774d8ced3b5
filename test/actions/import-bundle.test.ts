import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { importBundle } from '../../src/actions/import-bundle.ts'
import { system } from '../../src/domain/actor.ts'
import { readBundle } from '../../src/formats/read-bundle.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import {
  claimLine,
  endLine,
  header,
  linkLine,
  quarrel,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../support/lines.ts'
import { startsOnto } from '../support/starts-onto.ts'

const denial = linkLine('no', 'rebuts', 'denial', 'story')

describe('the lines of a bundle', () => {
  it('may come in any order', async ({ db }) => {
    const lines = [
      ...quarrel(),
      denial,
      linkLine('step', 'undercuts', 'study', '', { to: { link: 'no' } }),
    ]

    const { refs } = await importLines(db, lines.toReversed())

    expect(await startsOnto(db, refs['story'])).toEqual([refs['denial']])
    await expectRightRecord(db)
  })

  it.for([
    [claimLine('c', 'nobody', { about: ['paper', 'nothing'] }), ['/speaker', '/about/1']],
    [reportLine('r', 'nobody'), ['/source']],
    [
      claimLine('c', 'paper', { citations: [{ report: 'no-report', quote: 'q' }] }),
      ['/citations/0/report'],
    ],
    [
      linkLine('l', 'rebuts', 'gone', 'story', {
        citations: [{ report: 'no-report', quote: 'q' }],
      }),
      ['/from', '/citations/0/report'],
    ],
    [linkLine('l', 'undercuts', 'denial', '', { to: { link: 'story' } }), ['/to/link']],
    [
      sourceLine('s', { affiliations: [{ relation: 'part_of', source: 'story' }] }),
      ['/affiliations/0/source'],
    ],
    [{ type: 'story', ref: 'tale', title: 'A tale', claims: ['story', 'gone'] }, ['/claims/1']],
    [withdrawalLine('gone'), ['/claim']],
    [endLine('gone'), ['/link']],
    [voidLine({ claim: 'gone' }), ['/claim']],
  ] as const)(
    'are refused for every reference that names nothing of its type: %j',
    async ([line, pointers], { db }) => {
      const before = await rowCounts(db)

      const { code, faults } = await refusalOf(db, [...quarrel(), line])

      expect(code).toBe('invalid')
      expect(faults.map(({ line, pointer, code }) => ({ line, pointer, code }))).toEqual(
        pointers.map((pointer) => ({ line: 7, pointer, code: 'unknown-reference' })),
      )
      expect(await rowCounts(db)).toEqual(before)
    },
  )

  it('are refused for a ref or an id that occurs twice, or is taken', async ({ db }) => {
    const id = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10'
    const taken = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c11'
    await importLines(db, [sourceLine('first', { id: taken })])

    const { faults } = await refusalOf(db, [
      sourceLine('a', { id }),
      sourceLine('a'),
      sourceLine('b', { id }),
      claimLine('c', 'a', { id: taken }),
    ])

    expect(faults.map(({ line, pointer, code }) => ({ line, pointer, code }))).toEqual([
      { line: 2, pointer: '/ref', code: 'repeated' },
      { line: 3, pointer: '/id', code: 'repeated' },
      { line: 4, pointer: '/id', code: 'taken' },
    ])
  })

  it('are refused when the header is not the first, or comes twice', async ({ db }) => {
    for (const lines of [
      [sourceLine('a'), header('late')],
      [header('late'), header('late')],
    ])
      expect((await refusalOf(db, lines)).faults).toMatchObject([
        { line: 2, pointer: '/type', code: 'misplaced' },
      ])
  })

  it('are refused for a slug that is taken, by the record or by another line', async ({ db }) => {
    await importLines(db, [sourceLine('a', { slug: 'taken' })])

    const { code, faults } = await refusalOf(db, [
      sourceLine('b', { slug: 'taken' }),
      sourceLine('c', { slug: 'new' }),
      sourceLine('d', { slug: 'new' }),
    ])

    expect(code).toBe('conflict')
    expect(faults.map(({ line, pointer, code }) => ({ line, pointer, code }))).toEqual([
      { line: 1, pointer: '/slug', code: 'slug-taken' },
      { line: 3, pointer: '/slug', code: 'slug-taken' },
    ])
  })
})

describe('a citation that does not say how the report has it', () => {
  it('is firsthand in a report of its speaker, else a relay', async ({ db }) => {
    const citations = ['own', 'other'].map((report) => ({ report, quote: `As ${report} has it.` }))
    await importLines(db, [
      ...quarrel(),
      reportLine('own', 'firm'),
      reportLine('other', 'paper'),
      claimLine('cited', 'firm', { citations }),
      linkLine('cited-link', 'rebuts', 'denial', 'story', { citations }),
    ])

    const { rows } = await sql`
      select body as quote, attribution, claim_id is null as of_link
      from citation join words on seq = content_seq and field = '/quote'
      order by of_link, position
    `.execute(db)
    expect(rows).toEqual(
      [false, true].flatMap((of_link) => [
        { quote: 'As own has it.', attribution: 'firsthand', of_link },
        { quote: 'As other has it.', attribution: 'relay', of_link },
      ]),
    )
  })
})

describe('a bundle with faults', () => {
  const good = [...quarrel(), denial]
  const faulty = {
    'an unknown reference': linkLine('bad', 'rebuts', 'story', 'nowhere'),
    'a rule that is only known at the end': linkLine('bad', 'rebuts', 'denial', 'story'),
    'a ruling by a company': claimLine('bad', 'firm', { kind: 'ruling' }),
    'a slug that is taken': sourceLine('bad', { slug: 'source-firm' }),
  }

  it.for(Object.entries(faulty))('stores nothing at all: %s', async ([, bad], { db }) => {
    await importLines(db, [header('slug'), sourceLine('firm')])
    const before = await rowCounts(db)

    expect((await refusalOf(db, [...good, bad])).faults.map(({ line }) => line)).toEqual([8])

    expect(await rowCounts(db)).toEqual(before)
  })

  it('stores exactly the good lines where that is asked for', async ({ db }) => {
    await importLines(db, [header('slug'), sourceLine('firm')])
    const before = await rowCounts(db)
    const bad = Object.values(faulty).map((line, index) => ({ ...line, ref: `bad-${index}` }))
    const hanging = linkLine('hanging', 'supports', 'bad-2', 'story')

    const { accepted, refused, refs } = await importLines(db, [...bad, hanging, ...good], {
      onError: 'skip',
    })

    expect(refused.map(({ line }) => line)).toEqual([1, 3, 4, 5, 12])
    expect(accepted).toBe(7)
    expect(Object.keys(refs)).toContain('bad-1')
    const after = await rowCounts(db)
    expect((after['event'] ?? 0) - (before['event'] ?? 0)).toBe(7)
    expect((after['link'] ?? 0) - (before['link'] ?? 0)).toBe(1)
    await expectRightRecord(db)
  })

  it('stores nothing if so many are bad that not all were read', async ({ db }) => {
    await importLines(db, [header('slug'), sourceLine('firm')])
    const before = await rowCounts(db)
    const faults = Array.from({ length: 10_000 }, (_, index) => {
      return { line: index + 2, pointer: '', code: 'malformed-json', message: 'This is not JSON.' }
    })
    const { lines } = readBundle(Buffer.from(JSON.stringify(sourceLine('other'))))

    await expect(
      importBundle(quiet(db), { actor: system, lines, faults, onError: 'skip' }),
    ).rejects.toThrow('10000 lines are refused')

    expect(await rowCounts(db)).toEqual(before)
  })
})
