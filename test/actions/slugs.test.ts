import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { sourceLine } from '../support/lines.ts'
import { openLogged } from '../support/logged.ts'

describe('a source without a slug', () => {
  it('gets its name, with a number behind it where that is taken', async ({ db }) => {
    expect(await slugsOf(db, ['같은 이름', '같은 이름', '같은 이름'])).toEqual([
      '같은-이름',
      '같은-이름-2',
      '같은-이름-3',
    ])
    expect(await slugsOf(db, ['같은 이름'])).toEqual(['같은-이름-4'])
  })

  it('gets the first number that neither the record nor another line has', async ({ db }) => {
    await importLines(db, [sourceLine('third', { slug: 'acme-3' })])

    const slugs = await slugsOf(db, ['Acme', 'Acme', 'Acme 2', 'Acme', 'Acme', 'Acme 2'], {
      slug: 'acme-5',
    })

    expect(slugs).toEqual(['acme', 'acme-4', 'acme-2', 'acme-6', 'acme-7', 'acme-2-2'])
  })

  it('shares its numbers with names that are alike where they are cut', async ({ db }) => {
    const stem = 'a'.repeat(75)

    expect(await slugsOf(db, [`${stem}b`, `${stem}c`, `${stem}b`, `${stem}c`])).toEqual([
      `${stem}b`,
      `${stem}c`,
      `${'a'.repeat(70)}-2`,
      `${'a'.repeat(70)}-3`,
    ])
  })

  it('takes no more statements among a thousand of its name', async ({ database }) => {
    const statements: string[] = []
    const logged = openLogged(database.serviceUrl, statements)
    const countFor = async (names: number) => {
      statements.length = 0
      const slugs = await slugsOf(logged, Array<string>(names).fill('Namesake'))
      return { slugs, count: statements.length }
    }

    const two = await countFor(2)
    const thousand = await countFor(1000)
    const one = await countFor(1)

    expect(thousand.slugs).toEqual(Array.from({ length: 1000 }, (_, at) => `namesake-${at + 3}`))
    expect(one.slugs).toEqual(['namesake-1003'])
    // Words of many events go out in parts.
    expect([thousand.count, one.count]).toEqual([two.count + 1, two.count])
  })
})

/** The slugs of new sources, in the order of their names. */
async function slugsOf(
  db: Db,
  names: readonly string[],
  other?: { slug: string },
): Promise<string[]> {
  const { refs } = await importLines(db, [
    ...names.map((name, at) => sourceLine(`s${at}`, { name })),
    ...(other ? [sourceLine('other', other)] : []),
  ])
  const ids = names.map((_, at) => refs[`s${at}`] ?? '')
  const { rows } = await sql<{ slug: string }>`
    select slug from unnest(${ids}::uuid[]) with ordinality as asked (id, nth)
    join source using (id) order by nth
  `.execute(db)
  return rows.map(({ slug }) => slug)
}
