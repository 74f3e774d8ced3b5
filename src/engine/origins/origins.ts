import type { ClaimId, SourceId } from '../../domain/ids.ts'
import type { Attribution } from '../../domain/kinds.ts'
import { compareStarts, isCertainlyEarlier, type WorldTime } from '../../domain/world-time.ts'
import { areOfOneVoice, interestsOf } from '../reading/voice.ts'
import type { RecordView } from '../record/record.ts'

/** A claim among those that say the same, and the reports that have it. */
export interface Saying {
  readonly claim: ClaimId
  /** null: nobody is named. */
  readonly speaker: SourceId | null
  readonly assertedAt: WorldTime
  /** Withdrawn or replaced by its speaker. */
  readonly isTakenBack: boolean
  /** The claims that it relies on. */
  readonly basis: readonly ClaimId[]
  readonly reports: readonly CitedReport[]
}

/** A report that has a claim, and how it came by it. */
interface CitedReport {
  readonly report: string
  readonly publisher: SourceId
  readonly attribution: Attribution
  readonly publishedAt: WorldTime
}

/** What the record shows of an original: the first that fits. */
export const originalKinds = ['unnamed', 'taken_back', 'on_record', 'relayed_only'] as const
export type OriginalKind = (typeof originalKinds)[number]

/** Those who say it on sourcing that the record does not show to be shared. */
interface Original<S extends Saying> {
  readonly kind: OriginalKind
  /** Earliest first, unknown dates last. */
  readonly sayings: readonly S[]
}

interface Relay<S extends Saying> {
  readonly saying: S
  readonly cited: S['reports'][number]
}

export interface Origins<S extends Saying> {
  /** In the order of their earliest dates. */
  readonly originals: readonly Original<S>[]
  /** The first of each original than which no other is certainly earlier. */
  readonly earliest: readonly S[]
  /** In the order of publication. */
  readonly relays: readonly Relay<S>[]
}

/**
 * Who says something of their own, and who relays it, as far as the record shows it. Speakers who
 * share an interest or a basis are one original, and a speaker all of whose own reports have it by
 * relay is none.
 */
export function originsOf<S extends Saying>(record: RecordView, sayings: readonly S[]): Origins<S> {
  const isOwn = (saying: S, { publisher }: CitedReport) =>
    areOfOneVoice(record, publisher, saying.speaker, saying.assertedAt)
  const isEcho = (saying: S) => {
    const own = saying.reports.filter((cited) => isOwn(saying, cited))
    return own.length > 0 && own.every(isRelayed)
  }
  const said = sayings.filter((saying) => !isEcho(saying)).toSorted(byDate)
  const relays = sayings.flatMap((saying) =>
    saying.reports
      .filter((cited) => isRelayed(cited) || (!isFirsthand(cited) && !isOwn(saying, cited)))
      .map((cited) => ({ saying, cited })),
  )
  const originals = together(record, said).map((sayings) => ({ kind: kindOf(sayings), sayings }))
  return {
    originals,
    earliest: originals.flatMap(({ sayings }) => firstOf(sayings, said) ?? []),
    relays: relays.toSorted(
      (a, b) =>
        compareStarts(a.cited.publishedAt, b.cited.publishedAt) ||
        compareText(a.cited.report, b.cited.report) ||
        compareText(a.saying.claim, b.saying.claim),
    ),
  }
}

function kindOf(sayings: readonly Saying[]): OriginalKind {
  if (sayings.every(({ speaker }) => speaker === null)) return 'unnamed'
  if (sayings.every(({ isTakenBack }) => isTakenBack)) return 'taken_back'
  const isOnRecord = sayings.some(({ reports }) => reports.some((cited) => !isRelayed(cited)))
  return isOnRecord ? 'on_record' : 'relayed_only'
}

/** The sayings of each original, in the order of the sayings. */
function together<S extends Saying>(record: RecordView, sayings: readonly S[]): readonly S[][] {
  const groups: { readonly keys: Set<string>; readonly sayings: S[] }[] = []
  for (const saying of sayings) {
    const keys = new Set([
      ...interestsOf(record, saying.speaker, saying.assertedAt),
      ...saying.basis,
    ])
    const met = groups.filter((group) => !group.keys.isDisjointFrom(keys))
    const [first, ...rest] = met
    if (!first) {
      groups.push({ keys, sayings: [saying] })
      continue
    }
    for (const other of rest) groups.splice(groups.indexOf(other), 1)
    for (const key of [keys, ...rest.map((other) => other.keys)].flatMap((each) => [...each]))
      first.keys.add(key)
    first.sayings.push(...rest.flatMap((other) => other.sayings), saying)
  }
  return groups.map((group) => group.sayings.toSorted(byDate))
}

/** The first saying of an original, if none of another one is certainly earlier. */
function firstOf<S extends Saying>(own: readonly S[], all: readonly S[]): S | undefined {
  const others = all.filter((saying) => !own.includes(saying))
  return own.find(
    ({ assertedAt }) => !others.some((other) => isCertainlyEarlier(other.assertedAt, assertedAt)),
  )
}

function isRelayed({ attribution }: CitedReport): boolean {
  return attribution === 'relay'
}

function isFirsthand({ attribution }: CitedReport): boolean {
  return attribution === 'firsthand'
}

function byDate(a: Saying, b: Saying): number {
  return compareStarts(a.assertedAt, b.assertedAt) || compareText(a.claim, b.claim)
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
