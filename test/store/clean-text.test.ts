import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { isSlug } from '../../src/domain/references.ts'
import { text, textFault, textMax } from '../../src/domain/text.ts'
import type { Db } from '../../src/store/db.ts'
import { it } from '../support/it.ts'

const refused = {
  'a control character': 'bell\u0007',
  'a carriage return': 'line\r\nline',
  'a C1 control': 'next\u0085line',
  delete: 'del\u007Fete',
  'an override of direction': 'right\u202Eleft',
  'an embedding of direction': 'right\u202Bleft',
  'an isolate of direction': 'right\u2067left',
  'a noncharacter': 'no\uFDD0',
  'the last noncharacter': 'no\u{10FFFF}',
  'the mark of a wrong decoding': 'wh\uFFFDt',
  'half of a surrogate pair': 'half \uD83D',
  NUL: 'nul\u0000',
  'what is not NFC': 'cafe\u0301',
  'Hangul that is not composed': '\u1106\u1167\u11B8',
  nothing: '',
  'too much': 'a'.repeat(textMax.prose + 1),
}

const fine = {
  'zero width joiners': '👩‍💻',
  'zero width non-joiners': 'نمی‌خواهم',
  'tabs and line feeds': 'a\tb\nc',
  Korean: '매출 목표를 25~50% 하향 조정',
  'as much as there may be, counted in characters': '😀'.repeat(textMax.prose),
}

describe('the database', () => {
  it.for(Object.entries(refused))(
    'refuses a text with %s, as the program does',
    async ([, value], { db }) => {
      expect(text(textMax.prose).safeParse(value).success).toBe(false)
      expect(await isProse(db, value)).toBe(false)
    },
  )

  it.for(Object.entries(fine))('takes %s', async ([, value], { db }) => {
    expect(text(textMax.prose).safeParse(value).success).toBe(true)
    expect(await isProse(db, value)).toBe(true)
  })

  it('judges every code point as the program does', async ({ db }) => {
    const { rows } = await sql<{ dirty: number[] }>`
      select coalesce(array_agg(point order by point), '{}') as dirty
      from generate_series(1, 1114111) as point
      where point not between 55296 and 57343 and not is_clean(chr(point))
    `.execute(db)

    expect(rows[0]?.dirty).toEqual(dirtyPoints())
  })

  it.for([
    '-a',
    'a-',
    'a--b',
    'a b',
    'A',
    '가-나\u00A0',
    'cafe\u0301',
    'a\u0007',
    '',
    'a'.repeat(81),
  ])('refuses the slug "%s", as the program does', async (slug, { db }) => {
    expect(isSlug(slug)).toBe(false)
    expect(await takes(db, sql`select ${slug}::slug`)).toBe(false)
  })

  it.for(['ms', '마이크로소프트-2', 'a'.repeat(80)])(
    'takes the slug "%s"',
    async (slug, { db }) => {
      expect(isSlug(slug)).toBe(true)
      expect(await takes(db, sql`select ${slug}::slug`)).toBe(true)
    },
  )
})

function dirtyPoints(): number[] {
  const dirty: number[] = []
  for (let point = 1; point <= 0x10ffff; point++)
    if ((point < 0xd800 || point > 0xdfff) && textFault(String.fromCodePoint(point), 1))
      dirty.push(point)
  return dirty
}

async function isProse(db: Db, value: string): Promise<boolean> {
  return takes(db, sql`select ${value}::prose`)
}

async function takes(db: Db, statement: ReturnType<typeof sql>): Promise<boolean> {
  try {
    await statement.execute(db)
    return true
  } catch {
    return false
  }
}
