import { bareLengths } from '../../domain/search/particles.ts'

/** Syllables come in blocks of 28 for each vowel, and 21 vowels for each first consonant. */
const [firstSyllable, lastSyllable, finals, vowels] = [0xac00, 0xd7a3, 28, 21]
const [noFinal, nieun, rieul, mieum, bieup, doubleSiot] = [0, 4, 8, 16, 17, 20]
const onsets = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** Endings that only verbs have. */
const verbal =
  /(?:습니다|니다|다고|다는|다며|다면서|다던|다|고|며|면서|면|던|지|지만|려고|도록|는데|자고|냐고|기로)$/u
/** Endings that nouns have, too, as particles. */
const shared = /(?:은|는|라고|라며|라는|으로|기)$/u

/**
 * What a Korean word is compared by: itself, without its particles, and what stays of it if it is a
 * verb. Two words are alike if they have any of these in common: 다쳤다고 and 다친, 해고했다 and 해고를.
 */
export function koreanKeys(letters: readonly string[]): ReadonlySet<string> {
  const word = letters.join('')
  const keys = new Set([word])
  for (const length of bareLengths(letters, 1)) keys.add(letters.slice(0, length).join(''))
  for (const stem of stemsOf(letters)) {
    keys.add(`+${stem}`)
    const noun = /^(?<noun>..+)[ㅎㄷ]$/u.exec(stem)?.groups?.['noun']
    if (noun !== undefined) keys.add(noun)
  }
  return keys
}

/** A verb up to the first sound of the syllable that changes: 떨어졌다 and 떨어진 are 떨어ㅈ. */
function stemsOf(letters: readonly string[]): readonly string[] {
  const past = letters.findIndex(
    (letter, index) => index > 0 && finalOf(letter) === doubleSiot && letter !== '있',
  )
  if (past !== -1) return stemsBefore(letters.slice(0, past + 1), true)
  const word = letters.join('')
  const verb = word.replace(verbal, '')
  if (verb !== word) return stemsBefore([...verb], false)
  const ambiguous = word.replace(shared, '')
  if (ambiguous !== word) {
    const left = [...ambiguous]
    return left.length > 2 ? stemsBefore(left, false) : []
  }
  return isAttributive(letters.at(-1)) ? stemsBefore(letters, false) : []
}

function stemsBefore(letters: readonly string[], isPast: boolean): readonly string[] {
  const last = letters.at(-1)
  const before = letters.slice(0, -1).join('')
  const onset = last === undefined ? undefined : onsetOf(last)
  if (onset === undefined) return []
  // 늘었다 has the stem of 늘고.
  if (isPast && onset === 'ㅇ') return [before]
  const whole =
    isPast || isAttributive(last) || finalOf(last) === noFinal ? [] : [`${before}${last}`]
  return before === '' ? [`${last}`] : [...whole, `${before}${onset}`]
}

/** Whether a syllable may end a verb before a noun: 다친, 오를, 줄임. */
function isAttributive(letter: string | undefined): boolean {
  const final = finalOf(letter)
  return final === nieun || final === rieul || final === mieum || final === bieup
}

function finalOf(letter: string | undefined): number | undefined {
  const code = letter?.codePointAt(0) ?? 0
  return code < firstSyllable || code > lastSyllable ? undefined : (code - firstSyllable) % finals
}

function onsetOf(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (code < firstSyllable || code > lastSyllable) return undefined
  return onsets[Math.floor((code - firstSyllable) / (finals * vowels))]
}
