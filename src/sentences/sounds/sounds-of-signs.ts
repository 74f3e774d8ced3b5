import { digitsSound, type Sound } from './foreign-sounds.ts'

/** Symbols that are read aloud. */
export const symbols: Readonly<Record<string, Sound>> = {
  '%': 'vowel', // 퍼센트
  '‰': 'vowel', // 퍼밀
  '°': 'vowel', // 도
  '℃': 'vowel', // 도
  '℉': 'vowel', // 도
  '+': 'vowel', // 플러스
  '&': 'vowel', // 앤드
  '#': 'consonant', // 샵
  $: 'vowel', // 달러
  '€': 'vowel', // 유로
  '£': 'vowel', // 파운드
  '₩': 'consonant', // 원
  '¥': 'consonant', // 엔, 위안
  '²': 'consonant', // 제곱
  '³': 'consonant', // 세제곱
  '½': 'rieul', // 이분의 일
  '⅓': 'rieul', // 삼분의 일
  '¼': 'rieul', // 사분의 일
  '⅔': 'vowel', // 삼분의 이
  '¾': 'consonant', // 사분의 삼
}

/** Units whose Korean names end otherwise than their letters do. */
const units: Readonly<Record<string, Sound>> = {
  ...each('m km cm mm nm μm m2 km2 cm2 m² km² cm² m3 cm3 m³ cm³', 'vowel'), // 미터
  ...each('l L ml mL dl dL kl kL', 'vowel'), // 리터
  ...each('cal kcal', 'vowel'), // 칼로리
  in: 'vowel', // 인치
  ...each('g kg mg μg', 'consonant'), // 그램
  ...each('t kt Mt', 'consonant'), // 톤
  h: 'consonant', // 시간
  ...each('dB', 'rieul'), // 데시벨
  ...each('Pa hPa kPa MPa', 'rieul'), // 파스칼
  ...each('J kJ MJ', 'rieul'), // 줄
}

const unitAtEnd = /(?:^|[^\p{L}\d.,])\d[\d.,]*(?:[십백천만억조]+)? ?(?<unit>[A-Za-zμ]+[23²³]?)$/u

/** How a unit after a number ends: "10km" is 십 킬로미터. */
export function unitSound(words: string): Sound | undefined {
  const unit = unitAtEnd.exec(words.replaceAll('µ', 'μ'))?.groups?.['unit']
  return unit === undefined ? undefined : units[unit]
}

/** Ⅰ to Ⅻ, and ⅰ to ⅻ, which have code points of their own. */
const romanSigns = /[\u2160-\u216b\u2170-\u217b]$/
const romanLetters = /(?<![\p{L}\p{N}])(?<tens>X{0,3})(?<ones>I{2,3}|I?V|VI{1,3}|IX|I)$/u
const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/** How a Roman numeral ends, which is read as a number: Ⅲ is 삼. A single letter is a letter. */
export function romanSound(words: string): Sound | undefined {
  const sign = romanSigns.exec(words)?.[0]
  if (sign !== undefined) return digitsSound(String(((sign.codePointAt(0) ?? 0) % 16) + 1))
  const found = romanLetters.exec(words)
  if (found === null || found[0].length === 1) return undefined
  const { tens = '', ones: rest = '' } = found.groups ?? {}
  return digitsSound(String(tens.length * 10 + ones.indexOf(rest)))
}

/** The names of Greek letters end in a vowel, but for 엡실론, 오미크론 and 입실론. */
export function greekSound(letter: string): Sound {
  return /[εουΕΟΥ]/.test(letter) ? 'consonant' : 'vowel'
}

/** Letters and digits that have signs of their own, such as ㎞, １ and ①, written out. */
export function writtenOut(words: string): string {
  return words.replaceAll(/[\u2460-\u2473\u3371-\u33df\uff01-\uff5e\uffe0-\uffe6]/g, (sign) =>
    sign.normalize('NFKC'),
  )
}

function each(spellings: string, sound: Sound): Readonly<Record<string, Sound>> {
  return Object.fromEntries(spellings.split(' ').map((spelling) => [spelling, sound]))
}
