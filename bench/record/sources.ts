import type { SourceKind } from '../../src/domain/kinds.ts'
import type { Random } from '../../test/oracle/random.ts'
import { capitalized, copyMark, pickWord, type Word } from './words.ts'

/** A source of the synthetic record. */
export interface Party {
  readonly ref: string
  readonly kind: SourceKind
  readonly name: Word
}

export interface Parties {
  readonly all: readonly Party[]
  readonly of: (kind: SourceKind) => readonly Party[]
}

/** The big ones, shared by all copies of the record: each speaks many thousands of claims. */
export function sharedParties(random: Random): Parties {
  return partiesOf(random, 'big', { outlet: 5, company: 4, analyst: 3, fact_checker: 1, body: 2 })
}

/** As many as some stories need; other sources belong to a single copy. */
export function ownParties(random: Random, storyCount: number): Parties {
  const some = (part: number) => Math.max(3, Math.round(storyCount * part))
  return partiesOf(random, copyMark, {
    outlet: some(0.08),
    company: some(0.25),
    analyst: some(0.2),
    person: some(0.2),
    group: some(0.02),
    fact_checker: 3,
    body: 3,
  })
}

/** Mixes in some of the big ones, weighted so that a few speak most. */
export function pickParty(
  random: Random,
  kind: SourceKind,
  { shared, own }: { shared: Parties; own: Parties },
): Party {
  const big = shared.of(kind)
  return big.length > 0 && random.chance(0.35) ? random.pick(big) : random.pick(own.of(kind))
}

export function sourceLine(
  { ref, kind, name }: Party,
  companies: readonly Party[],
  random: Random,
) {
  const company = companies.length > 0 ? random.pick(companies) : undefined
  const relation = kind === 'person' ? 'speaks_for' : 'employed_by'
  return {
    type: 'source',
    ref,
    slug: ref,
    kind,
    name: `${capitalized(name.en)} ${ref}`,
    names: [{ lang: 'ko', name: `${name.ko} ${ref}` }],
    aliases: [`${name.en.slice(0, 4).toUpperCase()} ${ref}`],
    url: `https://${ref}.example/`,
    affiliations:
      company && (kind === 'person' || kind === 'analyst')
        ? [{ relation, source: company.ref, from: null, to: null }]
        : [],
  }
}

function partiesOf(
  random: Random,
  mark: string,
  counts: Partial<Record<SourceKind, number>>,
): Parties {
  const kinds: readonly SourceKind[] = [
    'company',
    'outlet',
    'group',
    'body',
    'fact_checker',
    'analyst',
    'person',
  ]
  const all = kinds.flatMap((kind) =>
    Array.from({ length: counts[kind] ?? 0 }, (_, index) => ({
      ref: `${kind.replace('_', '-')}-${mark}-${index + 1}`,
      kind,
      name: pickWord(random),
    })),
  )
  const byKind = Map.groupBy(all, ({ kind }) => kind)
  return { all, of: (kind) => byKind.get(kind) ?? [] }
}
