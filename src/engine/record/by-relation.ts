import type { Relation } from '../../domain/kinds.ts'

/** Something of its own for each relation. */
export function byRelation<T>(make: () => T): Readonly<Record<Relation, T>> {
  return {
    rebuts: make(),
    undercuts: make(),
    relies_on: make(),
    restates: make(),
    supersedes: make(),
    concedes: make(),
    supports: make(),
    qualifies: make(),
  }
}
