import type { FigureForm } from './kinds.ts'

/**
 * The structured value of a claim of kind `figure`: an interval, whose absent bounds are open.
 *
 * A `change` is signed (a cut by 25 to 50 % is from -50 to -25) and, in percent or as a ratio, one
 * of its baseline; a `level` in percent or as a ratio is a share of its baseline.
 */
export interface Figure {
  metric: string
  form: FigureForm
  /** Decimal strings, exactly as sent. */
  low: string | null
  high: string | null
  lowExclusive: boolean
  highExclusive: boolean
  /** `ratio`, `percent`, `USD`, … */
  unit: string
  baseline: string | null
  period: string | null
  scope: string | null
}
