import { foldName, foldStatement, skeletonsOf } from './folding.ts'
import { homeDomain } from './home-domain.ts'
import { pageAddress } from './page-address.ts'
import { startOf } from './world-date.ts'

/** What two entries share, so that they are likely the same thing. */
export const likenesses = [
  'name',
  'lookalike',
  'wikidataId',
  'homeDomain',
  'address',
  'statement',
] as const
export type Likeness = (typeof likenesses)[number]

/** What identifies a party. */
export interface SourceTraits {
  /** Its name, its names in other languages, and its aliases. */
  readonly names: readonly string[]
  readonly wikidataId: string | null
  readonly url: string | null
}

/**
 * Search keys that another entry of the party would share; names with a common skeleton may be
 * spelled the same.
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

/** What one speaker said, and when. */
export interface StatementTraits {
  readonly text: string
  readonly assertedAt: string | null
}

/**
 * What identical statements share: their words, and their day as written. The day is empty for an
 * undated statement; `any` matches every day.
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

/** Texts compared many times are folded once. */
const foldedWords = new WeakMap<StatementTraits, string>()

function wordsOf(statement: StatementTraits): string {
  const words = foldedWords.get(statement) ?? foldStatement(statement.text)
  foldedWords.set(statement, words)
  return words
}

/**
 * The keys that the same statement may have. The day of an instant depends on the zone in which it
 * was written; if either has no date, the words suffice.
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
 * Whether the same words were said on the same day as written, or at the same instant, or one of
 * the times is unknown.
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

/** A date without its time of day. */
function dayOf(date: string | null): string {
  return date?.replace(/T.*$/, '') ?? ''
}
