import { z } from 'zod'
import { figureForm } from './vocabulary.ts'
import { compareDecimals, parseDecimal } from './decimal.ts'
import { type FigureForm } from './kinds.ts'
import { refuse, text, textMax } from './text.ts'
import { units } from './units.ts'

/**
 * A structured value: an interval of exact decimals, each end of which may be open (`null`) or
 * excluded.
 */
export interface Figure {
  metric: string
  form: FigureForm
  low: string | null
  high: string | null
  lowExclusive: boolean
  highExclusive: boolean
  unit: string
  baseline: string | null
  period: string | null
  scope: string | null
}

/**
 * The stored parts of a figure other than its words. Its bounds are words, but are repeated here
 * for the previous version, which reads them here, and for claims entered before bounds were words.
 */
export type FigureShape = Pick<Figure, 'form' | 'lowExclusive' | 'highExclusive'> &
  Partial<Pick<Figure, 'low' | 'high'>>

/** The units of the common scale. */
const compared = [...new Set(units.map(({ unit }) => unit))].join(', ')

const decimalForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

const decimal = z
  .string({ error: ({ input }) => (typeof input === 'number' ? asString(input) : undefined) })
  .max(60, 'A number has at most 60 characters.')
  .regex(decimalForm, {
    error: 'Send a plain decimal number as a string, for example "-12.5".',
    abort: true,
  })
  .meta({ id: 'Decimal', example: '25' })

export const figure = z
  .strictObject({
    metric: text(textMax.name),
    form: figureForm,
    low: decimal.nullable().default(null),
    high: decimal.nullable().default(null),
    lowExclusive: z.boolean().default(false),
    highExclusive: z.boolean().default(false),
    unit: text(textMax.name).meta({
      description: `Stored as sent. Figures are compared on a common scale: ${compared}, with words of size such as “million USD”, “100 million KRW”, “억 원” or “천만 명” taken off. A unit that is not in the table of docs/units.md is compared with itself only.`,
    }),
    baseline: text(textMax.name).nullable().default(null),
    period: text(textMax.name).nullable().default(null),
    scope: text(textMax.name).nullable().default(null),
  })
  .superRefine(({ low, high, lowExclusive, highExclusive }, context) => {
    const fault = boundsFault(low, high, lowExclusive || highExclusive)
    if (fault) refuse(context, { code: 'bad-bounds', message: fault })
  })
  .meta({ id: 'Figure' })

/** Most programs read a JSON number as a double, which changes what was written. */
function asString(sent: number): string {
  const written = String(sent)
  return `Send a decimal string, such as "${decimalForm.test(written) ? written : '25.5'}".`
}

function boundsFault(low: string | null, high: string | null, isOpen: boolean): string | undefined {
  if (low === null && high === null) return 'Give at least one of low and high.'
  if (low === null || high === null) return undefined
  const order = compareDecimals(parseDecimal(low), parseDecimal(high))
  if (order > 0) return 'low is greater than high.'
  if (order === 0 && isOpen) return 'low equals high, so neither bound can be exclusive.'
  return undefined
}
