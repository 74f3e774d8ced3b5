import * as fc from './fast-check.ts'

/** Part of most random texts, so that a log with any of them can be recognised. */
export const mark = 'zq9'

const scripts = [
  'ก',
  'ກ',
  'ក',
  'က',
  'ཀ',
  'ꦏ',
  'W',
  '7',
  '가',
  '\uF981',
  '\u{1D4B3}',
  '\uFDFA',
  '𒀀',
  'ب',
]

/** Texts from every Unicode plane, in unusual forms, and with special meaning to some program. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text + mark),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => mark + text),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `${mark} ${text.normalize('NFD')}`),
  fc
    .tuple(fc.constantFrom(...scripts), fc.constantFrom(2, 90, 700, 2100, 4900))
    .map(([letter, times]) => `${mark} ${letter.repeat(times)}`),
  fc.constantFrom(
    `${mark}' or 1=1 --`,
    `${mark}"; drop table claim; --`,
    `${mark}%_\\`,
    `<script>${mark}</script>`,
    `${mark}\u0000`,
    `${mark}\ud800`,
    `${mark}\u2067`,
    `${mark}\u202E`,
    `${mark}\u2066\u2069`,
    `${mark}\r\n`,
    `${mark}a${'\u0301'.repeat(9)}`,
    `${mark}\u{E0061}`,
    `${mark}\uF8FF`,
    `${mark}\uFEFF`,
    `"${mark} unclosed`,
    `${mark} & | ! <-> :* ()`,
    '99999999999999999999',
    '-1',
    '1e400',
    '',
    ' ',
    '한글',
    '__proto__',
  ),
)

/** Text that an address can carry. */
export const madeUp = oddText.map((text) => text.toWellFormed())

const years = fc.constantFrom(
  '0000',
  '0001',
  '1899',
  '2025',
  '9999',
  '10000',
  '-0001',
  '+2025',
  'Y17000',
)
const months = fc.constantFrom('', '-00', '-01', '-02', '-12', '-13', '-21', '-1')
const days = fc.constantFrom('', '-00', '-01', '-29', '-30', '-31', '-32', 'T', '~', '?')
const times = fc.constantFrom(
  '',
  'T00:00:00Z',
  'T23:59:59.999Z',
  'T24:00:00Z',
  'T23:59:60Z',
  'T00:00:00+14:00',
  'T23:59:59-12:00',
  'T00:00:00+99:99',
  'T08:30:00',
  ' 08:30:00',
  't08:30:00z',
  'T08:30Z',
  'T08:30:00.123456789Z',
  'T08:30:00.1234567890Z',
)
const oneDate = fc.tuple(years, months, days, times).map((parts) => parts.join(''))

/** Dates of every form: possible, impossible, out of range, intervals, and invalid ones. */
export const anyDate: fc.Arbitrary<string> = fc.oneof(
  oneDate,
  fc.tuple(oneDate, oneDate).map((ends) => ends.join('/')),
  oneDate.map((date) => `${date}/..`),
  oneDate.map((date) => `../${date}`),
  fc.constantFrom(
    '..',
    '/',
    '../..',
    '2014/2015/2016',
    'yesterday',
    '2025-02-30',
    '12/03/2025',
    '1e3',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)

const oddNumbers = fc.constantFrom(-1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308)
const oddLeaf: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  anyDate,
  oddNumbers,
  fc.constantFrom(null, true, '', 'NaN', 'infinity', '-infinity', 'epoch'),
  fc.jsonValue({ maxDepth: 2 }),
)

/** A cursor, and the list that returned it: any other list refuses it for that reason alone. */
export interface GivenCursor {
  readonly path: string
  readonly query: string
  readonly cursor: string
}

/** Cursors as returned, truncated, altered by a letter, or with another position or form. */
export function cursorNear(cursors: readonly string[]): fc.Arbitrary<string> {
  const given = fc.constantFrom(...(cursors.length > 0 ? cursors : ['e30']))
  return fc.oneof(
    { weight: 1, arbitrary: given },
    {
      weight: 1,
      arbitrary: fc.tuple(given, fc.nat(200)).map(([cursor, at]) => cursor.slice(0, at)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(given, fc.nat(200), fc.constantFrom('A', '_', '.', '%', 'ü'))
        .map(([cursor, at, letter]) => cursor.slice(0, at) + letter + cursor.slice(at + 1)),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(given, fc.nat(20), oddLeaf).map(([cursor, place, leaf]) => {
        const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
        return cursorOf(withLeaf(content, place, leaf))
      }),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map(cursorOf) },
    { weight: 1, arbitrary: madeUp },
  )
}

function cursorOf(content: unknown): string {
  return Buffer.from(JSON.stringify(content) ?? '').toString('base64url')
}

/** The same with one of its values, selected by index, replaced. */
function withLeaf(content: unknown, place: number, leaf: unknown): unknown {
  const count = leavesIn(content)
  let left = count === 0 ? 0 : place % count
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]))
    left -= 1
    return left === -1 ? leaf : value
  }
  return visit(content)
}

function leavesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, each) => sum + leavesIn(each), 0)
}
