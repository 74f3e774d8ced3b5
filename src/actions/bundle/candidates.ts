import type { Likeness } from '../../domain/likeness.ts'
import type { LineFault } from './refused-lines.ts'

/** What becomes of a line that likely enters what is there already. */
export type OnDuplicate = 'refuse' | 'join' | 'new'

/** What a candidate is called, for whoever decides whether it is the same. */
export interface CandidateWords {
  readonly type: 'source' | 'report' | 'claim'
  readonly slug?: string
  readonly name?: string
  readonly title?: string
  readonly text?: string
}

/** Something that a line may be a second entry of: on record, or entered by an earlier line. */
export interface Candidate<T> {
  readonly id: string
  readonly line?: number
  readonly traits: T
  readonly words: CandidateWords
}

/** What is entered, by the line that enters it. */
export interface Entering<T> extends Candidate<T> {
  readonly line: number
}

/** How things of one kind are told apart. */
export interface Rules<T> {
  /** By which it is found later. */
  readonly keysOf: (traits: T) => readonly string[]
  /** By which others are looked for. */
  readonly lookupsOf: (traits: T) => readonly string[]
  readonly likenessOf: (one: T, other: T) => readonly Likeness[]
  /** Whether one may take the place of the other without asking anybody. */
  readonly isSurelySame: (one: T, other: T, likeness: readonly Likeness[]) => boolean
  /** Where in what was sent the two met. */
  readonly pointerOf: (one: T, other: T, likeness: readonly Likeness[]) => string
}

/** A candidate as it is answered. */
export interface ShownCandidate extends CandidateWords {
  readonly id?: string
  /** The earlier line of the bundle that enters it. */
  readonly enteredByLine?: number
  readonly met: readonly Likeness[]
}

export interface Judged {
  /** Lines for which something that is there already stands in, by its id. */
  readonly joined: ReadonlyMap<number, string>
  readonly faults: readonly LineFault[]
}

const candidatesMax = 10

/**
 * Finds what lines likely enter a second time, among what is on record and what earlier lines enter.
 *
 * @param own what is amended, of which only what is new about it counts
 * @param advice what to do if it is not the same
 */
export function judgeDuplicates<T>(
  entering: readonly Entering<T>[],
  known: readonly Candidate<T>[],
  rules: Rules<T>,
  { onDuplicate, advice, own }: { onDuplicate: OnDuplicate; advice: string; own?: string },
): Judged {
  const byKey = new Map<string, Candidate<T>[]>()
  const ownKeys = new Set<string>()
  const add = (candidate: Candidate<T>) => {
    for (const key of rules.keysOf(candidate.traits))
      byKey.set(key, [...(byKey.get(key) ?? []), candidate])
  }
  for (const candidate of known) {
    if (candidate.id !== own) add(candidate)
    else for (const key of rules.keysOf(candidate.traits)) ownKeys.add(key)
  }

  const joined = new Map<number, string>()
  const faults: LineFault[] = []
  for (const { line, ...each } of entering) {
    const { traits } = each
    const keys = rules.lookupsOf(traits).filter((key) => !ownKeys.has(key))
    const found = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].flatMap((candidate) => {
      // Whoever sends an id of the record is told that it is taken.
      if (onDuplicate === 'refuse' && candidate.id === each.id) return []
      const met = rules.likenessOf(traits, candidate.traits)
      return met.length > 0 ? [{ candidate, met }] : []
    })
    const [first] = found
    if (!first) add({ ...each, line })
    else if (
      onDuplicate === 'join' &&
      own === undefined &&
      found.length === 1 &&
      rules.isSurelySame(traits, first.candidate.traits, first.met)
    )
      joined.set(line, first.candidate.id)
    else
      faults.push({
        line,
        pointer: rules.pointerOf(traits, first.candidate.traits, first.met),
        code: 'likely-duplicate',
        message: `${found.slice(0, candidatesMax).map(told).join(' ')} ${advice}`,
        isConflict: true,
        likely: found.slice(0, candidatesMax).map(shown),
      })
  }
  return { joined, faults }
}

const reasons: Readonly<Record<Likeness, string>> = {
  name: 'the same name',
  lookalike: 'a name that looks the same',
  wikidataId: 'the same Wikidata item',
  homeDomain: 'the same home domain',
  address: 'the same page',
  statement: 'the same words of the same speaker on the same day',
}

interface Found {
  readonly candidate: Candidate<unknown>
  readonly met: readonly Likeness[]
}

function told({ candidate: { id, line, words }, met }: Found): string {
  const why = met.map((each) => reasons[each]).join(', ')
  return line === undefined
    ? `The ${words.type} ${id} is on record with ${why}.`
    : `The ${words.type} of line ${line} has ${why}.`
}

function shown({ candidate: { id, line, words }, met }: Found): ShownCandidate {
  return { ...words, ...(line === undefined ? { id } : { enteredByLine: line }), met }
}
