import { bareLengthsOfSearch } from './particles.ts'
import { runsOf, textOf, type Run } from './runs.ts'

/** A word or quoted phrase of a search. */
export interface SearchTerm {
  readonly runs: readonly Run[]
  /** Without final Korean particles; the same for a phrase. */
  readonly bare: readonly Run[]
  readonly isPhrase: boolean
  /** What has it is not found. */
  readonly isExcluded: boolean
  /** It together with the word before or after it: "life style" also finds "lifestyle". */
  readonly joined: readonly string[]
}

/** Opening quotation marks and the marks that close them, after folding. */
const quotationMarks: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '‟': '”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '〝': '〞〟',
}

/** The terms of a search. Input without letters or digits is ignored. */
export function searchTerms(query: string): SearchTerm[] {
  const pieces = piecesOf(query).flatMap(apart)
  return withNeighbours(joinedAmounts(pieces.map(termOf).filter(hasLetters)))
}

interface Piece {
  readonly text: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
}

function piecesOf(query: string): Piece[] {
  const letters = [...query.normalize('NFKC')]
  const pieces: Piece[] = []
  let at = 0
  while (at < letters.length) {
    if (isSpace(letters[at])) {
      at += 1
      continue
    }
    const isExcluded = excludes(letters[at], letters[at + 1])
    const from = isExcluded ? at + 1 : at
    const closing = quotationMarks[letters[from] ?? '']
    const end =
      closing === undefined
        ? -1
        : letters.findIndex((each, index) => index > from && closing.includes(each))
    if (end > from) {
      pieces.push({ text: letters.slice(from + 1, end).join(''), isPhrase: true, isExcluded })
      at = end + 1
    } else {
      let to = from + 1
      while (to < letters.length && !isSpace(letters[to]) && !isOpening(letters[to])) to += 1
      pieces.push({ text: letters.slice(from, to).join(''), isPhrase: false, isExcluded })
      at = to
    }
  }
  return pieces
}

/** Before a digit, it is a sign: "-0.71%" is what a share lost. */
function excludes(letter: string | undefined, next: string | undefined): boolean {
  return /[-−–]/u.test(letter ?? '') && !isSpace(next) && !/\p{Nd}/u.test(next ?? '')
}

/** Whether nothing, or a space, is there. */
function isSpace(letter: string | undefined): boolean {
  return letter === undefined || /\s/u.test(letter)
}

/** Apostrophes are inside words, too. */
function isOpening(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '‘' && letter !== '‚' && letter in quotationMarks
}

/** Between letters, these join words that are searched for one by one: 공항,인천 and 공항·인천. */
const separators = /(?<=\p{L})[,/·、|&+;]+(?=\p{L})|(?<=\p{Lo})[-‐‑–](?=\p{Lo})/u

/** "AT&T", 한·미 and the like are names, so what has one letter stays together. */
function apart(piece: Piece): Piece[] {
  if (piece.isPhrase || piece.isExcluded) return [piece]
  const parts = piece.text.split(separators)
  if (parts.some((part) => /^\P{L}*\p{L}\P{L}*$/u.test(part))) return [piece]
  return parts.map((text) => ({ ...piece, text }))
}

function termOf({ text, ...piece }: Piece): SearchTerm {
  const runs = runsOf(text)
  return { ...piece, runs, bare: piece.isPhrase ? runs : bareOf(runs), joined: [] }
}

function hasLetters({ runs }: SearchTerm): boolean {
  return runs.length > 0
}

/** After digits, these are particles; 만, 도, 과 and the like are also units: 3만, 5도. */
const afterNumber = /^(?:은|는|을|를|의|에|에서|까지|부터|보다)$/
const afterWord = 0
const afterNothing = 2

function bareOf(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1)
  if (last?.kind !== 'syllables') return runs
  const before = last.isGlued ? runs.at(-2) : undefined
  const word = last.letters.join('')
  if (before?.kind === 'number' || before?.kind === 'sign')
    return afterNumber.test(word) ? runs.slice(0, -1) : withLast(runs, last, 1)
  return withLast(runs, last, before ? afterWord : afterNothing)
}

function withLast(
  runs: readonly Run[],
  last: Extract<Run, { kind: 'syllables' }>,
  shortest: number,
): readonly Run[] {
  const length = bareLengthsOfSearch(last.letters, shortest).at(-1)
  if (length === undefined) return runs
  if (length === 0) return runs.slice(0, -1)
  return [...runs.slice(0, -1), { ...last, letters: last.letters.slice(0, length) }]
}

function withNeighbours(terms: readonly SearchTerm[]): SearchTerm[] {
  const words = terms.map(wordOf)
  return terms.map((term, index) => {
    const [before, own, after] = [words[index - 1], words[index], words[index + 1]]
    if (own === undefined) return term
    return {
      ...term,
      joined: [before && `${before}${own}`, after && `${own}${after}`].filter(isText),
    }
  })
}

/** The word of a term that is one. */
function wordOf({ runs, isPhrase, isExcluded }: SearchTerm): string | undefined {
  const [run, ...others] = runs
  const isOne = others.length === 0 && !isPhrase && !isExcluded
  return isOne && run?.kind === 'word' && run.parts.length === 0 ? run.word : undefined
}

function isText(text: string | undefined): text is string {
  return text !== undefined
}

/** Units after which an amount or a date goes on: 1조 2000억, 4월 5일. */
const continued = /^(?:조|억|만|천|년|월|일|시|분)$/

/** An amount or date in several words is one term: "4월 5일" does not find "4월 15일 … 5일". */
function joinedAmounts(terms: readonly SearchTerm[]): SearchTerm[] {
  const joined: SearchTerm[] = []
  for (const term of terms) {
    const before = joined.at(-1)
    if (before && goesOn(before) && beginsWithNumber(term) && isSameKind(before, term))
      joined.splice(-1, 1, {
        ...term,
        runs: [...before.runs, ...term.runs],
        bare: [...before.runs, ...term.bare],
      })
    else joined.push(term)
  }
  return joined
}

function isSameKind(one: SearchTerm, other: SearchTerm): boolean {
  return one.isExcluded === other.isExcluded && !one.isPhrase && !other.isPhrase
}

function goesOn({ runs }: SearchTerm): boolean {
  const [number, unit] = runs.slice(-2)
  return (
    number?.kind === 'number' && unit?.kind === 'syllables' && continued.test(unit.letters.join(''))
  )
}

function beginsWithNumber({ runs }: SearchTerm): boolean {
  return runs[0]?.kind === 'number' && runs.length > 1
}

/** A text by which names are compared: its runs, apart. */
export function nameKey(text: string): string {
  return runsOf(text).map(textOf).join(' ')
}
