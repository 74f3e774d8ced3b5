/** What a word must end in before a particle. */
type After = 'any' | 'consonant' | 'vowel' | 'vowelOrRieul'

/** Korean particles, and the endings by which reported words and lists are attached to nouns. */
const particles: readonly (readonly [After, string])[] = [
  [
    'any',
    '의 에 도 만 들 께 뿐 엔 에서 에게 한테 께서 까지 부터 보다 처럼 조차 마저 밖에 마다 대로 만큼',
  ],
  ['any', '에선 에겐 에서의 에게서 한테서'],
  ['consonant', '은 이 을 과 으로 으론 이나 이며 이란 이라 이랑 이라고 이라는 이라며 이라도'],
  ['consonant', '으로서 으로써 으로부터'],
  ['vowel', '는 가 를 와 나 며 란 라 랑 라고 라는 라며 라도'],
  ['vowelOrRieul', '로 론 로서 로써 로부터'],
]

/**
 * The forms of 이다, which make a sentence of a noun: 공항이다, 학교였다. Many words end like that, so
 * they are cut from what is searched for, and never from what is indexed.
 */
const copula: readonly (readonly [After, string])[] = [
  [
    'any',
    '이다 입니다 이지만 인데 이고 이라서 이므로 이에요 이었다 이었던 이었지만 인가 인지 일까',
  ],
  ['vowel', '였다 였던 였지만 예요 라서'],
]

const known = byEnding(particles)
const knownInSearches = byEnding([...particles, ...copula])

function byEnding(endings: readonly (readonly [After, string])[]): ReadonlyMap<string, After> {
  return new Map(
    endings.flatMap(([after, words]) => words.split(' ').map((word) => [word, after] as const)),
  )
}

const longest = 4
/** 에서는 is one particle after another, and so is 만으로도. */
const stackedMax = 3

/**
 * The lengths that a word has without the particles it may end in, one after the other, longest
 * first. A particle is only cut where the syllable before it allows it: 사과 (apple) keeps its 과,
 * and 은행과 does not. 어린이 may still lose its 이, so the word as typed counts first.
 *
 * @param shortest the length that must be left
 */
export function bareLengths(word: readonly string[], shortest: number): number[] {
  return lengthsWithout(known, word, shortest)
}

/** The same of a word that is searched for, which may also end in a form of 이다. */
export function bareLengthsOfSearch(word: readonly string[], shortest: number): number[] {
  return lengthsWithout(knownInSearches, word, shortest)
}

function lengthsWithout(
  endings: ReadonlyMap<string, After>,
  word: readonly string[],
  shortest: number,
): number[] {
  const lengths = new Set<number>()
  let ends = new Set([word.length])
  for (let stacked = 0; stacked < stackedMax && ends.size > 0; stacked++) {
    const shorter = new Set<number>()
    for (const end of ends)
      for (let size = 1; size <= longest; size++) {
        const left = end - size
        if (left < shortest || lengths.has(left)) continue
        const after = endings.get(word.slice(left, end).join(''))
        if (after !== undefined && allows(word[left - 1], after)) shorter.add(left)
      }
    for (const length of shorter) lengths.add(length)
    ends = shorter
  }
  return [...lengths].toSorted((a, b) => b - a)
}

const rieul = 8

/** What is no Korean syllable, such as a Latin letter, may be read either way. */
function allows(before: string | undefined, after: After): boolean {
  const code = before?.codePointAt(0) ?? 0
  if (after === 'any' || code < 0xac00 || code > 0xd7a3) return true
  // Syllables come in blocks of 28, one per final consonant; the first has none.
  const final = (code - 0xac00) % 28
  if (after === 'consonant') return final !== 0
  return final === 0 || (after === 'vowelOrRieul' && final === rieul)
}
