import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findFirstMoment, readAsOf } from '../../src/store/as-of.ts'
import type { Db } from '../../src/store/database/db.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { it as withDatabase } from '../support/it.ts'
import {
  claimLine,
  endLine,
  header,
  linkLine,
  mergeLine,
  quarrel,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'
import { redact } from '../support/redact.ts'

const nouns = ['source', 'report', 'claim', 'link', 'citation', 'story', 'node'] as const

/** As docs/recipes.md has it, a column of each sort. */
async function addByTheRecipe(owner: Db): Promise<void> {
  for (const noun of nouns) {
    await sql`
      alter table ${sql.table(noun)}
        add column plain text,
        add column filled text not null default 'since then',
        add column derived text generated always as (left(id::text, 4)) stored
    `.execute(owner)
    await sql`select keep_past_columns(${noun})`.execute(owner)
  }
}

/** `it` with the record of a schema to which columns were added while it had a past. */
const it = withDatabase.extend('refs', { scope: 'file' }, async ({ db, ownerDb }) => {
  const { refs } = await importLines(db, [header('nouns'), ...everyNoun])
  await importLines(db, [amending, { ...everyNoun[0], name: 'The Paper' }])
  await addByTheRecipe(ownerDb)
  return refs
})

const everyNoun = [
  ...quarrel(),
  sourceLine('firm-again'),
  reportLine('article', 'paper', { url: 'https://paper.example/article' }),
  reportLine('article-again', 'paper'),
  claimLine('story-again', 'paper', {
    about: ['firm'],
    citations: [{ report: 'article', quote: 'Words.' }],
  }),
  linkLine('no', 'rebuts', 'denial', 'story', { aspect: 'scope' }),
  linkLine('doubt', 'rebuts', 'study', 'story'),
  { type: 'story', ref: 'tale', title: 'A tale', claims: ['story'] },
]
const amending = { ...header('nouns'), onChange: 'amend' }

const amendments = everyNoun.flatMap((line) => {
  const [change] = [
    { type: 'source', aliases: ['Another name'] },
    { type: 'report', publishedAt: '2025-12-01' },
    { type: 'claim', assertedAt: '2025-12-04' },
    { type: 'link', note: 'About the scope alone.' },
    { type: 'story', title: 'Another tale' },
  ].filter(({ type }) => type === line.type)
  return change ? [{ ...line, ...change }] : []
})

/** What a noun that exists was: each version must have the columns with what they held. */
async function pastOf(db: Db, noun: string) {
  const { rows } = await sql<{ filled: string; derived: string; id: string }>`
    select id, filled, derived from ${sql.table(`${noun}_was`)}
  `.execute(db)
  return rows
}

describe('a column that a migration adds by the recipe', () => {
  it('leaves every noun to be amended', async ({ db, refs }) => {
    const imported = await importLines(db, [amending, ...amendments])

    expect(imported).toMatchObject({ amended: amendments.length })
    await expectRightRecord(db)
    expect(Object.keys(refs)).not.toHaveLength(0)
  })

  it('leaves lives to be ended, and ends and objects to be voided', async ({ db, refs }) => {
    const { study = '', doubt = '' } = refs
    await importLines(db, [endLine(doubt), withdrawalLine(study)])
    await importLines(db, [{ type: 'void', end: doubt, reason: 'It did not.' }])
    await importLines(db, [{ type: 'void', link: doubt, reason: 'Entered by mistake.' }])

    await expectRightRecord(db)
  })

  it('leaves nouns to be merged, and merges to be voided', async ({ db, refs }) => {
    const merges = (['source firm', 'report article', 'claim story'] as const).map((words) => {
      const [noun = '', ref = ''] = words.split(' ')
      const id = crypto.randomUUID()
      return { id, line: mergeLine(noun, refs[`${ref}-again`] ?? '', refs[ref] ?? '', { id }) }
    })
    for (const { line } of merges) await importLines(db, [line])
    await expectRightRecord(db)
    for (const { id } of merges.toReversed()) {
      await importLines(db, [{ type: 'void', merge: id, reason: 'They are two.' }])
    }

    await expectRightRecord(db)
  })

  it('leaves every noun to be redacted', async ({ db, ownerDb, refs }) => {
    const citation = await sql<{ id: string }>`select id from citation`.execute(ownerDb)
    const objects = [
      ['citation', citation.rows[0]?.id],
      ['link', refs['no']],
      ['claim', refs['denial']],
      ['report', refs['article']],
      ['source', refs['firm']],
      ['story', refs['tale']],
    ] as const
    for (const [type, id = ''] of objects) {
      const { rows } = await sql<{ version: number }>`
        select version from ${sql.table(type)} where id = ${id}::uuid
      `.execute(db)
      await redact(db, type, id, { version: rows[0]?.version ?? 0 })
    }

    await expectRightRecord(db)
  })

  it.for(nouns)('is kept in the past of every %s', async (noun, { db }) => {
    const past = await pastOf(db, noun)

    expect(past).not.toEqual([])
    for (const { id, ...kept } of past) {
      expect(kept).toEqual({ filled: 'since then', derived: id.slice(0, 4) })
    }
  })

  it('is there in any state that the record was in', async ({ db }) => {
    const first = await findFirstMoment(db)
    const rows = first && (await readAsOf(db, first, (then) => pastClaims(then)))

    expect(rows).toContainEqual({ plain: null, filled: 'since then' })
  })
})

async function pastClaims(then: Db) {
  const { rows } = await sql`select plain, filled from claim`.execute(then)
  return rows
}

describe('a column whose past was forgotten', () => {
  withDatabase('does not prevent amending any noun', async ({ db, ownerDb }) => {
    await importLines(db, [header('forgotten'), ...everyNoun])
    for (const noun of nouns) {
      await sql`alter table ${sql.table(noun)} add column forgotten text`.execute(ownerDb)
    }

    const later = { ...amending, namespace: 'forgotten' }
    const imported = await importLines(db, [later, ...amendments])

    expect(imported).toMatchObject({ amended: amendments.length })
  })
})

describe('keep_past_columns', () => {
  withDatabase('says what to do about a column that is never stored', async ({ ownerDb }) => {
    await sql`alter table claim add column next integer generated always as (version + 1) virtual`.execute(
      ownerDb,
    )

    await expect(sql`select keep_past_columns('claim')`.execute(ownerDb)).rejects.toMatchObject({
      hint: 'Say that it is stored: generated always as (…) stored.',
    })
  })
})
