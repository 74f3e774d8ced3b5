import * as fc from '../support/fast-check.ts'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { isSlug } from '../../src/domain/references.ts'
import { text, textFault, textMax } from '../../src/domain/text.ts'
import type { Db } from '../../src/store/database/db.ts'
import { it } from '../support/it.ts'

const refused = {
  'a control character': 'bell\u0007',
  'a carriage return': 'line\r\nline',
  'a C1 control': 'next\u0085line',
  delete: 'del\u007Fete',
  'an override of direction': 'right\u202Eleft',
  'an override that is closed again': 'right\u202D001\u202Cleft',
  'an embedding of direction': 'right\u202Bleft',
  'an isolate that is never closed': 'right\u2067left',
  'an end of an isolate that was never begun': 'a\u2069b',
  'isolates closed before they begin': '\u2069a\u2066',
  'one isolate of two that is open': '\u2066a\u2067b\u2069',
  'a noncharacter': 'no\uFDD0',
  'the last noncharacter': 'no\u{10FFFF}',
  'the mark of a wrong decoding': 'wh\uFFFDt',
  'half of a surrogate pair': 'half \uD83D',
  NUL: 'nul\u0000',
  'an annotation': 'a\uFFF9b\uFFFAc\uFFFB',
  'a private use character': '\uF8FF',
  'a private use character of a far plane': '\u{F0001}',
  'an unassigned character': '\u0378',
  'tags without a flag': 'ok \u{E0068}\u{E0069}',
  'tags after another emoji': '😀\u{E0067}\u{E0062}\u{E0065}\u{E007F}',
  'a flag with a sentence of tags':
    '🏴\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}\u{E0064}\u{E007F}',
  'a flag whose tags do not end': '🏴\u{E0067}\u{E0062}\u{E0073}',
  'five stacking marks': 'a\u0323\u0330\u0301\u0308\u0304',
  'five, two of them in a composed letter': '\u01D6\u0323\u0330\u0301',
  'five, with points of a script between them': 'a\u0301\u05B0\u0301\u05B1\u0301\u05B0\u0301\u0301',
  'five, with joiners between them': 'a\u0301\u200D\u0301\u200D\u0301\u200D\u0301\u200D\u0301',
  'five, two of them in one mark': 'a\u0344\u0301\u0301\u0301',
  'a row of marks at the start': '\u0301'.repeat(5),
  nothing: '',
  'too much': 'a'.repeat(textMax.prose + 1),
}

const fine = {
  'zero width joiners': '👩‍💻',
  'zero width non-joiners': 'نمی‌خواهم',
  'tabs and line feeds': 'a\tb\nc',
  Korean: '매출 목표를 25~50% 하향 조정',
  'what is not NFC': 'cafe\u0301',
  'Hangul that is not composed': '\u1106\u1167\u11B8',
  'compatibility ideographs': '\uF981\uF90A\uF9E1',
  'Hebrew in the order of typing': 'ש\u05B8\u05C1לום',
  'vocalised Arabic': 'مُحَمَّد',
  'Burmese with many signs': 'ကြွှေ့ာင်း',
  'Tibetan with many signs': 'ཧ྄ཱུྃཾ',
  'five points of a script': '\u05D0\u05B0\u05B7\u05BC\u05C1\u05BD',
  'isolates in pairs': 'wrote \u2066@news\u2069, \u2067a \u2068b\u2069 c\u2069',
  'marks of direction': 'אבג (A)\u200F ok\u200E\u061C',
  'the flag of Scotland': '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  'four stacking marks': 'a\u0323\u0301\u0308\u0304',
  'keycaps in a row':
    '1\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E36\uFE0F\u20E3',
  Vietnamese: 'Thủ tướng phủ nhận điều ấy'.normalize('NFD'),
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
    expect(await dirtyIn(db, ['', ''], tellingPoints)).toEqual(dirtyHere(['', ''], tellingPoints))
  })

  it('judges every code point among four stacking marks as the program does', async ({ db }) => {
    const marks = ['e\u0301\u0301', '\u0301\u0301'] as const
    const points = tellingPoints.filter(
      (point) => mayJoinMarks(String.fromCodePoint(point)) || point % 101 === 0,
    )
    expect(await dirtyIn(db, marks, points)).toEqual(dirtyHere(marks, points))
  })

  it('judges texts of all planes as the program does', async ({ db }) => {
    const judged = fc.asyncProperty(
      fc.array(strangeText, { size: 'max', maxLength: 400 }),
      async (texts) => {
        const { rows } = await sql<{ clean: boolean }>`
        select is_clean(value) as clean
        from unnest(${texts}::text[]) with ordinality as sent (value, place) order by place
      `.execute(db)
        const program = texts.map((value) => !textFault(value, value.length))
        expect(texts.filter((_, index) => rows[index]?.clean !== program[index])).toEqual([])
      },
    )
    await fc.assert(judged, { seed: 20_251_203, numRuns: 25 })
  })

  it('keeps a text that was entered before it would be refused, through a backup too', async ({
    ownerDb,
  }) => {
    const { rows } = await sql<{ convalidated: boolean }>`
      select convalidated from pg_constraint where conname in ('prose_is_clean', 'slug_is_clean')
    `.execute(ownerDb)
    // Of such a constraint pg_dump makes a statement behind the data.
    expect(rows).toEqual([{ convalidated: false }, { convalidated: false }])
  })

  it.for([
    '-a',
    'a-',
    'a--b',
    'a b',
    'A',
    '가-나\u00A0',
    'cafe\u0301',
    'e\u0301\u0301\u0301\u0301\u0301\u0301',
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

/** What the rules look at, in any order, and characters of every plane. */
const strangeText = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '\u01D6', '\u1F82', '가', 'か', '\n', '😀', '🏴'),
      fc.constantFrom('\u0301', '\u0323', '\u0344', '\u034F', '\u20E3', '\u1DC0', '\uFE20'),
      fc.constantFrom('\u05B0', '\u0E34', '\u103B', '\u200D', '\uFE0F', '\u200E', '\u3099'),
      fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', '\u2069'),
      fc.constantFrom('\u{E0067}', '\u{E0062}', '\u{E0031}', '\u{E007F}', '\u{E0041}'),
      fc.constant('🏴\u{E0067}\u{E0062}\u{E0065}\u{E007F}'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => one !== '\0'),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''))
  // Half of a surrogate pair has no bytes that a database could be sent.
  .filter((text) => text.isWellFormed())

/** All but the middle of planes that have no characters, or private ones alone. */
const tellingPoints = Array.from({ length: 0x10_ff_ff }, (_, index) => index + 1).filter(
  (point) =>
    (point < 0xd8_00 || point > 0xdf_ff) &&
    (point < 0x3_40_00 ||
      (point >= 0xe_00_00 && point < 0xe_10_00) ||
      (point + 9) % 0x1_00_00 < 16),
)

function mayJoinMarks(character: string): boolean {
  return /[\p{M}\p{DI}]/u.test(character) || character.normalize('NFD') !== character
}

type Around = readonly [before: string, after: string]

async function dirtyIn(db: Db, [before, after]: Around, points: readonly number[]) {
  const { rows } = await sql<{ dirty: number[] }>`
    select coalesce(array_agg(point order by point), '{}') as dirty
    from unnest(${points}::integer[]) as point
    where not is_clean(${before}::text || chr(point) || ${after}::text)
  `.execute(db)
  return rows[0]?.dirty
}

function dirtyHere([before, after]: Around, points: readonly number[]): number[] {
  return points.filter((point) => textFault(before + String.fromCodePoint(point) + after, 10))
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
