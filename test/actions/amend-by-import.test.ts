import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { amendObject } from '../../src/actions/amend-object.ts'
import { checkRecord } from '../../src/actions/check-record.ts'
import { system, type Actor } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import {
  claimLine,
  header,
  linkLine,
  quarrel,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>

function amending(namespace: string): Line {
  return { ...header(namespace), onChange: 'amend' }
}

/** A bundle with every noun, and of each a later release and the field that differs. */
const release: readonly Line[] = [
  ...quarrel(),
  reportLine('article', 'paper'),
  linkLine('no', 'rebuts', 'denial', 'story', { aspect: 'scope' }),
  { type: 'story', ref: 'tale', title: 'A tale', claims: ['story'] },
]
const later: readonly (readonly [ref: string, field: string, value: unknown])[] = [
  ['paper', 'aliases', ['The Paper']],
  ['firm', 'affiliations', [{ relation: 'part_of', source: 'lab' }]],
  ['article', 'publishedAt', '2025-12-01'],
  ['story', 'assertedAt', '2025-12-04'],
  ['story', 'about', ['lab']],
  ['no', 'note', 'About the scope alone.'],
  ['tale', 'claims', ['story', 'denial']],
]

describe('a ref that comes with other content', () => {
  it.for(later)('%s: is refused, and the refusal names %s', async ([ref, field, value], { db }) => {
    const namespace = `refused ${ref} ${field}`
    await importLines(db, [header(namespace), ...release])
    const before = await rowCounts(db)

    const { code, faults } = await refusalOf(db, [header(namespace), ...changed(ref, field, value)])

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ pointer: `/${field}`, code: 'other-content' }])
    expect(faults[0]?.message).toContain(`"${ref}"`)
    expect(await rowCounts(db)).toEqual(before)
  })

  it.for(later)('%s: amends %s where the header says so', async ([ref, field, value], { db }) => {
    const namespace = `amended ${ref} ${field}`
    const { refs } = await importLines(db, [header(namespace), ...release])
    const lines = [amending(namespace), ...changed(ref, field, value)]

    const imported = await importLines(db, lines)

    const unchanged = release.length - 1
    expect(imported).toMatchObject({ new: 0, amended: 1, unchanged, accepted: release.length })
    expect(imported.refs).toEqual(refs)
    expect(await versionOf(db, refs[ref])).toBe(2)
    expect(await checkRecord(db)).toEqual([])
    expect(await importLines(db, lines)).toMatchObject({
      amended: 0,
      unchanged: release.length,
      events: null,
    })
  })

  it('moves statuses as an amendment does', async ({ db }) => {
    const { refs } = await importLines(db, [header('statuses'), ...release])
    expect(await statusOf(db, refs['story'])).toBe('denied')

    const moved = [amending('statuses'), ...changed('story', 'about', ['lab'])]
    const { statusChanges } = await importLines(db, moved)

    expect(statusChanges).toBeGreaterThan(0)
    expect(await statusOf(db, refs['story'])).toBe('disputed')
  })

  it('may refer to what is new in the same bundle', async ({ db }) => {
    await importLines(db, [header('new'), ...release])

    const more = [claimLine('reply', 'lab'), ...changed('tale', 'claims', ['reply', 'story'])]

    expect(await importLines(db, [amending('new'), ...more])).toMatchObject({ new: 1, amended: 1 })
  })

  it.for([
    ['relation', 'undercuts'],
    ['from', 'study'],
    ['to', { claim: 'study' }],
  ] as const)('never amends the %s of a link', async ([field, value], { db }) => {
    const namespace = `fixed ${field}`
    await importLines(db, [header(namespace), ...release])

    const { faults } = await refusalOf(db, [amending(namespace), ...changed('no', field, value)])

    expect(faults).toMatchObject([{ pointer: `/${field}`, code: 'fixed-field' }])
  })

  it('reports what an amendment makes a link break at the line that amends', async ({ db }) => {
    await importLines(db, [header('blame'), ...release])
    const lines = [
      amending('blame'),
      ...release.map((line) => (line['ref'] === 'denial' ? { ...line, kind: 'opinion' } : line)),
    ]

    const { faults } = await refusalOf(db, lines)

    const amended = lines.findIndex((line) => line['ref'] === 'denial') + 1
    expect(faults).toMatchObject([{ line: amended, code: 'rebuts-like-kinds' }])
  })

  it('never amends one noun into another', async ({ db }) => {
    await importLines(db, [header('nouns'), sourceLine('thing')])

    const lines = [amending('nouns'), sourceLine('desk'), reportLine('thing', 'desk')]

    expect((await refusalOf(db, lines)).faults).toMatchObject([{ line: 3, pointer: '/type' }])
  })
})

describe('what somebody else has amended since', () => {
  it('stays so when the bundle comes again as it was', async ({ db }) => {
    const { refs } = await importLines(db, [header('stays'), ...release])
    await editText(db, refs['story'] ?? '', 'The words as they stand in the article.')

    const again = await importLines(db, [amending('stays'), ...release])

    expect(again).toMatchObject({ amended: 0, unchanged: release.length, events: null })
    expect(await versionOf(db, refs['story'])).toBe(2)
  })

  it('is not taken back: other content is refused, also with "amend"', async ({ db }) => {
    const { refs } = await importLines(db, [header('since'), ...release])
    await editText(db, refs['story'] ?? '', 'The words as they stand in the article.')
    const lines = [amending('since'), ...changed('story', 'assertedAt', '2025-12-04')]

    const { code, faults } = await refusalOf(db, lines)

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ pointer: '/ref', code: 'amended-since' }])
    expect(faults[0]?.message).toContain('text, assertedAt')
    expect(await versionOf(db, refs['story'])).toBe(2)
  })

  it('may be sent as it is now, and then amended from there', async ({ db }) => {
    const { refs } = await importLines(db, [header('agree'), ...release])
    const text = 'The words as they stand in the article.'
    await editText(db, refs['story'] ?? '', text)

    const agreed = await importLines(db, [amending('agree'), ...changed('story', 'text', text)])

    expect(agreed).toMatchObject({ amended: 0, unchanged: release.length })
  })

  it('is its own second amendment, as long as nobody came between', async ({ db }) => {
    const { refs } = await importLines(db, [header('twice'), ...release])
    for (const [index, assertedAt] of ['2025-12-04', '2025-12-05', '2025-12-03'].entries()) {
      const lines = [amending('twice'), ...changed('story', 'assertedAt', assertedAt)]
      expect(await importLines(db, lines)).toMatchObject({ amended: 1 })
      expect(await versionOf(db, refs['story'])).toBe(index + 2)
    }
  })
})

describe('a namespace', () => {
  const mine: Actor = { role: 'admin', id: '019ac1f2-6d0e-7b3a-8c55-000000000001' }
  const yours: Actor = { role: 'admin', id: '019ac1f2-6d0e-7b3a-8c55-000000000002' }

  it('belongs to a key: another key has its own under the same name', async ({ db }) => {
    const lines = [header('shared name'), sourceLine('desk', { name: 'Desk of mine' })]
    const { refs } = await importLines(db, lines, { actor: mine })

    const others = [header('shared name'), sourceLine('desk', { name: 'Quite another desk' })]
    const { refs: theirs, new: entered } = await importLines(db, others, { actor: yours })

    expect(entered).toBe(1)
    expect(theirs['desk']).not.toBe(refs['desk'])
    expect(await importLines(db, lines, { actor: mine })).toMatchObject({ unchanged: 1, refs })
  })

  it('of another key is as one that was never used', async ({ db }) => {
    await importLines(db, [header('private'), ...release], { actor: mine })
    const { faults } = await refusalOf(db, [header('private'), withdrawalLine('story')], {
      actor: yours,
    })
    const { faults: unused } = await refusalOf(db, [header('unused'), withdrawalLine('story')], {
      actor: yours,
    })

    expect(faults).toEqual(unused)
    expect(faults).toMatchObject([{ code: 'unknown-reference' }])
  })
})

describe('a fault', () => {
  it('names the refs of the caller, also of what came before', async ({ db }) => {
    const lines = [
      header('faults'),
      sourceLine('Daily Post:1'),
      claimLine('first one', 'Daily Post:1'),
    ]
    await importLines(db, lines)

    const { faults } = await refusalOf(db, [
      header('faults'),
      claimLine('second one', 'Daily Post:1'),
      linkLine('cut', 'undercuts', 'second one', 'first one'),
    ])

    expect(faults).toMatchObject([{ line: 3, code: 'no-undercut-of-own-claim' }])
    expect(faults[0]?.message).toContain('from claim "second one" to claim "first one"')
  })

  it('of an end names the ref, too', async ({ db }) => {
    const lines = [...quarrel(), withdrawalLine('story'), withdrawalLine('story')]

    const { faults } = await refusalOf(db, lines)

    expect(faults[0]?.message).toMatch(/^"story" is withdrawn already/)
  })
})

function changed(ref: string, field: string, value: unknown): Line[] {
  return release.map((line) => (line['ref'] === ref ? { ...line, [field]: value } : line))
}

async function editText(db: Db, id: string, text: string): Promise<void> {
  const edit = { type: 'claim' as const, id, versions: [1], patch: { text } }
  await amendObject(quiet(db), {
    ...edit,
    actor: system,
    show: async () => ({}),
  })
}

async function versionOf(db: Db, id: string | undefined): Promise<number | undefined> {
  const nouns = ['source', 'report', 'claim', 'link', 'story'].map(
    (noun) => sql`select version from ${sql.table(noun)} where id = ${id}::uuid`,
  )
  const { rows } = await sql<{ version: number }>`${sql.join(nouns, sql` union all `)}`.execute(db)
  return rows[0]?.version
}

async function statusOf(db: Db, id: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ status: string }>`
    select status from claim where id = ${id}::uuid
  `.execute(db)
  return rows[0]?.status
}
