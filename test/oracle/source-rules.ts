import { survivorIn, withoutMerged } from './merged.ts'
import type { PlainRecord, PlainSource } from './record.ts'
import type { Breach } from './rules/breach.ts'

/** The record as the rules read it: with its merges of sources, and without what they merge away. */
export function asRead({ merges = [], ...record }: PlainRecord): PlainRecord {
  return withoutMerged(record, new Map(merges.map(({ from, into }) => [from, into])))
}

/**
 * What sources of a record break: a ruling by one that is no body, and a void of one that is named
 * by what is not voided, under any of its names (decisions 11 and 81).
 */
export function brokenSourceRules(record: PlainRecord): Breach[] {
  return [...rulingsByOthers(record), ...voidedInUse(record)]
}

/** Where it is not known what a source is, nothing is refused. */
function rulingsByOthers(record: PlainRecord): Breach[] {
  const { sources, claims } = asRead(record)
  const isNoBody = (id: string | null) =>
    id === null || sources.some((source) => source.id === id && source.isBody === false)
  return claims
    .filter(({ kind, voided, speaker }) => kind === 'ruling' && !voided && isNoBody(speaker))
    .map(({ id }) => ({ item: id, rule: 'ruling-by-body' }))
}

function voidedInUse(record: PlainRecord): Breach[] {
  const survivor = survivorIn(new Map(record.merges?.map(({ from, into }) => [from, into])))
  const isNamed = (id: string): boolean =>
    record.sources.some((source) => names(source, id)) ||
    record.claims.some(
      ({ voided, speaker, about }) =>
        !voided && [speaker, ...about].some((each) => each !== null && survivor(each) === id),
    )
  const names = (source: PlainSource, id: string): boolean =>
    (source.hasReport === true && survivor(source.id) === id) ||
    (source.voided !== true &&
      source.id !== id &&
      source.affiliations.some(({ to }) => survivor(to) === id))
  return record.sources
    .filter(({ id, voided }) => voided && isNamed(id))
    .map(({ id }) => ({ item: id, rule: 'in-use' }))
}
