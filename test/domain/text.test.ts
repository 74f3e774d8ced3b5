import { describe, expect, test } from 'vitest'
import { figure } from '../../src/domain/figure.ts'
import { newReport } from '../../src/domain/report.ts'
import { newSource } from '../../src/domain/source.ts'
import { newStory } from '../../src/domain/story.ts'
import { label, text, textMax } from '../../src/domain/text.ts'
import { unassigned, unicodeVersion } from '../../src/domain/unicode-tables.ts'

describe('a text that is refused', () => {
  test.each([
    ['paid \u202E001 won', 'bidi-control', /U\+202E \(right-to-left override\) at character 6\./],
    ['😀😀\r\n', 'control-character', /U\+000D \(carriage return\) at character 3\./],
    ['a\u0000', 'control-character', /U\+0000 \(NUL\) at character 2\./],
    [
      '가\uFFF9',
      'annotation-character',
      /U\+FFF9 \(interlinear annotation anchor\) at character 2\./,
    ],
    ['\uF8FF Store', 'private-use', /U\+F8FF \(a private use character.*\) at character 1\./],
    ['abc\u0378', 'unassigned', /U\+0378 \(not assigned in Unicode 17\.0\.0\) at character 4\./],
    ['abc\u{10FFFE}', 'noncharacter', /U\+10FFFE \(a noncharacter\) at character 4\./],
    ['wh\uFFFDt', 'replacement-character', /U\+FFFD \(replacement character\) at character 3\./],
    ['a\uD83Db', 'lone-surrogate', /U\+D83D \(half of a surrogate pair\) at character 2\./],
    ['🏴\u{E0067} x', 'tag-character', /U\+E0067 \(a tag character.*\) at character 2\./],
    [
      '😀 a\u2067b',
      'unbalanced-isolate',
      /U\+2067 \(right-to-left isolate\) at character 4, which is never closed/,
    ],
    [
      '\u2066a\u2069\u2069',
      'unbalanced-isolate',
      /U\+2069 \(.*\) at character 4, which closes nothing/,
    ],
    [
      `😀a${'\u0301'.repeat(6)}`,
      'stacked-marks',
      /up to U\+0301 \(a combining mark\) at character 7\./,
    ],
  ])('%j: names the character and its place', (value, code, message) => {
    const issue = text(textMax.prose).safeParse(value).error?.issues[0]

    expect(issue).toMatchObject({ params: { code } })
    expect(issue?.message).toMatch(message)
  })
})

describe('a name or a title', () => {
  test.each([
    ['\n', 'U+000A (line feed)'],
    ['\t', 'U+0009 (tab)'],
    ['\u2028', 'U+2028 (line separator)'],
    ['\u2029', 'U+2029 (paragraph separator)'],
  ])('has no %j, and is told its place', (character, name) => {
    const broken = `Halden${character}Steel`
    const message = `It holds ${name} at character 7. A name or a title is a single line; write a space instead.`
    const refused = (path: readonly (string | number)[]) => [
      expect.objectContaining({ path, message, params: { code: 'line-break' } }),
    ]

    expect(entered({ name: broken })).toEqual(refused(['name']))
    expect(entered({ aliases: ['H', broken] })).toEqual(refused(['aliases', 1]))
    expect(entered({ names: [{ lang: 'en', name: broken }] })).toEqual(
      refused(['names', 0, 'name']),
    )
    expect(reported(broken)).toEqual(refused(['title']))
    expect(told(broken)).toEqual(refused(['title']))
    expect(told('T', [{ lang: 'en', title: broken }])).toEqual(refused(['titles', 0, 'title']))
    expect(label(200).safeParse(broken).error?.issues).toEqual(refused([]))
    expect(text(textMax.prose).safeParse(broken).error).toBeUndefined()
  })

  test.each(['Halden Steel', 'Halden\u00A0Steel', 'Halden\u3000Steel', 'نان\u200cوا'])(
    'may be %j',
    (name) => {
      expect(entered({ name })).toBeUndefined()
    },
  )

  test.each([
    ['Halden\r\nSteel', 'control-character'],
    ['Halden\u0085Steel', 'control-character'],
    ['\n', 'blank'],
  ])('%j has one fault: %s', (name, code) => {
    expect(entered({ name })).toMatchObject([{ params: { code } }])
    expect(entered({ name })).toHaveLength(1)
  })
})

const entered = (change: object) =>
  newSource.safeParse({ kind: 'company', name: 'Halden', ...change }).error?.issues
const reported = (title: string) =>
  newReport.safeParse({ source: 'halden', kind: 'article', title, lang: 'en' }).error?.issues
const told = (title: string, titles: readonly object[] = []) =>
  newStory.safeParse({ title, titles }).error?.issues

describe('the table of unassigned code points', () => {
  test('is that of the Unicode that it names, and holds no character of a later Node', () => {
    const here = `${process.versions.unicode ?? ''}.0`
    const unlike: string[] = []
    for (let code = 0; code <= 0x10_ff_ff; code += 1) {
      const inTable = isUnassigned(code)
      const inNode = /\p{Cn}/u.test(String.fromCodePoint(code))
      // What is assigned once stays so; a later edition only adds.
      if (here === unicodeVersion ? inTable !== inNode : inNode && !inTable)
        unlike.push(code.toString(16))
    }
    expect(unlike).toEqual([])
  })
})

const table = new Set(
  unassigned
    .trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16))
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    }),
)

function isUnassigned(code: number): boolean {
  return table.has(code)
}

describe('a bound of a figure', () => {
  test.each([
    [25.5, '"25.5"'],
    [-3, '"-3"'],
    [1e21, '"25.5"'],
  ])('that is the JSON number %d is refused with what to send', (low, example) => {
    const sent = { metric: 'sales', form: 'change', low, unit: 'percent' }

    const issue = figure.safeParse(sent).error?.issues[0]

    expect(issue?.message).toBe(`Send a decimal string, such as ${example}.`)
  })
})
