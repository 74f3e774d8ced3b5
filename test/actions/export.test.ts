import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { randomFrom } from '../oracle/random.ts'
import { expectRightRecord } from '../support/check-record.ts'
import {
  claimLine,
  endLine,
  header,
  linkLine,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'
import { copyTo, exported, searchable, standing } from '../support/copies.ts'
import { anEmptyRecord } from '../support/empty-records.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import type { Template } from '../support/postgres.ts'
import { enterRandom, playAll } from '../support/random-merges.ts'
import { redact } from '../support/redact.ts'
import { seedLines } from '../support/seed.ts'

const randomSeeds = Array.from({ length: 40 }, (_, index) => index + 1)
/** Several to a database, which takes longer to make than to fill. */
const together = 5

describe('an export', () => {
  it('of the seed story makes an equal record where there was none', async ({ template }) => {
    await expectEqualCopy(template, [seedLines()])
  })

  it.for(randomSeeds.filter((seed) => seed % together === 0))(
    'of random records makes equal ones where there were none, up to %i',
    async (last, { template }) => {
      const seeds = Array.from({ length: together }, (_, index) => last - index)
      await expectEqualCopy(template, seeds.flatMap(randomSteps))
    },
  )

  it('of a record in which something of every kind is over says so', async ({ template }) => {
    const record = await emptyRecord(template)
    for (const lines of randomSeeds.slice(0, together).flatMap(randomSteps))
      await importLines(record, lines)

    const types = (await exported(record)).map((line) => Object.keys(JSON.parse(line)).join())

    for (const over of [
      'claim,reason,type',
      'link,reason,type',
      'at,citations,claim,reason,type',
      'at,citations,claim,reason,type,uncited',
      'at,citations,link,reason,type',
    ])
      expect(types).toContain(over)
  })

  it.for([2, 5, 8])(
    'of a record with merges, some of them voided, makes an equal one, record %i',
    async (seed, { template }) => {
      const original = await emptyRecord(template)
      const model = await enterRandom(original, seed)
      const options = { changes: 20, edits: seed % 2 ? 0 : 0.4 }
      await playAll(original, randomFrom(seed), model, options)

      const { lines } = await expectEqualExport(template, original)

      expect(lines.some((line) => line.includes('"type":"merge"'))).toBe(true)
    },
  )

  it('of what has several citations, one, or none as of old, has as many', async ({ template }) => {
    const original = await emptyRecord(template)
    const citations = ['One', 'Two'].map((quote) => ({ report: 'r', quote }))
    const [citation] = citations
    await importLines(original, [
      sourceLine('court', { kind: 'body' }),
      sourceLine('paper'),
      reportLine('r', 'paper'),
      claimLine('found', 'court', { kind: 'ruling', citations }),
      claimLine('bare', 'court', { kind: 'ruling', uncited: true }),
      claimLine('story', 'paper', { citations }),
      linkLine('conceded', 'concedes', 'found', 'story', { citations }),
      linkLine('barely', 'concedes', 'bare', 'story', { uncited: true }),
      withdrawalLine('found', { citations }),
      withdrawalLine('bare', { uncited: true }),
      withdrawalLine('story', { citation }),
      endLine('conceded', { citations }),
    ])

    const { lines } = await expectEqualExport(template, original)

    const counts = lines.flatMap((line) => {
      const { type, citations, uncited }: Record<string, unknown> = JSON.parse(line)
      return Array.isArray(citations)
        ? [`${String(type)} ${citations.length} ${String(uncited)}`]
        : []
    })
    expect(counts.toSorted()).toEqual([
      'claim 0 true',
      'claim 2 undefined',
      'claim 2 undefined',
      'end 2 undefined',
      'link 0 true',
      'link 2 undefined',
      'withdrawal 0 true',
      'withdrawal 1 undefined',
      'withdrawal 2 undefined',
    ])
  })

  it('of corrections says which are of wording', async ({ template }) => {
    const original = await emptyRecord(template)
    const claims = ['a', 'b', 'c', 'd'].map((ref) => claimLine(ref, 's'))
    const { refs } = await importLines(original, [
      sourceLine('s'),
      ...claims,
      linkLine('reworded', 'supersedes', 'b', 'a', { change: 'wording' }),
      linkLine('removed', 'supersedes', 'c', 'b', { change: 'wording', note: 'Quoth' }),
      linkLine('corrected', 'supersedes', 'd', 'c'),
    ])
    await redact(original, 'link', refs['removed'] ?? '')

    const { lines } = await expectEqualExport(template, original)

    const changes = lines.flatMap((line) => /"change":"(\w+)"/.exec(line)?.[1] ?? [])
    expect(changes.toSorted()).toEqual(['substance', 'wording', 'wording'])
  })

  it('of points has those that were removed, and which answers meet them', async ({ template }) => {
    const original = await emptyRecord(template)
    const texts = [{ lang: 'ko', text: '5월에', by: 'machine' }]
    const points = [{ text: 'The plant closed' }, { id: 'a', text: 'in May', texts }]
    const { refs } = await importLines(original, [
      header('points'),
      sourceLine('s'),
      ...['story', 'better', 'gone', 'denial', 'silence', 'study'].map((ref) =>
        claimLine(ref, ref === 'story' || ref === 'better' ? 's' : '', {
          ...(ref !== 'story' && ref !== 'better' && { speaker: null }),
          points: ref === 'story' || ref === 'gone' ? points : [],
        }),
      ),
      linkLine('denies', 'rebuts', 'denial', 'story', { meets: ['in May', 'p1'] }),
      linkLine('silent', 'qualifies', 'silence', 'story', { response: 'declines' }),
      linkLine('onto', 'undercuts', 'study', '', { to: { link: 'denies' }, response: 'elsewhere' }),
      linkLine('removed', 'rebuts', 'study', 'gone', { meets: ['a'], note: 'Quoth' }),
    ])
    const change = { speaker: 's', points: [{ text: 'The plant closed for good' }] }
    await importLines(original, [
      { ...header('points'), onChange: 'amend' },
      claimLine('story', 's', change),
    ])
    const reworded = { id: 'p2', text: 'The plant closed down' }
    await importLines(original, [
      { ...header('points'), onChange: 'amend' },
      claimLine('better', 's', { points: [reworded] }),
      linkLine('reworded', 'supersedes', 'better', 'story', { change: 'wording' }),
    ])
    await redact(original, 'claim', refs['gone'] ?? '')
    await redact(original, 'link', refs['removed'] ?? '')

    const { lines } = await expectEqualExport(template, original)

    const story = lines.find((line) => line.includes('"The plant closed for good"'))
    expect(JSON.parse(story ?? '')).toMatchObject({
      points: [
        { id: 'p2', text: 'The plant closed for good', endedAt: null },
        { id: 'p1', text: 'The plant closed', endedAt: expect.any(String) },
        { id: 'a', text: 'in May', texts, endedAt: expect.any(String) },
      ],
    })
    expect(lines.join('\n')).toContain('"meets":["a","p1"]')
  })

  it('of ends that were taken back has them, and their sources', async ({ template }) => {
    const original = await emptyRecord(template)
    const { refs } = await importLines(original, endedAndCited)
    const [withdrawal, end] = [refs['withdrawn'] ?? '', refs['ended'] ?? '']
    const [, last] = endedAndCited.filter(({ type }) => type === 'withdrawal' || type === 'end')
    await importLines(original, [
      { type: 'void', withdrawal, reason: 'By mistake' },
      { type: 'void', end, reason: 'By mistake' },
      { ...last, link: end, citation: undefined },
      { type: 'withdrawal', claim: withdrawal, at: '2025-12-09', reason: 'So', uncited: true },
    ])

    const { lines } = await expectEqualExport(template, original)

    expect(lines.filter((line) => line.includes('"type":"withdrawal"'))).toHaveLength(2)
    expect(lines.filter((line) => line.includes('taken back'))).toHaveLength(1)
  })

  it('of what cites a report that leads to a voided one has a citation that counts for nothing', async ({
    template,
  }) => {
    const original = await emptyRecord(template)
    const citations = [{ report: 'r', quote: 'So it says', attribution: 'relay' }]
    const { refs } = await importLines(original, [
      sourceLine('paper', { kind: 'outlet' }),
      reportLine('r', 'paper'),
      reportLine('copy', 'paper'),
      claimLine('story', 'paper', { citations }),
      claimLine('reply', 'paper'),
      linkLine('answer', 'qualifies', 'reply', 'story', { citations }),
      { type: 'end', link: 'answer', at: '2026-01-01', reason: 'So', citations },
    ])
    const [from, into] = [refs['r'], refs['copy']]
    await importLines(original, [{ type: 'merge', noun: 'report', from, into, reason: 'A copy' }])
    await importLines(original, [{ type: 'void', report: into, reason: 'Another paper' }])

    const { lines } = await expectEqualExport(template, original)

    expect(lines.filter((line) => line.includes('So it says'))).toHaveLength(3)
  })

  it('of what was redacted says what it was, and no words', async ({ template }) => {
    const original = await emptyRecord(template)
    const { refs } = await importLines(original, endedAndCited)
    const id = (ref: string) => refs[ref] ?? ''
    await redact(original, 'citation', await firstCitation(original, id('whole')))
    await redact(original, 'claim', id('rated'), { redaction: withheld })
    await redact(original, 'claim', id('withdrawn'), { version: 2 })
    await redact(original, 'link', id('ended'), { version: 2, redaction: withheld })
    await redact(original, 'report', id('r'))
    await redact(original, 'source', id('checker'), { redaction: withheld })
    await redact(original, 'story', id('story'), { version: 2 })

    const { lines } = await expectEqualExport(template, original)

    expect(lines.filter((line) => line.includes('Quoth'))).toEqual([])
    expect(lines.filter((line) => line.includes('"type":"tombstone"'))).toHaveLength(6)
  })

  it('cannot mark an object that has its words as redacted', async ({ template }) => {
    const record = await emptyRecord(template)
    await importLines(record, [{ type: 'source', ref: 's', kind: 'group', name: 'Some' }])

    const refused = await refusalOf(record, [
      { type: 'source', ref: 's', kind: 'group', name: 'Others' },
      { type: 'void', source: 's', reason: null },
    ])

    expect(refused.faults).toMatchObject([{ line: 2, pointer: '/reason', code: 'missing' }])
  })

  it('of nothing is nothing', async ({ template }) => {
    expect(await exported(await emptyRecord(template))).toEqual([])
  })
})

function randomSteps(seed: number): unknown[][] {
  const record = randomRecord(seed, { sources: 6, claims: 14, links: 30 })
  return toBundleSteps(record, seed, `random-${seed}`)
}

async function expectEqualCopy(
  template: Template,
  bundles: readonly (readonly unknown[])[],
): Promise<void> {
  const original = await emptyRecord(template)
  for (const lines of bundles) await importLines(original, lines)
  await expectEqualExport(template, original)
}

async function expectEqualExport(
  template: Template,
  original: Db,
): Promise<{ lines: readonly string[] }> {
  await expectRightRecord(original)
  const first = await exported(original)

  const copy = await emptyRecord(template)
  await copyTo(copy, original)

  expect(await exported(copy)).toEqual(first)
  expect(await standing(copy)).toEqual(await standing(original))
  expect(await searchable(copy)).toEqual(await searchable(original))
  await expectRightRecord(copy)
  return { lines: first }
}

const withheld = { ground: 'withheld', statement: 'By order.' } as const

/** Of every noun something, with ends of lives; all words of what is redacted say "Quoth". */
const endedAndCited = [
  { type: 'source', ref: 's', kind: 'outlet', name: 'Some' },
  {
    type: 'source',
    ref: 'checker',
    kind: 'fact_checker',
    name: 'Quoth',
    affiliations: [{ relation: 'part_of', source: 's' }],
  },
  { type: 'report', ref: 'r', source: 's', kind: 'note', title: 'Quoth', lang: 'en' },
  ...['whole', 'rated', 'withdrawn'].map((ref, index) => ({
    type: 'claim',
    ref,
    kind: 'fact',
    speaker: ref === 'rated' ? 'checker' : 's',
    about: [],
    text: ref === 'whole' ? 'It is so' : 'Quoth',
    lang: 'en',
    rating: ref === 'rated' ? 'Quoth' : null,
    assertedAt: `2025-12-0${index + 1}`,
    citations: [
      { report: 'r', quote: 'Quoth' },
      { report: 'r', quote: ref === 'whole' ? 'It is so, again' : 'Quoth again' },
    ],
  })),
  { type: 'link', ref: 'rating', relation: 'qualifies', from: 'rated', to: { claim: 'whole' } },
  {
    type: 'link',
    ref: 'ended',
    relation: 'rebuts',
    from: 'withdrawn',
    to: { claim: 'whole' },
    note: 'Quoth',
    citations: [{ report: 'r', quote: 'Quoth' }],
  },
  { type: 'story', ref: 'story', title: 'Quoth', claims: ['whole', 'withdrawn'] },
  {
    type: 'withdrawal',
    claim: 'withdrawn',
    at: '2025-12-08',
    reason: 'Quoth',
    citation: { report: 'r', quote: 'Quoth, and taken back' },
  },
  {
    type: 'end',
    link: 'ended',
    at: '2025-12-07',
    reason: 'Quoth',
    citation: { report: 'r', quote: 'Quoth no more' },
  },
  { type: 'void', story: 'story', reason: 'Quoth' },
]

async function firstCitation(db: Db, claim: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from citation where claim_id = ${claim} and position = 0
  `.execute(db)
  return rows[0]?.id ?? ''
}

async function emptyRecord(template: Template): Promise<Db> {
  const { db, drop } = await anEmptyRecord(template)
  onTestFinished(drop)
  return db
}
