import { isDeepStrictEqual } from 'node:util'
import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainRecord, PlainSource } from '../oracle/record.ts'
import { isCertainlyEarlier, timeOf } from '../oracle/rules/dates.ts'
import type { Edit } from '../oracle/second-person.ts'
import { afterAll, dates } from './history-dates.ts'
import { namableSources, survivorOf } from './history-sources.ts'

/** Sources that may speak rulings. */
export type Bodies = ReadonlySet<string>

export function randomClaim(random: Random, record: PlainRecord, bodies: Bodies): PlainClaim {
  const sources = namableSources(record)
  const kind = random.pick(['fact', 'fact', 'fact', 'opinion', 'ruling'] as const)
  const isRuling = kind === 'ruling' && bodies.size > 0 && random.chance(0.9)
  return {
    id: '',
    kind: isRuling || kind !== 'ruling' ? kind : 'fact',
    speaker: isRuling ? random.pick([...bodies]) : randomSpeaker(random, sources),
    about: randomSubjects(random, sources),
    at: random.pick(dates),
    withdrawn: false,
    voided: false,
  }
}

type Sources = readonly PlainSource[]

function randomSpeaker(random: Random, sources: Sources): string | null {
  return random.chance(0.1) ? null : random.pick(sources).id
}

function randomSubjects(random: Random, sources: Sources): string[] {
  const count = random.pick([0, 1, 1, 1, 2, 2, 3])
  return random
    .shuffled(sources)
    .slice(0, count)
    .map(({ id }) => id)
}

export interface Edited {
  readonly record: PlainRecord
  readonly bodies: Bodies
  readonly claim: PlainClaim
}

export function editOfClaim(random: Random, what: string, { record, bodies, claim }: Edited): Edit {
  const object = claim.id
  const sources = namableSources(record)
  switch (what) {
    case 'take back a claim':
      return claim.withdrawn
        ? { do: 'void withdrawal', object }
        : { do: 'withdraw', object, at: random.chance(0.3) ? '2025-12-03' : afterAll }
    case 'speaker': {
      const speaker =
        claim.kind === 'ruling' && bodies.size > 0 && random.chance(0.8)
          ? random.pick([...bodies])
          : randomSpeaker(random, sources)
      return { do: what, object, claim: { ...claim, speaker } }
    }
    case 'kind': {
      const kind = random.pick(['fact', 'opinion', 'ruling'] as const)
      return { do: what, object, claim: { ...claim, kind } }
    }
    case 'about':
      return { do: what, object, claim: { ...claim, about: randomSubjects(random, sources) } }
    case 'date':
      return { do: what, object, claim: { ...claim, at: random.pick(dates) } }
    case 'words':
      return { do: what, object, claim }
    case 'cite':
    case 'translate':
    case 'void claim':
      return { do: what, object }
  }
  throw new Error(`There is no such edit of a claim: ${what}.`)
}

/** Whether nothing but the rules can refuse an edit, and it changes something. */
export function mayBeMade(record: PlainRecord, edit: Edit): boolean {
  const was = record.claims.find((claim) => 'object' in edit && claim.id === edit.object)
  if (!was) return true
  // Nobody takes back what nobody is named for.
  if (edit.do === 'withdraw') return was.speaker !== null
  if (!('claim' in edit) || edit.do === 'words') return true
  const { kind, speaker, at } = edit.claim
  const read = asNamed(record)
  if (isDeepStrictEqual(read(edit.claim), read(was)) || (speaker === null && was.withdrawn))
    return false
  if (kind !== was.kind && was.kind === 'figure') return false
  return endsFrom(record, was.id).every((ended) => !isCertainlyEarlier(timeOf(ended), timeOf(at)))
}

/** A claim with the names that readers see: sending them back changes nothing. */
function asNamed(record: PlainRecord): (claim: PlainClaim) => PlainClaim {
  const survivor = survivorOf(record)
  return ({ speaker, about, ...claim }) => ({
    ...claim,
    speaker: speaker && survivor(speaker),
    about: [...new Set(about.map(survivor))],
  })
}

/** When the links that start at a claim ended. */
function endsFrom({ links }: PlainRecord, claim: string): string[] {
  return links.flatMap(({ from, ended }) =>
    from === claim && typeof ended === 'string' ? [ended] : [],
  )
}
