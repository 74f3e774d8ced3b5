import { z } from 'zod'
import type { ReadStanding } from '../sentences/standing/read.ts'
import { markColourNames, markShapeNames } from '../sentences/table/marks.ts'
import { standingCases, standings } from '../sentences/table/standings.ts'

/** How a standing is shown, for programs that show claims to readers. */
export const standingView = z
  .object({
    case: z.enum(standingCases).meta({
      description: 'The status, and what else decides how it is told: whose answer there is.',
    }),
    prefix: z.string().nullable().meta({
      description: 'What goes before the words wherever they stand alone; null if nothing must.',
    }),
    shape: z.enum(markShapeNames),
    colour: z.enum(markColourNames),
  })
  .meta({
    id: 'Standing',
    description: 'How we show where a claim stands. No colour and no shape is a verdict.',
  })
export type StandingView = z.output<typeof standingView>

export function viewStanding({ case: found, prefix }: ReadStanding): StandingView {
  return { case: found, prefix, ...standings[found].mark }
}
