import { describe, expect, it, test } from 'vitest'
import { blocksOf, sentencesOf } from '../../src/domain/search/sentences.ts'
import { joinLines } from '../../src/drafts/reading/wrapped.ts'
import * as fc from '../support/fast-check.ts'

const sentences = (text: string) =>
  [...blocksOf(text)].flatMap((block) => [...sentencesOf(block)].map((each) => each.text))

describe('broken lines', () => {
  test.each([
    ['동부제강 당진 공장 화재로\n노동자 17명이 다쳤다.', 1],
    ['동부제강 당진 공장\r\n화재로 노동자\r\n17명이 다쳤다.', 1],
    ['Microsoft lowered its sales targets for\nsome AI products by 25–50%.', 1],
    ['첫 문단의 끝이 아니다\n\n다음 문단이다.', 2],
    ['첫 문단이고\n \t\n다음 문단이다.', 2],
    ['- 첫 항목\n- 둘째 항목', 2],
    ['할 일\n1) 전화\n2) 편지', 3],
    ['* one\n* two', 2],
    ['회의를 열었다\n비가 왔다', 2],
    ['He left.\nShe stayed.', 2],
    ['# 제목\n## 부제', 2],
  ])('%j are %i sentences', (text, count) => {
    expect(sentences(joinLines(text))).toHaveLength(count)
  })

  it('are joined as if nobody had broken them, at any width and with any line end', () => {
    const word = fc.constantFrom(
      '공장',
      '화재로',
      '노동자가',
      '17명',
      '다친',
      'the',
      'targets',
      '–5%',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 8, max: 80 }),
        fc.constantFrom('\n', '\r\n'),
        (whole, width, end) => {
          expect(joinLines(wrap(whole, width, end)).replace(/\s+/g, ' ')).toBe(whole)
        },
      ),
    )
  })

  it('leave everything else where it is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('가', '다', '.', ' ', '\n', '\r', '-', '1', '\u{1F600}'),
        }),
        (text) => {
          const joined = joinLines(text)
          expect(joined).toHaveLength(text.length)
          expect(joined.replace(/\s/g, '.')).toBe(text.replace(/\s/g, '.'))
        },
      ),
    )
  })
})

/** No line begins with a mark of a list. */
function wrap(text: string, width: number, end: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined) lines.push(word)
    else if (word.startsWith('–') || last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(end)
}
