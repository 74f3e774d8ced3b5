import { sql } from 'kysely'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { exportRecord } from '../../src/actions/export-record.ts'
import { checkRecord } from '../../src/actions/check-record.ts'
import type { Db } from '../../src/store/database/db.ts'
import { randomFrom } from '../oracle/random.ts'
import { run, start } from '../support/command.ts'
import { aPath } from '../support/folder.ts'
import { cloneTemplate, type TestDatabase } from '../support/clone.ts'
import { dropDatabase, it as withTemplate } from '../support/it.ts'
import type { Template } from '../support/postgres.ts'
import { enterRandom, playAll } from '../support/random-merges.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'

/** `it` with an empty database for each test. */
const it = withTemplate
  .extend('own', async ({ template }, { onCleanup }): Promise<TestDatabase> => {
    const own = await cloneTemplate(template)
    onCleanup(() => dropDatabase(own))
    return own
  })
  .extend('record', ({ own }, { onCleanup }): Db => {
    const options = { applicationName: 'counterpoint tests', connectionsMax: 2 }
    const db = openDb(openPool({ url: own.serviceUrl, ...options, limits: servingLimits }))
    onCleanup(() => db.destroy())
    return db
  })

describe('counterpoint import', () => {
  it('enters a bundle with lines in any order, with refs from batch to batch', async ({
    own,
    record,
  }) => {
    const file = written(aStory(900).toReversed())

    const { code, err } = await run(own, ['import', file])

    expect(err).toMatch(
      /: 4502 lines are in the record \(4502 new, 0 amended, 0 unchanged\), 0 refused/,
    )
    expect(code).toBe(0)
    expect(await counts(record)).toEqual({ source: 1, report: 1, claim: 1800, link: 2700 })
    expect(await checkRecord(record)).toEqual([])
  })

  it('takes a file for one: what a batch voids, a later one may name', async ({ own, record }) => {
    const id = '019ae1e5-0016-72bc-80b2-26737410ffff'
    const story = aStory(900)
    const wrong = story.find(({ type }) => type === 'claim')
    const file = written([
      { ...wrong, ref: 'wrong', id, text: 'Nobody said so' },
      { type: 'void', claim: id, reason: 'Entered by mistake.' },
      ...story,
      ...Array.from({ length: 900 }, (_, index) => {
        return { type: 'link', relation: 'supports', from: `d${index}`, to: { claim: id } }
      }),
      { type: 'link', ref: 'gone', relation: 'qualifies', from: 'd899', to: { claim: id } },
      { type: 'end', link: 'gone', at: '2026-02-01', reason: 'It let go of it.' },
      { type: 'story', title: 'All of it', claims: [id, 'r0'] },
    ])
    const later = written([{ type: 'story', title: 'Of the voided', claims: [id] }])

    const { code, err } = await run(own, ['import', file])
    const again = await run(own, ['import', file])
    const late = await run(own, ['import', later])

    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/ lines are in the record \(.*, 0 refused/),
    ])
    expect(again.code).toBe(0)
    expect([late.code, late.err]).toEqual([1, expect.stringContaining('/claims/0 voided: ')])
    expect(await checkRecord(record)).toEqual([])
  })

  it('changes nothing when the same file comes again', async ({ own, record }) => {
    const file = written(
      aStory(20)
        .map(({ ref: _, ...line }) => line)
        .slice(0, 1),
    )
    await run(own, ['import', file])
    const before = await counts(record)

    const { code } = await run(own, ['import', file])

    expect(code).toBe(0)
    expect(await counts(record)).toEqual(before)
  })

  it('after kill -9 at any moment, another run loses nothing and doubles nothing', async ({
    own,
    record,
  }) => {
    const file = written(aStory(1_600))
    for (const moment of [2_000, 4_000]) {
      const running = start(own, ['import', file])
      while ((await counts(record)).claim < moment * 0.5 && running.process.exitCode === null);
      running.process.kill('SIGKILL')
      await running.ended
    }
    const killed = await counts(record)

    const { code, err } = await run(own, ['import', file])

    expect(err).toMatch(
      /: 8002 lines are in the record \(\d+ new, 0 amended, \d+ unchanged\), 0 refused/,
    )
    expect(code).toBe(0)
    expect(killed.link).toBeLessThan(4_800)
    expect(await counts(record)).toEqual({ source: 1, report: 1, claim: 3_200, link: 4_800 })
    expect(await checkRecord(record)).toEqual([])
  })

  it('amends what a second release of a file has otherwise, and counts the faults of a rule', async ({
    own,
    record,
  }) => {
    const first = aStory(10)
    const second = first.map((line) =>
      line['type'] === 'claim' ? { ...line, assertedAt: '2026-01-02' } : line,
    )
    await run(own, ['import', '--namespace', 'wire', written(first)])

    const refused = await run(own, ['import', '--namespace', 'wire', written(second)])
    const amend = ['import', '--namespace', 'wire', '--on-change', 'amend', written(second)]
    const amended = await run(own, amend)

    expect(refused.code).toBe(1)
    expect(refused.err.match(/\/assertedAt other-content: /g)).toHaveLength(5)
    expect(refused.err).toContain('other-content: 20 in all')
    expect(amended.err).toContain('52 lines are in the record (0 new, 20 amended, 32 unchanged)')
    expect(await checkRecord(record)).toEqual([])
  })

  it('1: enters nothing of a file with a line that cannot be read, and names the line', async ({
    own,
    record,
  }) => {
    const file = aPath('bad.ndjson')
    const [first = {}, ...rest] = aStory(2)
    writeFileSync(file, [JSON.stringify(first), '{"type":"claim"', ...rest.map(json)].join('\n'))

    const { code, err } = await run(own, ['import', file])

    expect(code).toBe(1)
    expect(err).toContain(`${file}:2: `)
    expect(await counts(record)).toEqual({ source: 0, report: 0, claim: 0, link: 0 })
  })

  it('1: with --on-error skip enters the good lines without what refers to bad ones', async ({
    own,
    record,
  }) => {
    const lines = aStory(2).map((line) => (line['ref'] === 'r0' ? { ...line, kind: 'x' } : line))

    const { code, err } = await run(own, ['import', '--on-error', 'skip', written(lines)])

    expect(code).toBe(1)
    expect(err).toMatch(/ 4 refused/)
    expect(await counts(record)).toMatchObject({ claim: 3, link: 3 })
  })

  it('reads standard input', async ({ own, record }) => {
    const input = aStory(2).map(json).join('\n')

    const { code } = await run(own, ['import', '-'], { input })

    expect(code).toBe(0)
    expect(await counts(record)).toMatchObject({ claim: 4, link: 6 })
  })

  it('enters quotes however much of a report they cover, and warns once at the end', async ({
    own,
  }) => {
    const said = { kind: 'fact', about: [], lang: 'en', assertedAt: '2025-12-03' }
    const lines = [
      { type: 'source', ref: 'daily', kind: 'outlet', name: 'The Quoted Daily' },
      {
        type: 'report',
        ref: 'page',
        source: 'daily',
        kind: 'article',
        title: 'P',
        lang: 'en',
        length: 100,
      },
      ...['Prices rose by a third last May.', 'Wages did not follow until July.'].map(
        (text, at) => ({
          type: 'claim',
          ref: `q${at}`,
          speaker: 'daily',
          ...said,
          text,
          citations: [{ report: 'page', quote: text }],
        }),
      ),
    ]

    const { code, err } = await run(own, ['import', written(lines)])

    expect(code).toBe(0)
    expect(err.match(/Warning: /g)).toHaveLength(1)
    expect(err).toMatch(
      /Warning: The quotes on record cover 64 % of report .* \(64 of 100 characters\)/,
    )
  })

  it('says which links it suggests, the first twenty in words, and enters none', async ({
    own,
    record,
  }) => {
    const figure = { metric: 'quota', form: 'level', unit: 'percent' }
    const lines = Array.from({ length: 8 }, (_, at) => ({
      type: 'claim',
      ref: `f${at}`,
      kind: 'figure',
      speaker: null,
      about: [],
      text: `The quota is ${at} percent.`,
      lang: 'en',
      assertedAt: '2025-12-03',
      figure: { ...figure, low: `${at}`, high: `${at}` },
    }))

    const { code, err } = await run(own, ['import', written(lines)])

    expect(code).toBe(0)
    expect(err.match(/Suggestion: These figures conflict: “quota” is \d percent/g)).toHaveLength(20)
    expect(err).toContain('There are 8 more suggestions.')
    expect(await counts(record)).toMatchObject({ claim: 8, link: 0 })
  })

  it('makes an equal record of an export, with all that ended in it', async ({
    own,
    record,
    template,
  }) => {
    const seed = readFileSync('db/seed/newsletter.ndjson', 'utf8').trimEnd().split('\n')
    const story = seed.map((line): Line => JSON.parse(line))
    const [claim, other] = story.filter(({ type }) => type === 'claim').map(({ ref }) => ref)
    const [link, second] = story.filter(({ type }) => type === 'link')
    const reason = 'For the test.'
    const file = written([
      ...story,
      { type: 'withdrawal', claim, at: '2026-01-01', reason, uncited: true },
      { type: 'void', claim: other, reason },
      { type: 'end', link: link?.['ref'], at: '2026-01-02', reason },
      { ...link, ref: 'once-more', id: undefined, citations: [] },
      { type: 'void', link: second?.['ref'], reason },
    ])
    expect((await run(own, ['import', file])).err).toContain(' 0 refused')
    await expectEqualCopy(template, own, record)
  })

  it('makes an equal record of an export with merges, some of them voided', async ({
    own,
    record,
    template,
  }) => {
    for (const seed of [2, 5]) {
      const model = await enterRandom(record, seed)
      await playAll(record, randomFrom(seed), model, { changes: 20, edits: 0.2 })
      expect(model.merges.size).toBeGreaterThan(0)
    }

    await expectEqualCopy(template, own, record)
  })
})

type Line = Record<string, unknown>

/** Pairs of claims that rebut each other, and are undercut, by one speaker each. */
function aStory(pairs: number): Line[] {
  const source = { type: 'source', ref: 'gazette', kind: 'outlet', name: 'Gazette' }
  const report = { type: 'report', ref: 'news', source: 'gazette', kind: 'article', url: null }
  const claims = Array.from({ length: pairs * 2 }, (_, index) => ({
    type: 'claim',
    ref: `${index % 2 ? 'd' : 'r'}${Math.floor(index / 2)}`,
    kind: 'fact',
    speaker: 'gazette',
    about: [],
    text: `Statement ${index}`,
    lang: 'en',
    assertedAt: '2026-01-01',
    citations: [{ report: 'news', quote: `Statement ${index}` }],
  }))
  const links = Array.from({ length: pairs }, (_, index) => [
    {
      type: 'link',
      ref: `a${index}`,
      relation: 'rebuts',
      from: `d${index}`,
      to: { claim: `r${index}` },
    },
    {
      type: 'link',
      ref: `b${index}`,
      relation: 'supports',
      from: `r${index}`,
      to: { claim: `d${index}` },
    },
    {
      type: 'link',
      ref: `c${index}`,
      relation: 'qualifies',
      from: `d${index}`,
      to: { claim: `r${index}` },
    },
  ])
  return [source, { ...report, title: 'News', lang: 'en' }, ...claims, ...links.flat()]
}

function written(lines: readonly Line[]): string {
  const file = aPath('bundle.ndjson')
  writeFileSync(file, lines.map(json).join('\n'))
  return file
}

function json(line: Line): string {
  return JSON.stringify(line)
}

async function counts(db: Db) {
  const { rows } = await sql<{ source: number; report: number; claim: number; link: number }>`
    select (select count(*) from source) as source, (select count(*) from report) as report,
      (select count(*) from claim) as claim, (select count(*) from link) as link
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('Nothing was counted.')
  return row
}

async function linesOf(db: Db): Promise<string[]> {
  const lines: string[] = []
  for await (const line of exportRecord(db)) lines.push(JSON.stringify(line))
  return lines.toSorted()
}

async function statuses(db: Db): Promise<unknown[]> {
  const { rows } = await sql`select id, label, status, cites from claim order by id`.execute(db)
  return rows
}

/** Exports a record and imports it into an empty one, by the command line. */
async function expectEqualCopy(template: Template, own: TestDatabase, record: Db): Promise<void> {
  const exported = aPath('export.ndjson')
  expect((await run(own, ['export', exported])).code).toBe(0)
  const copy = await cloneTemplate(template)

  const { code, err } = await run(copy, ['import', exported])

  const options = { applicationName: 'counterpoint tests', connectionsMax: 2 }
  const copied = openDb(openPool({ url: copy.serviceUrl, ...options, limits: servingLimits }))
  try {
    expect(err).toContain(' 0 refused')
    expect(code).toBe(0)
    expect(await linesOf(copied)).toEqual(await linesOf(record))
    expect(await statuses(copied)).toEqual(await statuses(record))
    expect(await leading(copied)).toEqual(await leading(record))
    expect(await checkRecord(copied)).toEqual([])
  } finally {
    await copied.destroy()
    await dropDatabase(copy)
  }
}

/** What leads to something else because of merges. */
async function leading(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select id, merged_into from source where merged_into is not null
    union all select id, merged_into from report where merged_into is not null
    union all select id, merged_into from claim where merged_into is not null
    union all select id, merged_into from link where merged_into is not null
    order by id
  `.execute(db)
  return rows
}
