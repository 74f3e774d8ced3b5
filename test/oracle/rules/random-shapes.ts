import type { Random } from '../random.ts'

/** What a random record has many of. */
export interface Shape {
  readonly claims: number
  /** Links that are tried; those that the write rules refuse are left out. */
  readonly links: number
  /** A kind of claims, by weight. */
  readonly kinds: Readonly<Record<'fact' | 'figure' | 'opinion' | 'ruling', number>>
  readonly relations: Readonly<Record<(typeof relations)[number], number>>
  /** The chance that a link joins what the one before it joins. */
  readonly again: number
}

export const relations = [
  'rebuts',
  'undercuts',
  'relies_on',
  'restates',
  'supersedes',
  'concedes',
  'supports',
  'qualifies',
] as const

const some = {
  rebuts: 12,
  undercuts: 10,
  relies_on: 5,
  restates: 5,
  supersedes: 3,
  concedes: 6,
  supports: 1,
  qualifies: 1,
}
const few = { ...some, undercuts: 4, relies_on: 2, supersedes: 1, supports: 0, qualifies: 0 }

const mixed = { fact: 14, figure: 1, opinion: 3, ruling: 0 }
const shapes: readonly Omit<Shape, 'claims' | 'links'>[] = [
  { kinds: { ...mixed, fact: 8, opinion: 2, ruling: 9 }, relations: some, again: 0.25 },
  { kinds: { ...mixed, ruling: 1 }, relations: some, again: 0.25 },
  { kinds: mixed, relations: some, again: 0.25 },
]

/** Shapes in which compilation by groups differs most from one arc per pair. */
const dense: readonly Omit<Shape, 'claims' | 'links'>[] = [
  // Groups that rebut each other.
  { kinds: { ...mixed, opinion: 1 }, relations: { ...few, restates: 24, concedes: 2 }, again: 0.1 },
  // Rulings that find otherwise and set each other aside.
  {
    kinds: { fact: 5, figure: 0, opinion: 0, ruling: 12 },
    relations: { ...few, undercuts: 14, restates: 14, concedes: 1 },
    again: 0.4,
  },
  // Denials of restatements, given up one by one.
  {
    kinds: { ...mixed, opinion: 1, ruling: 1 },
    relations: { ...few, restates: 12, concedes: 18 },
    again: 0.15,
  },
]

/** Small records of three shapes in turn. */
export function smallShape(seed: number, random: Random): Shape {
  const shape = shapes[seed % shapes.length] ?? shapes[0]
  if (!shape) throw new Error('There are shapes.')
  return { ...shape, claims: 4 + random.below(5), links: 24 }
}

/** Of one in two seeds a small record; else a larger one of a dense shape. */
export function anyShape(seed: number, random: Random): Shape {
  if (seed % 2 === 0) return smallShape(seed / 2, random)
  return { ...random.pick(dense), claims: 6 + random.below(7), links: 20 + random.below(20) }
}
