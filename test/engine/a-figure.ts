import { instant } from '../support/small-record.ts'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigureClaim } from '../../src/engine/figures/figures.ts'

const target: Figure = {
  metric: 'sales target',
  form: 'level',
  low: null,
  high: null,
  lowExclusive: false,
  highExclusive: false,
  unit: 'percent',
  baseline: null,
  period: 'FY2026',
  scope: null,
}

let claims = 0

/** A claim later than those made before it. */
export function aFigure(figure: Partial<Figure>, claim: Partial<FigureClaim> = {}): FigureClaim {
  claims += 1
  return {
    claim: `claim-${claims}`,
    about: ['msft'],
    assertedAt: instant(claims),
    figure: { ...target, ...figure },
    ...claim,
  }
}
