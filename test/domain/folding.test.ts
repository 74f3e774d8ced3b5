import { array, assert, constantFrom, property, string, tuple } from '../support/fast-check.ts'
import { describe, expect, it, test } from 'vitest'
import { foldName, foldStatement, skeletonsOf } from '../../src/domain/folding.ts'

describe('names', () => {
  test.each([
    ['Halden Steel', 'HALDEN  STEEL'],
    ['Halden Steel', 'Ｈａｌｄｅｎ　Ｓｔｅｅｌ'],
    ['Halden Steel', 'Hal\u200Bden\u00AD St\u2060eel\uFEFF'],
    ['Halden Steel, Inc.', 'Halden Steel Inc'],
    ['U.N.', 'UN'],
    ['할덴제철', '할덴 제철'],
    ['할덴제철', '할덴제철'.normalize('NFD')],
    ['金日報', '\uF90A日報'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['Coca-Cola', 'Coca‑Cola'],
    ['Halden', 'Halden™'],
    ['Halden Steel', 'Halden® Steel℠'],
  ])('%j and %j are one', (one, other) => {
    expect(foldName(other)).toBe(foldName(one))
  })

  test.each([
    ['Halden Steel', 'Halden Steel Trading'],
    ['Disney', 'Disney+'],
    ['C', 'C++'],
    ['할덴제철', '할덴제강'],
    ['Olsen', 'Olson'],
    ['Ørsted', 'Orsted'],
    ['…', '!'],
    ['Halden', 'Halden Steel'],
    ['Halden', 'Haldenco'],
    ['Vis', 'Visa'],
    ['Barr', 'AG Barr'],
    ['Change', 'Change.co'],
    ['Inc', 'Ltd'],
    ['The Company', 'The Corporation'],
    ['The', 'Company'],
    ['Smith', 'Smith & Co'],
    ['Ory', 'Theory'],
    ['Them', 'The Them Group'],
    ['할덴', '할덴주식'],
    ['할덴', '할덴(부산)'],
    ['할덴', '할덴 회사'],
    ['할덴', '대한주식회사할덴'],
    ['か', 'が'],
    ['Иван', 'Йван'],
    ['किताब', 'कताब'],
  ])('%j and %j are two, and look so', (one, other) => {
    expect(foldName(other)).not.toBe(foldName(one))
    expect(lookAlike(one, other)).toBe(false)
  })

  test.each([
    ['microsoft', 'micr\u043Esoft'],
    ['Microsoft', 'Micr0soft'],
    ['microsoft', 'rnicrosoft'],
    ['Paypal', 'Pаypаl'],
    ['Apple', 'Αpple'],
    ['PayPal', 'PayPaI'],
    ['Apple', 'App\u04C0e'],
    ['apple', 'app1e'],
    ['Noël', 'Noе\u0308l'],
    ['삼성', '삼\u115F성'],
  ])('%j and %j look alike', (one, other) => {
    expect(lookAlike(one, other)).toBe(true)
  })

  test.each<readonly [string, string]>([
    ...[
      'Halden Inc.',
      'Halden, Inc',
      'Halden INCORPORATED',
      'Halden Corp.',
      'Halden Corporation',
      'Halden Co.',
      'Halden Co., Ltd.',
      'Halden Co.,Ltd',
      'Halden Ltd',
      'HALDEN LIMITED',
      'Halden LLC',
      'Halden L.L.C.',
      'Halden GmbH',
      'Halden AG',
      'Halden SA',
      'Halden S.A.',
      'Halden plc',
      'The Halden',
      'The Halden Company',
      '(주)Halden',
      '㈜Halden',
      'Halden ㈜',
      'Halden（주）',
      '주식회사 Halden',
      'Halden주식회사',
      '유한회사 Halden',
      '株式会社Halden',
      'Halden株式会社',
      'Håldén',
      'Hàlden™ Inc',
      'Hаlden Inc',
      'HaIden Inc',
    ].map((other) => ['Halden', other] as const),
    ['Nordwind', 'Nördwind'],
    ['Nordwind AG', 'Nördwind'],
    ['Nestlé S.A.', 'NESTLE'],
    ['Αθήνα', 'Αθηνα'],
    ['New York Times', 'The New York Times Co.'],
    ['(주)할덴', '할덴 주식회사'],
    ['할덴', '(주) 할덴'],
  ])('%j and %j are alike, and two until somebody says otherwise', (one, other) => {
    expect(lookAlike(one, other)).toBe(true)
    expect(foldName(other)).not.toBe(foldName(one))
  })
})

function lookAlike(one: string, other: string): boolean {
  return skeletonsOf(one).some((skeleton) => skeletonsOf(other).includes(skeleton))
}

describe('statements', () => {
  test.each([
    ['Plant closes in May.', 'plant  closes\nin may'],
    ['He said “no”.', 'He said "no"'],
    ['It’s over!', "It's over"],
    ['공장을 닫는다.', '공장을 닫는다。'],
    ['Margins shrank', '"Margins shrank"'],
    ['Margins shrank', 'Margins "shrank"'],
    ['Margins shrank', '”Margins shrank”.'],
    ['Margins shrank', '“Margins shrank.”'],
    ['Margins shrank', 'Margins ‘shrank’,'],
    ['Margins shrank', 'Margins ’shrank’'],
    ['Margins shrank', '« Margins shrank ».'],
    ['Margins shrank', '»Margins« ‹shrank›'],
    ['Margins shrank', 'Margins 「shrank」'],
    ['Margins shrank', '『Margins ｢shrank｣』。'],
    ['Margins shrank', '„Margins shrank“'],
    ['Margins shrank', '〝Margins shrank〟'],
    ['Margins shrank', "``Margins shrank''"],
    ['Margins shrank, they said', '« Margins shrank », they said'],
    ['"It\'s over," he said', 'It’s over, he said.'],
    ["'It's over' he said", 'It’s over, he said'.replace(',', '')],
    ['Margins fell to 5', 'Margins "fell to 5"'],
    ['Margins fell to 5', 'Margins ‘fell to 5’'],
    ['그는 이익이 줄었다고 말했다', "그는 '이익이 줄었다'고 말했다."],
    ['그는 이익이 줄었다고 말했다', '그는 “이익이 줄었다”고 말했다'],
    ['그는 IT라고 말했다', "그는 'IT'라고 말했다"],
    ['利益減少', '「利益」減少、'],
  ])('%j and %j are one', (one, other) => {
    expect(foldStatement(other)).toBe(foldStatement(one))
  })

  test.each([
    ['Profit rose 0.7%', 'Profit rose 07%'],
    ['It changed by -5', 'It changed by 5'],
    ['Plant closes?', 'Plant closes.'],
    ['Plant A closes', 'Plant B closes'],
    ['a b', 'ab'],
    ['Margins shrank', 'Margins shrank?'],
    ['"Margins shrank?"', '"Margins shrank."'],
    ['Margins "did not" shrink', 'Margins did shrink'],
    ["We're there", 'Were there'],
    ["It's dying", 'Its dying'],
    ['The pipe is 5" wide', "The pipe is 5' wide"],
    ['The pipe is 5" wide', 'The pipe is 5 wide'],
    ['The pipes are 5" and 6" wide', "The pipes are 5' and 6' wide"],
    ['It rose .5', 'It rose 5'],
    ['It rose 1,5', 'It rose 15'],
    ['利益減少', '利益増加'],
  ])('%j and %j are two', (one, other) => {
    expect(foldStatement(other)).not.toBe(foldStatement(one))
  })
})

const letter = constantFrom(...'aZßçИо가힣金ﬁ①０Ω ıİ.,-\'"’“”′″«」?\u200B\u0301\u115F'.split(''))
const text = string({ unit: letter, minLength: 1, maxLength: 12 })

describe('what is folded', () => {
  it('stays as it is when it is folded again', () => {
    assert(
      property(text, (any) => {
        for (const folded of [foldName, foldStatement])
          expect(folded(folded(any))).toBe(folded(any))
      }),
      { seed: 23, numRuns: 800 },
    )
  })

  it('is the same for any two spellings', () => {
    const spelling = constantFrom(
      (each: string) => each,
      (each: string) => each.toUpperCase(),
      (each: string) => each.normalize('NFD'),
      (each: string) => each.normalize('NFKC'),
      (each: string) => `${each}\u200B`,
      (each: string) =>
        each.replaceAll(/[!-~]/g, (ascii) =>
          String.fromCodePoint((ascii.codePointAt(0) ?? 0) + 0xfee0),
        ),
    )
    assert(
      property(array(tuple(constantFrom(...'aBß한글7&é'), spelling)), (letters) => {
        const plain = letters.map(([each]) => each).join('')
        const spelled = letters.map(([each, spell]) => spell(each)).join('')
        expect(foldName(spelled)).toBe(foldName(plain))
        expect(foldStatement(spelled)).toBe(foldStatement(plain))
        expect(plain === '' || lookAlike(plain, spelled)).toBe(true)
      }),
      { seed: 24, numRuns: 800 },
    )
  })
})
