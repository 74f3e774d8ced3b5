import type { ClaimKind, Relation } from '../../src/domain/kinds.ts'

/**
 * `realistic`: claims answer what came shortly before, most of it about the same party.
 * `nasty`: anything onto anything, back in time, in knots, ended and voided a lot.
 * `correcting`: the same as realistic, by speakers who often replace what they said.
 */
export type Shape = 'realistic' | 'nasty' | 'correcting'

/** Probabilities for a random record; weights may have any sum. */
export interface Habits {
  relations: Record<Relation, number>
  kinds: Record<ClaimKind, number>
  /** The chance of each of withdrawn, ended and voided. */
  over: number
  /** The chance that an undercut aims at a link. */
  ontoLink: number
  affiliated: number
  /** The chance that the speaker of a claim is not named. */
  unnamed: number
}

const realistic: Habits = {
  relations: {
    rebuts: 30,
    undercuts: 22,
    relies_on: 14,
    restates: 8,
    supersedes: 6,
    concedes: 6,
    supports: 7,
    qualifies: 7,
  },
  kinds: { fact: 60, figure: 12, opinion: 20, ruling: 8 },
  over: 0.06,
  ontoLink: 0.25,
  affiliated: 0.4,
  unnamed: 0.04,
}

export const habitsOf: Record<Shape, Habits> = {
  realistic,
  correcting: {
    ...realistic,
    relations: { ...realistic.relations, supersedes: 40 },
    affiliated: 0.2,
  },
  nasty: {
    relations: {
      rebuts: 20,
      undercuts: 30,
      relies_on: 20,
      restates: 12,
      supersedes: 8,
      concedes: 10,
      supports: 2,
      qualifies: 2,
    },
    kinds: { fact: 50, figure: 10, opinion: 20, ruling: 20 },
    over: 0.12,
    ontoLink: 0.45,
    affiliated: 0.9,
    unnamed: 0.1,
  },
}
