import * as fc from '../../support/fast-check.ts'
import { describe, expect, test } from 'vitest'
import { blocksOf, sentencesOf } from '../../../src/domain/search/sentences.ts'

function sentencesIn(text: string) {
  return [...blocksOf(text)].flatMap((block) => [...sentencesOf(block)])
}

describe('the sentences of a text', () => {
  test.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    [
      '목표를 낮췄다. 부인했다! “아니다.” iPhone은 그대로다',
      ['목표를 낮췄다.', '부인했다!', '“아니다.”', 'iPhone은 그대로다'],
    ],
    [
      'A heading\n\nA sentence of 0.7% by Mr. Lee.',
      ['A heading', 'A sentence of 0.7% by Mr.', 'Lee.'],
    ],
    ['  \n ', []],
  ])('of %j are %j', (text, expected) => {
    expect(sentencesIn(text).map((each) => each.text)).toEqual(expected)
  })

  test('stand where they say, and leave nothing out but white space', () => {
    const word = fc.constantFrom(
      '목표',
      'target',
      '0.7%',
      '다.',
      'it.',
      '\n',
      '“그렇다.”',
      'x'.repeat(700),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4000, size: 'max' }), (words) => {
        const text = words.join(' ')
        const sentences = sentencesIn(text)

        for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own)
        const left = sentences.reduce((rest, { start, end }, nth) => {
          return rest + text.slice(sentences[nth - 1]?.end ?? 0, start) + text.slice(end, end)
        }, '')
        expect((left + text.slice(sentences.at(-1)?.end ?? 0)).trim()).toBe('')
      }),
      { seed: 20_251_203, numRuns: 40 },
    )
  })
})
