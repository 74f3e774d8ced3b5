import type { ObjectNoun } from '../../src/domain/nouns.ts'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { amendObject } from '../../src/actions/amend-object.ts'
import { findWrittenLine } from '../../src/actions/bundle/written-lines.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines, quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, header, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>
type Patch = (refs: Readonly<Record<string, string>>) => Line

const record: readonly Line[] = [
  ...['away', 'into', 'other'].map((ref) => sourceLine(ref)),
  sourceLine('part', { affiliations: [{ relation: 'part_of', source: 'away' }] }),
  reportLine('report', 'away'),
  claimLine('claim', 'away', { about: ['other', 'away'] }),
  claimLine('gone', 'other'),
  claimLine('left', 'other', { text: 'What the other says in gone.' }),
  { type: 'story', ref: 'story', title: 'Story', claims: ['gone', 'claim'] },
]

/** What is read of each object after the merges, and another value. */
const fields: readonly (readonly [ObjectNoun, string, field: string, read: Patch, other: Patch])[] =
  [
    [
      'claim',
      'claim',
      'speaker',
      ({ into }) => ({ speaker: into }),
      ({ other }) => ({ speaker: other }),
    ],
    [
      'claim',
      'claim',
      'about',
      ({ other, into }) => ({ about: [other, into] }),
      ({ into }) => ({ about: [into] }),
    ],
    [
      'report',
      'report',
      'source',
      ({ into }) => ({ source: into }),
      ({ other }) => ({ source: other }),
    ],
    [
      'source',
      'part',
      'affiliations',
      ({ into }) => ({
        affiliations: [{ relation: 'part_of', source: into, from: null, to: null }],
      }),
      ({ into }) => ({ affiliations: [{ relation: 'speaks_for', source: into }] }),
    ],
    [
      'story',
      'story',
      'claims',
      ({ left, claim }) => ({ claims: [left, claim] }),
      ({ left }) => ({ claims: [left] }),
    ],
  ]

describe('an amendment of what names something merged', () => {
  it.for(fields)(
    'of a %s (%s): what is sent back as it reads stays as it was entered: %s',
    async ([type, ref, field, read, other], { db }) => {
      const namespace = `read ${ref} ${field}`
      const { refs } = await importLines(db, [header(namespace), ...record])
      await importLines(db, [
        mergeLine('source', refs['away'] ?? '', refs['into'] ?? ''),
        mergeLine('claim', refs['gone'] ?? '', refs['left'] ?? ''),
      ])
      const id = refs[ref] ?? ''
      const entered = (await findWrittenLine(db, type, id))?.[field]
      const line = record.find((each) => each['ref'] === ref)

      await patch(db, type, id, read(refs))
      expect(await versionOf(db, type, id)).toBe(1)
      const again = await importLines(db, [
        { ...header(namespace), onChange: 'amend' },
        { ...line, ...read(refs) },
      ])
      expect(again).toMatchObject({ unchanged: 1, events: null })
      await patch(db, type, id, { ...read(refs), ...unrelated[type] })
      expect((await findWrittenLine(db, type, id))?.[field]).toEqual(entered)

      await patch(db, type, id, other(refs))
      expect((await findWrittenLine(db, type, id))?.[field]).not.toEqual(entered)
    },
  )
})

const unrelated: Readonly<Partial<Record<ObjectNoun, Line>>> = {
  source: { aliases: ['Of its own'] },
  report: { title: 'Another title' },
  claim: { text: 'Other words.' },
  story: { title: 'Another story' },
}

async function patch(db: Db, type: ObjectNoun, id: string, patch: Line): Promise<void> {
  await amendObject(quiet(db), {
    actor: system,
    type,
    id,
    versions: [1, 2, 3],
    patch,
    confirm: ['new'],
    show: async () => ({}),
  })
}

async function versionOf(db: Db, type: ObjectNoun, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(type)} where id = ${id}::uuid
  `.execute(db)
  return rows[0]?.version
}
