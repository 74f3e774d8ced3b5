import { derivedFrom } from '../record/derived.ts'
import type { SourceId } from '../../domain/ids.ts'
import type { AffiliationRelation } from '../../domain/kinds.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import { holdsAt, isDated } from '../record/affiliations.ts'
import type { RecordView } from '../record/record.ts'
import { readingOf, type Reading } from './reading.ts'

/** What is reached from some sources. */
interface Walk {
  readonly found: ReadonlySet<SourceId>
  /** Whether it may differ at another time. */
  readonly isDated: boolean
}

/** The sources that a reading remembers at most, so that long chains do not fill the memory. */
const rememberedMax = 500_000

/**
 * What sources reach through affiliations of some relations. It is worked out once for a reading;
 * where dates matter, once for each run of questions about the same time.
 */
class Reach {
  readonly #reading: Reading
  readonly #walks = new Map<string, Walk & { readonly at: WorldTime }>()
  #remembered = 0

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The sources and everything that they reach. */
  from(
    sources: readonly SourceId[],
    at: WorldTime,
    relations: readonly AffiliationRelation[],
  ): ReadonlySet<SourceId> {
    const key = `${relations.join()} ${sources.join()}`
    const known = this.#walks.get(key)
    if (known && (!known.isDated || isSame(known.at, at))) return known.found
    const before = this.#reading.misses
    const walk = walkFrom(this.#reading, sources, at, relations)
    if (this.#reading.misses === before) this.#remember(key, { ...walk, at })
    return walk.found
  }

  #remember(key: string, walk: Walk & { readonly at: WorldTime }): void {
    this.#remembered += walk.found.size
    if (this.#remembered > rememberedMax) {
      this.#walks.clear()
      this.#remembered = walk.found.size
    }
    this.#walks.set(key, walk)
  }
}

const reachOf = derivedFrom((reading: Reading) => new Reach(reading))

/** What sources reach in a record. */
export function reachIn(record: RecordView): Reach {
  return reachOf(readingOf(record))
}

function walkFrom(
  record: RecordView,
  sources: readonly SourceId[],
  at: WorldTime,
  relations: readonly AffiliationRelation[],
): Walk {
  const found = new Set(sources)
  let meetsDates = false
  for (const source of found)
    for (const affiliation of record.affiliationsOf(source)) {
      if (!relations.includes(affiliation.relation)) continue
      meetsDates ||= isDated(affiliation)
      if (holdsAt(affiliation, at)) found.add(affiliation.to)
    }
  return { found, isDated: meetsDates }
}

function isSame(one: WorldTime, other: WorldTime): boolean {
  return (
    one === other ||
    (one.first === other.first &&
      one.last === other.last &&
      one.days?.first === other.days?.first &&
      one.days?.last === other.days?.last)
  )
}
