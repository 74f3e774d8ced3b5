import type { Likeness } from '../../domain/likeness.ts'
import type { Meter } from '../record/meter.ts'
import type { LineFault } from './refused-lines.ts'
import type { CandidateWords, ShownCandidate } from './shown-candidate.ts'

/** What to do about likely duplicates, and what advice a refusal gives. */
export interface DuplicatePolicy {
  readonly onDuplicate: OnDuplicate
  readonly advice: string
  /** The advice if an amendment makes two entries alike. */
  readonly amendingAdvice: string
}

/** What to do with a line that is likely a duplicate. */
export type OnDuplicate = 'refuse' | 'join' | 'new'

/**
 * An entry that a line may duplicate: on record, or entered by an earlier line. A merged entry is a
 * candidate beside its survivor, with the same id.
 */
export interface Candidate<T> {
  readonly id: string
  readonly line?: number
  readonly isAmended?: boolean
  readonly traits: T
  readonly words: CandidateWords
}

/** An entry or amendment, with its line. */
export interface Entering<T> extends Candidate<T> {
  readonly line: number
  /** It is already on record, and only its changes count. */
  readonly isAmended: boolean
}

/** How entries of one kind are compared. */
export interface Rules<T> {
  /** Keys under which it is found later. */
  readonly keysOf: (traits: T) => readonly string[]
  /** Keys under which to look for others. */
  readonly lookupsOf: (traits: T) => readonly string[]
  readonly likenessOf: (one: T, other: T) => readonly Likeness[]
  /** Whether one may take the place of the other without asking. */
  readonly isSurelySame: (one: T, other: T, likeness: readonly Likeness[]) => boolean
  /** Where in the input the match is. */
  readonly pointerOf: (one: T, other: T, likeness: readonly Likeness[]) => string
}

export interface Judged {
  /** Lines replaced by an existing entry, with its id. */
  readonly joined: ReadonlyMap<number, string>
  readonly faults: readonly LineFault[]
}

const candidatesMax = 10

/**
 * How many entries to compare per key; any of them are reason enough to ask, whatever was confirmed
 * before.
 */
const comparedMax = 20

/**
 * Finds lines that likely duplicate an entry, or make one alike by amending it, on record or in
 * earlier lines.
 *
 * @param advice what to do if it is not the same
 */
export function judgeDuplicates<T>(
  entering: readonly Entering<T>[],
  known: readonly Candidate<T>[],
  rules: Rules<T>,
  { onDuplicate, advice, amendingAdvice, meter }: DuplicatePolicy & { readonly meter: Meter },
): Judged {
  const byKey = new Map<string, Candidate<T>[]>()
  const before = new Map<string, string[]>()
  const add = (candidate: Candidate<T>) => {
    for (const key of rules.keysOf(candidate.traits)) {
      const others = byKey.get(key) ?? []
      if (others.length < comparedMax) others.push(candidate)
      byKey.set(key, others)
    }
  }
  for (const candidate of meter.each(known)) {
    add(candidate)
    const own = before.get(candidate.id) ?? []
    own.push(...rules.lookupsOf(candidate.traits))
    before.set(candidate.id, own)
  }

  const joined = new Map<number, string>()
  const faults: LineFault[] = []
  for (const each of meter.each(entering)) {
    const { line, traits, isAmended } = each
    const own = new Set(isAmended ? before.get(each.id) : [])
    const keys = rules.lookupsOf(traits).filter((key) => !own.has(key))
    const candidates = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]
      // An id that is on record is refused as taken, elsewhere.
      .filter(({ id }) => id !== each.id || (onDuplicate === 'join' && !isAmended))
    const found = [...Map.groupBy(candidates, ({ id }) => id).values()].flatMap((entries) =>
      alike(entries, traits, rules),
    )
    const [first] = found
    if (!first) add(each)
    else if (onDuplicate === 'join' && !isAmended && found.length === 1 && first.isSure)
      joined.set(line, first.candidate.id)
    else
      faults.push({
        line,
        pointer: first.pointer,
        code: 'likely-duplicate',
        message: `${found.slice(0, candidatesMax).map(describe).join(' ')} ${isAmended ? amendingAdvice : advice}`,
        isConflict: true,
        likely: found.slice(0, candidatesMax).map(shown),
      })
  }
  return { joined, faults }
}

/** What the entries of one thing share with the input; nothing if they share nothing. */
function alike<T>(entries: readonly Candidate<T>[], traits: T, rules: Rules<T>): Found[] {
  const alike = entries.flatMap((candidate) => {
    const met = rules.likenessOf(traits, candidate.traits)
    return met.length > 0 ? [{ candidate, met }] : []
  })
  const [first] = alike
  if (!first) return []
  return [
    {
      candidate: first.candidate,
      met: [...new Set(alike.flatMap(({ met }) => met))],
      isSure: alike.some(({ candidate, met }) => rules.isSurelySame(traits, candidate.traits, met)),
      pointer: rules.pointerOf(traits, first.candidate.traits, first.met),
    },
  ]
}

const reasons: Readonly<Record<Likeness, string>> = {
  name: 'the same name',
  lookalike: 'a name that looks almost the same',
  wikidataId: 'the same Wikidata item',
  homeDomain: 'the same home domain',
  address: 'the same page',
  statement: 'the same words by the same speaker, on the same day or without a date',
}

interface Found {
  readonly candidate: Candidate<unknown>
  readonly met: readonly Likeness[]
  readonly isSure: boolean
  readonly pointer: string
}

function describe({ candidate: { id, line, words }, met }: Found): string {
  const why = met.map((each) => reasons[each]).join(', ')
  return line === undefined
    ? `The ${words.type} ${id} is on record with ${why}.`
    : `The ${words.type} of line ${line} has ${why}.`
}

function shown({ candidate: { id, line, words, isAmended }, met }: Found): ShownCandidate {
  const isOnRecord = line === undefined || isAmended
  return { ...words, ...(isOnRecord ? { id } : { enteredByLine: line }), met }
}
