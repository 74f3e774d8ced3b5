import { formatDecimal, parseDecimal, timesTenTo } from '../../domain/decimal.ts'
import { bareLengths } from '../../domain/search/particles.ts'
import { stemOf, stemToken } from '../../domain/search/stems.ts'
import { runsOf, textOf, type Run } from '../../domain/search/runs.ts'
import { koreanScales } from '../../domain/units.ts'
import { koreanKeys } from './korean-words.ts'
import { directionsOf } from './opposites.ts'
import { denialsIn, isNegation, withoutDenials } from './polarity.ts'
import { isFiller } from './fillers.ts'

/** A word of a statement that says something by itself. */
export interface Word {
  /** Among all words of the text, so that neighbours can be told. */
  readonly at: number
  readonly text: string
  /** What it is compared by: words are alike if they have one in common. */
  readonly keys: ReadonlySet<string>
  readonly isKorean: boolean
  /** In Latin letters, with a capital within a sentence. */
  readonly isName: boolean
}

/** A number with its scale: 2,400억 is 240000000000. */
export interface Amount {
  readonly value: string
  /** The counter after it, if it has one: 9명 is not 9월. */
  readonly unit: string
}

/** What a sentence or a claim says, as far as its words tell. */
export interface Statement {
  readonly words: readonly Word[]
  /** Its numbers. */
  readonly numbers: readonly Amount[]
  /** Where a word says that something is not so. */
  readonly negations: readonly number[]
  /** How often it says that something is denied or was taken back. */
  readonly denials: number
  /** Which of two opposites it speaks of. */
  readonly directions: ReadonlyMap<number, 0 | 1>
  /** Its Korean letters without spaces, with the word of each. */
  readonly joined: string
  /** Where each key of a word stands. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly joinedAt: readonly number[]
}

export function statementOf(text: string): Statement {
  const runs = runsOf(text)
  const names = namesIn(text)
  const words: Word[] = []
  const numbers: Amount[] = []
  const negations: number[] = []
  const spoken: string[] = []
  let joined = ''
  const joinedAt: number[] = []
  for (const [at, run] of runs.entries()) {
    const before = run.isGlued ? runs[at - 1]?.kind : undefined
    if (run.kind === 'number') numbers.push(amountOf(run.number, runs.slice(at + 1, at + 3)))
    if (run.kind === 'syllables') {
      const word = run.letters.join('')
      joined += word
      for (let nth = 0; nth < word.length; nth++) joinedAt.push(at)
      if (before === 'number' || before === 'sign') continue
      if (before === 'word' && bareLengths(run.letters, 0).includes(0)) continue
      spoken.push(word)
      if (isNegation(word) || isFiller(word)) continue
      words.push({ at, text: word, keys: koreanKeys(run.letters), isKorean: true, isName: false })
    }
    if (run.kind === 'word') {
      spoken.push(run.word)
      if (isNegation(run.word) || isFiller(run.word)) continue
      const isName = names.has(run.word)
      words.push({ at, text: run.word, keys: latinKeys(run), isKorean: false, isName })
    }
  }
  const left = runsOf(withoutDenials(text))
  const isDenied = left.length < runs.length
  for (const [at, run] of runs.entries())
    if (isNegation(wordOf(run)) && (!isDenied || left.some((each) => wordOf(each) === wordOf(run))))
      negations.push(at)
  return {
    words,
    numbers,
    negations,
    denials: denialsIn(text),
    directions: directionsOf(spoken),
    joined,
    joinedAt,
    places: placesOf(words),
  }
}

function placesOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const { at, keys } of words)
    for (const key of keys) {
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  return places
}

function wordOf(run: Run): string {
  if (run.kind === 'syllables') return run.letters.join('')
  return run.kind === 'word' ? run.word : ''
}

function latinKeys({ word, parts }: Extract<Run, { kind: 'word' }>): ReadonlySet<string> {
  const all = [word, ...parts]
  return new Set([
    ...all,
    ...all.flatMap((each) => {
      const stem = stemOf(each)
      return stem === undefined ? [] : [stemToken(stem)]
    }),
  ])
}

const powers = new Map(Object.entries({ ...koreanScales.small, ...koreanScales.large }))

const counters = new Set('명개건대곳회부권주년월일시분초원달톤배위차호세살층석표인점'.split(''))
const percent = /^(?:퍼센트|프로|percent|pct|per$)/u

/** Numbers that are too long are as they are written. */
function amountOf(number: string, [next, then]: readonly Run[]): Amount {
  let power = 0
  let rest = next && textOf(next)
  if (next?.kind === 'syllables') {
    const [...letters] = next.letters
    while (letters[0] !== undefined && powers.has(letters[0]))
      power += powers.get(letters.shift() ?? '') ?? 0
    rest = letters.join('')
    if (rest === '' && power > 0 && then) rest = textOf(then)
  }
  const unit = rest === undefined ? '' : rest === '%' || percent.test(rest) ? '%' : rest.charAt(0)
  return { value: valueOf(number, power), unit: unit === '%' || counters.has(unit) ? unit : '' }
}

function valueOf(number: string, power: number): string {
  if (!/^\d{1,30}(?:\.\d{1,30})?$/.test(number)) return number
  return formatDecimal(timesTenTo(parseDecimal(number), power))
}

/** Whether some amounts have all of others. */
export function haveAll(some: readonly Amount[], others: readonly Amount[]): boolean {
  return others.every(({ value, unit }) =>
    some.some((each) => {
      const isSameUnit = each.unit === unit || each.unit === '' || unit === ''
      return each.value === value && isSameUnit
    }),
  )
}

/** Words in Latin letters that have a capital where no sentence begins; headings have many. */
function namesIn(text: string): ReadonlySet<string> {
  const capital = text.match(/(?<=[\p{L}\p{N},;:)"'”’]\s)\p{Lu}[\p{L}\p{N}]+/gu) ?? []
  const small = text.match(/\b\p{Ll}[\p{L}]{3,}/gu) ?? []
  return new Set(capital.length > small.length ? [] : capital.map((name) => name.toLowerCase()))
}
