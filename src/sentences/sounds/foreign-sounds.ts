export type Sound = 'vowel' | 'rieul' | 'consonant'

/** 영 일 이 삼 사 오 육 칠 팔 구. */
const digits: readonly Sound[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
]

/** How a number ends when read in Korean: "50" is 오십, "5.1" 오 점 일, "10000" 만. */
export function digitsSound(number: string): Sound {
  const plain = number.replaceAll(',', '')
  const zeros = plain.includes('.') ? 0 : (/[1-9](0+)$/.exec(plain)?.[1]?.length ?? 0)
  // 십 백 천 만 억 경 end in a consonant; 조, at twelve zeros, does not.
  if (zeros > 0) return zeros >= 12 && zeros < 16 ? 'vowel' : 'consonant'
  return digits[Number(plain.at(-1))] ?? 'consonant'
}

/** The letters whose Korean names end in a consonant: 엘 엠 엔 알. */
const letterNames: Readonly<Record<string, Sound>> = {
  L: 'rieul',
  M: 'consonant',
  N: 'consonant',
  R: 'rieul',
}

/**
 * How words of Latin letters end as Korean writes them, first rule that fits. A short vowel closes
 * the syllable with the stop after it (챗, 슬랙); a long one does not (시크, 나이키).
 */
const endings: readonly (readonly [RegExp, Sound])[] = [
  [/le?$/, 'rieul'], // 구글, 인텔
  [/[mn]e?$|ng$|mb$/, 'consonant'], // 아마존, 넵튠, 뱅크오브잉글랜드의 잉
  [/[aeiou]ck$|ook$/, 'consonant'], // 슬랙, 페이스북
  [/(?:^|[^aeiou])[aeiou][ptkc]$/, 'consonant'], // 스냅, 코파일럿, 틱톡, 에픽
  [/(?:group|web|lab|grab|club)$/, 'consonant'], // 그룹, 웹, 랩, 그랩, 클럽
]

/** How a run of Latin letters ends: capitals are read letter by letter, the rest as a word. */
export function latinSound(letters: string): Sound {
  const plain = letters.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const isWord = /[a-z]$/.test(plain) ? plain.length > 1 : /^[A-Z]{5,}$/.test(plain)
  if (!isWord) return letterNames[plain.slice(-1).toUpperCase()] ?? 'vowel'
  // An accented last vowel is sounded: 네슬레.
  if (/\p{M}$/u.test(letters.normalize('NFD'))) return 'vowel'
  return endings.find(([ending]) => ending.test(plain.toLowerCase()))?.[1] ?? 'vowel'
}
