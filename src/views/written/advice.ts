import { z } from 'zod'
import { id } from '../../domain/references.ts'
import { suggestionsMax, type Advice } from '../../domain/suggestion.ts'
import { figureView } from '../claim.ts'

const ends = {
  from: id,
  to: id,
  message: z.string().meta({ description: 'Why, in English.' }),
}

const figureSuggestion = z
  .object({
    kind: z.enum(['figures_conflict', 'figures_match']),
    relation: z.enum(['rebuts', 'restates', 'qualifies']),
    ...ends,
    figures: z.array(z.object({ claim: id, normalised: figureView })).meta({
      description:
        'Both figures as they are compared, first that of `from`: units on their common scale (percent as a ratio, 억 원 as KRW), a relative change as the level that it leads to, words folded.',
    }),
  })
  .meta({ id: 'FigureSuggestion', description: 'Two comparable figures.' })

const carrySuggestion = z
  .object({
    kind: z.literal('also_answered_earlier_version'),
    relation: z.enum(['rebuts', 'undercuts']),
    ...ends,
    earlier: id.meta({
      description:
        'The version that `to` replaces, itself or through others, which `from` answers.',
    }),
  })
  .meta({
    id: 'CarrySuggestion',
    description: 'A claim that answers a version which another claim replaces.',
  })

const confirmationSuggestion = z
  .object({ kind: z.literal('confirmed_by_party'), relation: z.literal('concedes'), ...ends })
  .meta({
    id: 'ConfirmationSuggestion',
    description:
      'A party confirms a claim. If it accepts the claim, or asserts it itself, link it.',
  })

const quotedWarning = z
  .object({
    kind: z.literal('quoted_share'),
    report: id,
    quotedShare: z.number(),
    message: z.string().meta({ description: 'What to do, in English.' }),
  })
  .meta({
    id: 'QuotedWarning',
    description: 'The quotes on record cover more than 15 % of a report.',
  })

/** The links that a write suggests, and what it warns of; fields of its answer. */
export const adviceFields = {
  suggestions: z
    .array(
      z.discriminatedUnion('kind', [figureSuggestion, carrySuggestion, confirmationSuggestion]),
    )
    .meta({
      description: `Links that an editor may want to enter; none of them is entered by itself. At most ${suggestionsMax}: first the claims that answer a replaced version, then those by which a party confirms a claim, then the figures comparable with those of this write, nearest in date first.`,
    }),
  moreSuggestions: z
    .int()
    .meta({ description: 'How many more suggestions were found than are listed.' }),
  warnings: z.array(quotedWarning).meta({
    description: 'What was entered, and should be looked at again. An editor may quote less.',
  }),
}

export function viewAdvice({ suggestions, moreSuggestions, warnings }: Advice) {
  return {
    suggestions: suggestions.map((suggestion) =>
      'figures' in suggestion ? { ...suggestion, figures: [...suggestion.figures] } : suggestion,
    ),
    moreSuggestions,
    warnings: [...warnings],
  }
}
