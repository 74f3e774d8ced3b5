import { describe, expect, it, test } from 'vitest'
import { withParticle } from '../../src/sentences/korean-particles.ts'

describe('withParticle', () => {
  test.each([
    ['after Hangul', '마이크로소프트', '마이크로소프트는'],
    ['after a Hangul final', '디인포메이션', '디인포메이션은'],
    ['after a lone vowel letter', 'ㅏ', 'ㅏ는'],
    ['after a lone consonant letter', 'ㄱ', 'ㄱ은'],
    ['after capitals read one by one', 'MS', 'MS는'],
    ['after capitals at the end of a name', 'OpenAI', 'OpenAI는'],
    ['after a name in Hangul and capitals', '오픈AI', '오픈AI는'],
    ['after the letter 엠', 'IBM', 'IBM은'],
    ['after the letter 엘', 'URL', 'URL은'],
    ['after capitals that are a word', 'SAMSUNG', 'SAMSUNG은'],
    ['after -n', 'The Information', 'The Information은'],
    ['after -ne', 'Kirk Materne', 'Kirk Materne은'],
    ['after -le', 'Google', 'Google은'],
    ['after -l', 'Intel', 'Intel은'],
    ['after -m', 'Qualcomm', 'Qualcomm은'],
    ['after -ng', 'Boeing', 'Boeing은'],
    ['after -ok', 'Facebook', 'Facebook은'],
    ['after -ck', 'Slack', 'Slack은'],
    ['after a short vowel and t', 'Reddit', 'Reddit은'],
    ['after a long vowel and k', 'DeepSeek', 'DeepSeek는'],
    ['after two consonants', 'Microsoft', 'Microsoft는'],
    ['after -ck that no vowel precedes', 'Merck', 'Merck는'],
    ['after a vowel', 'Nvidia', 'Nvidia는'],
    ['after a silent e', 'Evercore', 'Evercore는'],
    ['after an accented e', 'Nestlé', 'Nestlé는'],
    ['after -r', 'Uber', 'Uber는'],
    ['after 0', '0', '0은'],
    ['after 1', 'GPT 5.1', 'GPT 5.1은'],
    ['after 2', '2', '2는'],
    ['after ten', '2030', '2030은'],
    ['after ten thousand', '10,000', '10,000은'],
    ['after a trillion, 조', '1000000000000', '1000000000000는'],
    ['after a fraction that ends in nought', '0.50', '0.50은'],
    ['after a per cent sign', '25%', '25%는'],
    ['after a plus sign', 'Disney+', 'Disney+는'],
    ['after closing quotation marks', '“낮춘 적이 없다”', '“낮춘 적이 없다”는'],
    ['after a full stop and a quotation mark', '“목표입니다.”', '“목표입니다.”는'],
    ['after an ellipsis', '“목표를 조정한…”', '“목표를 조정한…”은'],
    ['after Korean brackets', '「목표 조정」', '「목표 조정」은'],
    ['after a remark in brackets', '마이크로소프트(IBM)', '마이크로소프트(IBM)는'],
    ['after a remark and a space', '뉴스레터 (발행처 미상)', '뉴스레터 (발행처 미상)는'],
    ['after a quotation that ends in a remark', '“코드 레드(IBM)”', '“코드 레드(IBM)”는'],
    ['after a remark within a remark', '마이크로소프트(MS (IBM))', '마이크로소프트(MS (IBM))는'],
    ['after a bracket that never opened', 'IBM)', 'IBM)은'],
    ['after brackets alone', '(미상)', '(미상)은'],
    ['after an emoji', '마이크로소프트 🔥', '마이크로소프트 🔥는'],
    ['after isolated words', '\u2068MS\u2069', '\u2068MS\u2069는'],
    ['after letters that we cannot read', '株式会社', '株式会社은(는)'],
    ['after nothing', '', '은(는)'],
  ])('%s: %s', (_, words, expected) => {
    expect(withParticle(words, '은/는')).toBe(expected)
  })

  test.each([
    ['이/가', '디인포메이션이', 'MS가', 'Intel이', '株이(가)'],
    ['은/는', '디인포메이션은', 'MS는', 'Intel은', '株은(는)'],
    ['을/를', '디인포메이션을', 'MS를', 'Intel을', '株을(를)'],
    ['와/과', '디인포메이션과', 'MS와', 'Intel과', '株와(과)'],
    ['(으)로', '디인포메이션으로', 'MS로', 'Intel로', '株(으)로'],
    ['(이)라고', '디인포메이션이라고', 'MS라고', 'Intel이라고', '株(이)라고'],
    ['(이)라며', '디인포메이션이라며', 'MS라며', 'Intel이라며', '株(이)라며'],
  ] as const)('%s takes the form of the last sound', (particle, ...expected) => {
    const words = ['디인포메이션', 'MS', 'Intel', '株']
    expect(words.map((word) => withParticle(word, particle))).toEqual(expected)
  })

  it('answers long words at once', () => {
    for (const words of [
      '가)'.repeat(5000),
      `${'('.repeat(5000)}가${')'.repeat(5000)}`,
      '가!'.repeat(5000),
    ])
      expect(withParticle(words, '은/는')).toMatch(/는$/)
  })
})
