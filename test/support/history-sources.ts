import { amendObject } from '../../src/actions/amend-object.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { affiliationRelations } from '../../src/domain/kinds.ts'
import type { Db } from '../../src/store/database/db.ts'
import { bundleAffiliation } from '../oracle/bundle-source.ts'
import { survivorIn } from '../oracle/merged.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainAffiliation, PlainRecord, PlainSource } from '../oracle/record.ts'
import { dates } from './history-dates.ts'
import { importLines, quiet } from './import.ts'
import { mergeLine } from './lines.ts'

/** A change of what sources are, and of which entries are one. */
export type SourceEdit =
  | { do: 'add source'; source: PlainSource }
  | { do: 'source kind'; object: string; isBody: boolean }
  | { do: 'void source' | 'void merge'; object: string }
  | { do: 'merge'; object: string; from: string; into: string }

/** Undefined if what was chosen is not there. */
export function randomSourceEdit(random: Random, record: PlainRecord): SourceEdit | undefined {
  const sources = standingSources(record)
  const merges = record.merges ?? []
  const object = random.pick(sources).id
  const what = random.weighted(tried, weights)
  switch (what) {
    case 'add source': {
      const affiliations = random.chance(0.6)
        ? [{ ...randomAffiliation(random, record, ''), to: object }]
        : []
      const isBody = random.chance(0.3)
      return { do: 'add source', source: { id: '', isBody, affiliations, voided: false } }
    }
    case 'source kind': {
      const source = random.pick(sources)
      return { do: 'source kind', object: source.id, isBody: source.isBody !== true }
    }
    case 'void source': {
      const free = sources.filter(({ hasReport }) => hasReport !== true)
      const named = free.filter(({ id }) => isSide(record, id))
      const fitting = named.length > 0 && random.chance(0.5) ? named : free
      return fitting.length === 0 ? undefined : { do: what, object: random.pick(fitting).id }
    }
    case 'merge': {
      const others = sources.filter(({ id }) => id !== object)
      const bodies = others.filter(({ isBody }) => isBody)
      const fitting = bodies.length > 0 && random.chance(0.5) ? bodies : others
      if (fitting.length === 0) return undefined
      const id = crypto.randomUUID()
      return { do: 'merge', object: id, from: object, into: random.pick(fitting).id }
    }
    case 'void merge':
      return merges.length === 0 ? undefined : { do: 'void merge', object: random.pick(merges).id }
  }
  return what satisfies never
}

/** Whether another source is affiliated with it. */
function isSide({ sources }: PlainRecord, id: string): boolean {
  return sources.some(({ affiliations }) => affiliations.some(({ to }) => to === id))
}

const weights = {
  'add source': 4,
  'source kind': 3,
  'void source': 4,
  merge: 4,
  'void merge': 5,
} as const
const tried = ['add source', 'source kind', 'void source', 'merge', 'void merge'] as const

/** Sources that may be amended: neither merged away nor voided. */
export function standingSources({ sources, merges = [] }: PlainRecord): readonly PlainSource[] {
  const away = new Set(merges.map(({ from }) => from))
  return sources.filter(({ id, voided }) => voided !== true && !away.has(id))
}

/** Sources that may be named, also by the name of an entry that is merged away. */
export function namableSources(record: PlainRecord): readonly PlainSource[] {
  const survivor = survivorOf(record)
  const voided = new Set(record.sources.flatMap(({ id, voided }) => (voided ? [id] : [])))
  return record.sources.filter(({ id }) => !voided.has(survivor(id)))
}

export function survivorOf({ merges = [] }: PlainRecord): (id: string) => string {
  return survivorIn(new Map(merges.map(({ from, into }) => [from, into])))
}

export function randomAffiliation(
  random: Random,
  record: PlainRecord,
  of: string,
): PlainAffiliation {
  const others = namableSources(record).filter(({ id }) => id !== of)
  // Those that may be voided are few.
  const free = others.filter(({ hasReport }) => hasReport !== true)
  const fitting = free.length > 0 && random.chance(0.3) ? free : others
  const isSelf = fitting.length === 0 || (of !== '' && random.chance(0.05))
  const to = isSelf ? of : random.pick(fitting).id
  const relation = random.pick(affiliationRelations)
  // Refused for that alone, or not at all.
  if (survivorOf(record)(to) === of) return { relation, to }
  return {
    relation,
    to,
    ...(random.chance(0.35) && { from: random.pick(dates) }),
    ...(random.chance(0.35) && { until: random.pick(dates) }),
  }
}

/**
 * The rule that amended affiliations break, whatever else is on record: none leads to the source
 * itself, under a name that it did not have before.
 */
export function brokenByAffiliations(
  before: PlainRecord,
  after: PlainRecord,
  objects: readonly string[],
): readonly string[] {
  const survivor = survivorOf(after)
  const isBroken = objects.some((object) =>
    affiliationsOf(after, object).some(
      ({ to }) =>
        survivor(to) === object && affiliationsOf(before, object).every((each) => each.to !== to),
    ),
  )
  return isBroken ? ['affiliated-with-itself'] : []
}

function affiliationsOf({ sources }: PlainRecord, source: string): readonly PlainAffiliation[] {
  return sources.find(({ id }) => id === source)?.affiliations ?? []
}

/** The record after the edit. */
export function sourceEdited(record: PlainRecord, edit: SourceEdit, id = 'new'): PlainRecord {
  const { sources, merges = [] } = record
  const changed = (change: Partial<PlainSource>) => ({
    ...record,
    sources: sources.map((each) =>
      'object' in edit && each.id === edit.object ? { ...each, ...change } : each,
    ),
  })
  switch (edit.do) {
    case 'add source':
      return { ...record, sources: [...sources, { ...edit.source, id }] }
    case 'source kind':
      return changed({ isBody: edit.isBody })
    case 'void source':
      return changed({ voided: true })
    case 'merge':
      return {
        ...record,
        merges: [...merges, { id: edit.object, from: edit.from, into: edit.into }],
      }
    case 'void merge':
      return { ...record, merges: merges.filter((merge) => merge.id !== edit.object) }
  }
  return edit satisfies never
}

const reason = 'For the test.'

/** The line that makes the edit; a kind is amended otherwise. */
export function lineOfSourceEdit(
  edit: Exclude<SourceEdit, { do: 'source kind' }>,
  ref: string,
): object {
  switch (edit.do) {
    case 'add source': {
      const { isBody, affiliations } = edit.source
      const kind = isBody ? 'body' : 'company'
      const name = { name: `Source ${ref} of a history`, kind }
      return { type: 'source', ref, ...name, affiliations: affiliations.map(bundleAffiliation) }
    }
    case 'void source':
      return { type: 'void', source: edit.object, reason }
    case 'merge':
      return { ...mergeLine('source', edit.from, edit.into), id: edit.object }
    case 'void merge':
      return { type: 'void', merge: edit.object, reason }
  }
  return edit satisfies never
}

/** Makes the edit alone; returns the id of a new source. */
export async function makeSourceEdit(
  db: Db,
  actor: Actor,
  edit: SourceEdit,
  ref: string,
): Promise<string | undefined> {
  if (edit.do !== 'source kind') {
    const { refs } = await importLines(db, [lineOfSourceEdit(edit, ref)], { actor })
    return refs[ref]
  }
  await amendObject(quiet(db), {
    actor,
    type: 'source',
    id: edit.object,
    versions: Array.from({ length: 99 }, (_, index) => index + 1),
    patch: { kind: edit.isBody ? 'body' : 'company' },
    show: async () => ({}),
  })
  return undefined
}
