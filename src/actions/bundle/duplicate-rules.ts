import { foldName, skeletonsOf } from '../../domain/folding.ts'
import {
  anyDay,
  isSameStatement,
  likenessOfSources,
  sourceKeys,
  statementKey,
  statementKeys,
  type SourceTraits,
  type StatementKey,
  type StatementTraits,
} from '../../domain/likeness.ts'
import type { Rules } from './candidates.ts'

/** A party, with the places of its names in the input. */
export interface Party extends SourceTraits {
  readonly kind: string
  readonly places: readonly string[]
  /** Its Wikidata items: several if entries with different ones were merged. */
  readonly items: readonly string[]
}

/**
 * A shared name or Wikidata item identifies a source; a look-alike name or a shared home domain
 * does not.
 */
export const partyRules: Rules<Party> = {
  keysOf: sourceKeys,
  lookupsOf: sourceKeys,
  likenessOf: likenessOfSources,
  isSurelySame: (one, other, likeness) =>
    one.kind === other.kind &&
    !areOtherItems(one, other) &&
    (likeness.includes('name') || likeness.includes('wikidataId')),
  pointerOf: (one, other, [first]) => {
    if (first === 'wikidataId') return '/wikidataId'
    if (first === 'homeDomain') return '/url'
    const spell = first === 'name' ? (name: string) => [foldName(name)] : skeletonsOf
    const known = new Set(other.names.flatMap(spell))
    const place = one.names.findIndex((name) => spell(name).some((each) => known.has(each)))
    return one.places[place] ?? '/name'
  },
}

function areOtherItems({ items: one }: Party, { items: other }: Party): boolean {
  return one.length > 0 && other.length > 0 && new Set(one).isDisjointFrom(new Set(other))
}

/** A document; the first of its pages is its address, the second its archived copy. */
export interface Document {
  readonly kind: string
  readonly source: string
  readonly pages: readonly { readonly page: string; readonly place: string }[]
}

export const documentRules: Rules<Document> = {
  keysOf: pagesOf,
  lookupsOf: pagesOf,
  likenessOf: (one, other) =>
    new Set(pagesOf(one)).isDisjointFrom(new Set(pagesOf(other))) ? [] : ['address'],
  isSurelySame: (one, other) => one.kind === other.kind && one.source === other.source,
  pointerOf: (one, other) => {
    const known = pagesOf(other)
    return one.pages.find(({ page }) => known.includes(page))?.place ?? '/url'
  },
}

function pagesOf({ pages }: Document): string[] {
  return pages.map(({ page }) => page)
}

export interface Statement extends StatementTraits {
  readonly kind: string
  readonly speaker: string
  readonly about: readonly string[]
}

export const statementRules: Rules<Statement> = {
  keysOf: (statement) => {
    const key = statementKey(statement)
    return key ? bySpeaker(statement, [key, { ...key, day: anyDay }]) : []
  },
  lookupsOf: (statement) => bySpeaker(statement, statementKeys(statement)),
  likenessOf: (one, other) =>
    one.speaker === other.speaker && isSameStatement(one, other) ? ['statement'] : [],
  isSurelySame: (one, other) =>
    one.kind === other.kind &&
    // A claim without a date may have been made on another day.
    (one.assertedAt === null) === (other.assertedAt === null) &&
    new Set(one.about).symmetricDifference(new Set(other.about)).size === 0,
  pointerOf: () => '/text',
}

function bySpeaker({ speaker }: Statement, keys: readonly StatementKey[]): string[] {
  return keys.map(({ words, day }) => `${speaker} ${day} ${words}`)
}
