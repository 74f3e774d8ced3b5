import { describe, expect, test } from 'vitest'
import { intervalWords } from '../../../src/sentences/figures/interval-words.ts'

const open = { lowExclusive: false, highExclusive: false }
const level = (low: string | null, high: string | null, unit: string, more = {}) => ({
  form: 'level' as const,
  ...open,
  low,
  high,
  unit,
  ...more,
})

describe('intervalWords', () => {
  test.each([
    ['a point', level('50', '50', 'percent'), '50%', '50%'],
    ['a range', level('25', '50', '퍼센트'), '25% to 50%', '25~50%'],
    [
      'a range of money',
      level('25', '50', 'million USD'),
      '25 million to 50 million USD',
      '2,500만~5,000만 달러',
    ],
    [
      'money that digits say better than a word of size',
      level('123456789000', null, '원', { lowExclusive: true }),
      'more than 123,456,789,000 KRW',
      '1,234억 5,678만 9,000원 초과',
    ],
    [
      'ends of different sizes, in the smaller word',
      level('9500', '2000000', 'million KRW'),
      '9.5 billion to 2,000 billion KRW',
      '95억~2조 원',
    ],
    [
      'ends that no one word suits',
      level('1234567.89', '2000000', 'million KRW'),
      '1,234,567,890,000 to 2,000,000,000,000 KRW',
      '1조 2,345억 6,789만~2조 원',
    ],
    [
      'a range across a million',
      level('500000', '2000000', 'USD'),
      '500,000 to 2,000,000 USD',
      '50만~200만 달러',
    ],
    [
      'a range from nought',
      level('0', '25', 'million USD'),
      '0 to 25 million USD',
      '0~2,500만 달러',
    ],
    ['Korean money', level('3.2', '3.2', '억 원'), '320 million KRW', '3억 2,000만 원'],
    ['small money', level('1234', '1234', '원'), '1,234 KRW', '1,234원'],
    ['pounds', level('12000', '12000', 'GBP'), '12,000 GBP', '1만 2,000 영국 파운드'],
    ['people', level('1', '1', '명'), '1 person', '1명'],
    ['many people', level('3', '3', '만명'), '30,000 people', '3만 명'],
    ['points', level('0.5', '0.5', '%p'), '0.5 percentage points', '0.5%p'],
    ['basis points', level('25', '25', 'bp'), '25 basis points', '25bp'],
    [
      'a unit we do not know',
      level('1200', null, 'million TEU'),
      '1,200 million TEU or more',
      '1,200 million TEU 이상',
    ],
    ['a unit that is a number', level('3', '3', '100 TEU'), '3 × 100 TEU', '3 × 100 TEU'],
    ['a Korean counter', level('1200', '1200', '개'), '1,200 개', '1,200개'],
    [
      'an open end below',
      level(null, '20', '%', { highExclusive: true }),
      'less than 20%',
      '20% 미만',
    ],
    ['the same, included', level(null, '20', '%'), '20% or less', '20% 이하'],
    [
      'an open end above',
      level('20', null, '%', { lowExclusive: true }),
      'more than 20%',
      '20% 초과',
    ],
    [
      'a bound that is excluded',
      level('25', '50', '%', { lowExclusive: true }),
      'more than 25% and at most 50%',
      '25% 초과 50% 이하',
    ],
    [
      'the other one',
      level('25', '50', '%', { highExclusive: true }),
      'at least 25% and less than 50%',
      '25% 이상 50% 미만',
    ],
    [
      'a fall',
      { ...level('-50', '-25', '%'), form: 'change' as const },
      '−50% to −25%',
      '−50~−25%',
    ],
    ['a rise', { ...level('10', '10', '%'), form: 'change' as const }, '+10%', '+10%'],
    ['no change', { ...level('0', '0', '%'), form: 'change' as const }, '0%', '0%'],
    [
      'a fall of less than',
      { ...level('-3', null, '%', { lowExclusive: true }), form: 'change' as const },
      'higher than −3%',
      '−3% 초과',
    ],
    [
      'a fall of at least',
      { ...level(null, '-3', '%'), form: 'change' as const },
      '−3% or lower',
      '−3% 이하',
    ],
  ])('%s', (_, figure, en, ko) => {
    expect([intervalWords(figure, 'en'), intervalWords(figure, 'ko')]).toEqual([en, ko])
  })
})
