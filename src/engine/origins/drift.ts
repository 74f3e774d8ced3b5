import { compareFigures, type FigureClaim } from '../figures/figures.ts'

/** Two figures that measure the same thing and say different things of it. */
export interface Drift<F extends FigureClaim> {
  /** Whether they exclude each other, or one lies within the other. */
  readonly isConflict: boolean
  readonly figures: readonly [F, F]
}

/** Where figures that go back to one original differ: those that conflict first. */
export function driftAmong<F extends FigureClaim>(figures: readonly F[]): readonly Drift<F>[] {
  const found = figures.flatMap((one, index) =>
    figures.slice(index + 1).flatMap((other): Drift<F>[] => {
      const compared = compareFigures(one, other)
      if (!compared || compared.relation === 'restates') return []
      return [{ isConflict: compared.relation === 'rebuts', figures: [one, other] }]
    }),
  )
  return found.toSorted((a, b) => Number(b.isConflict) - Number(a.isConflict))
}
