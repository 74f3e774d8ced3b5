import { haveAll, type Statement, type Word } from './statement.ts'
import { areOpposed } from './opposites.ts'

/** Nearly all words of a claim are in a sentence that repeats it. */
const coveredMin = 0.7
/** Of so few words, none may be missing. */
const shortMax = 3
/** A word of one syllable says less. */
const syllablePart = 0.5
/** So near the words of a claim, "not" speaks of them. */
const reach = 3

/** With so many words and all of them there, a claim is repeated without its numbers, too. */
const plainMin = 5

/** What a sentence has of a claim. */
export interface Agreement {
  /** Whether it says the same, whatever numbers it names. */
  readonly inWords: boolean
  /** Whether it has the numbers, too. */
  readonly inNumbers: boolean
  /** Whether it leaves numbers out, names no others, and says everything else. */
  readonly isPlain: boolean
  /** How much of the claim it has, by words that say something. */
  readonly covered: number
  /** How many of these words both have. */
  readonly shared: number
}

/**
 * Whether a sentence says what a claim says, by these two texts alone: how common a word is counts for
 * nothing, so that the answer does not depend on what else is on record.
 *
 * @param names of those whom the claim is about and the sentence names, by any name
 */
export function agreementOf(
  sentence: Statement,
  claim: Statement,
  names: readonly string[] = [],
): Agreement {
  const found = claim.words.map((word) => {
    const at = placesFor(word, sentence)
    return { word, at, isNamed: at.length === 0 && isInAName(names, word) }
  })
  const [whole, there] = [weigh(claim.words), weigh(found.filter(isThere).map(({ word }) => word))]
  const covered = whole === 0 ? 0 : there / whole
  const isCovered = claim.words.length <= shortMax ? covered === 1 : covered >= coveredMin
  const inWords =
    isCovered &&
    !found.some((each) => each.word.isName && !isThere(each)) &&
    !areOpposed(sentence.directions, claim.directions) &&
    isSamePolarity(sentence, claim, found) &&
    !isReplaced(sentence, found)
  return {
    inWords,
    inNumbers: haveAll(sentence.numbers, claim.numbers),
    isPlain:
      inWords &&
      covered === 1 &&
      claim.words.length >= plainMin &&
      haveAll(claim.numbers, sentence.numbers),
    covered,
    shared: found.filter(({ at }) => at.length > 0).length,
  }
}

function isInAName(names: readonly string[], { text, keys }: Word): boolean {
  return names.some((name) => name.split(/\s+/u).some((part) => part === text || keys.has(part)))
}

interface FoundWord {
  readonly word: Word
  /** Where the sentence has it. */
  readonly at: readonly number[]
  readonly isNamed: boolean
}

function isThere({ at, isNamed }: FoundWord): boolean {
  return at.length > 0 || isNamed
}

function weigh(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + ([...text].length > 1 ? 1 : syllablePart), 0)
}

/** Korean words are found within others, too: 부채 비율 in 부채비율, and the other way round. */
function placesFor(
  { text, keys, isKorean }: Word,
  { joined, joinedAt, places }: Statement,
): readonly number[] {
  const same = [...keys].flatMap((key) => places.get(key) ?? [])
  if (same.length > 0 || !isKorean) return [...new Set(same)].toSorted((a, b) => a - b)
  const bare = [...keys]
    .filter((key) => !key.startsWith('+'))
    .toSorted((a, b) => a.length - b.length)
  const written = bare.find((key) => key.length > 1) ?? text
  const found: number[] = []
  for (
    let index = joined.indexOf(written);
    index !== -1;
    index = joined.indexOf(written, index + 1)
  ) {
    const at = joinedAt[index]
    // A single syllable is in many words; it counts where one begins.
    if (at !== undefined && (written.length > 1 || joinedAt[index - 1] !== at)) found.push(at)
  }
  return found
}

/** Whether both say "not" of it or neither does, and both that it is denied or neither. */
function isSamePolarity(
  sentence: Statement,
  claim: Statement,
  found: readonly FoundWord[],
): boolean {
  if (sentence.denials > 0 !== claim.denials > 0) return false
  const at = nearest(found)
  const [first, last] = [Math.min(...at) - reach, Math.max(...at) + reach]
  const isNegated = sentence.negations.some((place) => place >= first && place <= last)
  return isNegated === claim.negations.length > 0
}

/** One place of each word, near the others. */
function nearest(found: readonly FoundWord[]): readonly number[] {
  const sure = found.flatMap(({ at }) => (at.length === 1 ? at : []))
  const all = sure.length > 0 ? sure : found.flatMap(({ at }) => at)
  const middle = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return found.flatMap(({ at }) =>
    at.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, 1),
  )
}

/**
 * Whether the sentence says something else where a word of the claim is missing: 포항 for 당진. A word
 * that is only left out is not replaced.
 */
function isReplaced({ words }: Statement, found: readonly FoundWord[]): boolean {
  const taken = new Set(found.flatMap(({ at }) => at))
  const free = words.filter(({ at }) => !taken.has(at)).map(({ at }) => at)
  const last = Math.max(...taken)
  let before: number | undefined
  for (const [index, each] of found.entries()) {
    if (each.at.length > 0) {
      before = each.at.find((at) => before === undefined || at > before) ?? each.at[0]
      continue
    }
    if (each.isNamed) continue
    const next = found.slice(index + 1).find(({ at }) => at.length > 0)
    const after = next?.at.find((at) => before === undefined || at > before) ?? next?.at[0]
    // What follows all the words of the claim may say it of something else.
    if (free.some((at) => at > last || isBetween(at, before, after))) return true
  }
  return false
}

function isBetween(at: number, before = -Infinity, after = Infinity): boolean {
  // In another order, what stands beside either of them may be said instead.
  if (before > after) return Math.abs(at - before) <= 1 || Math.abs(at - after) <= 1
  return at > before && at < after
}
