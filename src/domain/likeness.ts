import { foldName, foldStatement, skeletonsOf } from './folding.ts'
import { homeDomain } from './home-domain.ts'
import { pageAddress } from './page-address.ts'
import { startOf } from './world-date.ts'

/** The features by which two entries are recognised as likely the same thing. */
export const likenesses = [
  'name',
  'lookalike',
  'wikidataId',
  'homeDomain',
  'address',
  'statement',
] as const
export type Likeness = (typeof likenesses)[number]

/** The features by which a source is recognised. */
export interface SourceTraits {
  /** Its name, its names in other languages, and its aliases. */
  readonly names: readonly string[]
  readonly wikidataId: string | null
  readonly url: string | null
}

/**
 * The search keys of a source. Entries of the same source are expected to share one. Names that are
 * spelled the same always share a skeleton, so they need no key of their own.
 */
export function sourceKeys({ names, wikidataId, url }: SourceTraits): readonly string[] {
  const home = url === null ? undefined : homeDomain(url)
  return [...new Set(names.filter((name) => foldName(name) !== '').flatMap(skeletonsOf))]
    .map((skeleton) => `look ${skeleton}`)
    .concat(
      wikidataId === null ? [] : [`item ${wikidataId}`],
      home === undefined ? [] : [`home ${home}`],
    )
}

export function likenessOfSources(one: SourceTraits, other: SourceTraits): readonly Likeness[] {
  const shared = new Set(sourceKeys(one)).intersection(new Set(sourceKeys(other)))
  const has = (kind: string) => [...shared].some((key) => key.startsWith(`${kind} `))
  const spellings = new Set(one.names.map(foldName))
  const isNamed = other.names.some((name) => spellings.has(foldName(name)))
  return [
    ...(isNamed ? (['name'] as const) : has('look') ? (['lookalike'] as const) : []),
    ...(has('item') ? (['wikidataId'] as const) : []),
    ...(has('home') ? (['homeDomain'] as const) : []),
  ]
}

/** The pages of a report, normalised for comparison. */
export function reportPages(addresses: readonly (string | null)[]): readonly string[] {
  return [...new Set(addresses.flatMap((url) => (url === null ? [] : [pageAddress(url)])))]
}

/** The features by which a speaker's statement is recognised. */
export interface StatementTraits {
  readonly text: string
  readonly assertedAt: string | null
}

/**
 * The search key of a statement: its folded words, and its date as written, without the time of day.
 * The day of an undated statement is empty; `any` matches every day.
 */
export interface StatementKey {
  readonly words: string
  readonly day: string
}

export const anyDay = 'any'

export function statementKey(statement: StatementTraits): StatementKey | undefined {
  const words = wordsOf(statement)
  return words === '' ? undefined : { words, day: dayOf(statement.assertedAt) }
}

/** Memoised, because a statement is compared many times. */
const foldedWords = new WeakMap<StatementTraits, string>()

function wordsOf(statement: StatementTraits): string {
  const words = foldedWords.get(statement) ?? foldStatement(statement.text)
  foldedWords.set(statement, words)
  return words
}

/**
 * The keys under which other entries of the same statement may be found. An instant has another day
 * in another time zone, so neighbouring days are included. If either entry is undated, the words
 * alone decide.
 */
export function statementKeys(statement: StatementTraits): readonly StatementKey[] {
  const key = statementKey(statement)
  if (key === undefined) return []
  const { words, day } = key
  if (day === '') return [{ words, day: anyDay }]
  const start = instantOf(statement)
  const nearby = start === undefined ? [] : [-1, 0, 1].map((days) => utcDay(start + days * dayMs))
  return [...new Set([day, ...nearby, ''])].map((each) => ({ words, day: each }))
}

/**
 * Whether two statements have the same words and the same time: the same day as written, the same
 * instant, or an unknown time in either.
 */
export function isSameStatement(one: StatementTraits, other: StatementTraits): boolean {
  if (wordsOf(one) !== wordsOf(other)) return false
  if (one.assertedAt === null || other.assertedAt === null) return true
  if (dayOf(one.assertedAt) === dayOf(other.assertedAt)) return true
  const instant = instantOf(one)
  return instant !== undefined && instant === instantOf(other)
}

function instantOf({ assertedAt }: StatementTraits): number | undefined {
  return assertedAt?.includes('T') ? startOf(assertedAt) : undefined
}

const dayMs = 86_400_000

function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** A date without its time of day; empty if there is none. */
function dayOf(date: string | null): string {
  return date?.split('T', 1)[0] ?? ''
}
