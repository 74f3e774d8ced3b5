import { z } from 'zod'
import { relations } from '../../../domain/kinds.ts'
import { id } from '../../../domain/references.ts'
import {
  suggestionKinds,
  suggestionsMax,
  type Suggestion,
  type Suggestions,
} from '../../../domain/suggestion.ts'
import { PartialRecord } from '../../../engine/record/partial-record.ts'
import type { Db } from '../../../store/database/db.ts'
import type { Told } from '../written.ts'
import { carried, suggestCarrying } from './carrying.ts'
import { confirmed, suggestConfirming } from './confirming.ts'
import { suggestFigures, suggestionsOf } from './figures.ts'

/**
 * The links that a write suggests: from claims that answered a version which it replaces, from those
 * by which a party confirms a claim, and
 * between the figures that it enters or amends and comparable ones on record.
 */
export async function suggest(
  tx: Db,
  told: readonly Told[],
  record: PartialRecord,
): Promise<Suggestions> {
  const found = [
    ...(await suggestCarrying(tx, record, told)),
    ...(await suggestConfirming(tx, record, told)),
    ...(await suggestFigures(tx, record, told)),
  ]
  return {
    suggestions: found.slice(0, suggestionsMax),
    moreSuggestions: Math.max(0, found.length - suggestionsMax),
  }
}

/** What is stored of suggestions for retries: ids, since messages and figures have words. */
export const keptSuggestions = {
  // Answers that the previous version stored have none.
  suggestions: z
    .array(
      z.object({
        kind: z.enum(suggestionKinds),
        relation: z.enum(relations),
        from: id,
        to: id,
        earlier: id.optional(),
      }),
    )
    .readonly()
    .default([]),
  moreSuggestions: z.int().default(0),
}
type Kept = z.output<z.ZodObject<typeof keptSuggestions>>

export function keepSuggestions({ suggestions, moreSuggestions }: Suggestions): Kept {
  const kept = suggestions.map((suggestion) => {
    const { kind, relation, from, to } = suggestion
    return {
      kind,
      relation,
      from,
      to,
      ...('earlier' in suggestion && { earlier: suggestion.earlier }),
    }
  })
  return { suggestions: kept, moreSuggestions }
}

/**
 * The same suggestions again, from the record as it was after the write. Words that have been
 * removed since are not repeated.
 */
export async function suggestAgain(
  then: Db,
  { suggestions, moreSuggestions }: Kept,
): Promise<Suggestions> {
  const pairs = suggestions
    .filter(({ kind }) => kind === 'figures_conflict' || kind === 'figures_match')
    .map(({ from, to }) => [from, to] as const)
  const figures = await suggestionsOf(then, new PartialRecord(), pairs)
  const again = suggestions.flatMap((kept): Suggestion[] => {
    const { kind, from, to, relation, earlier } = kept
    if (kind === 'confirmed_by_party') return [confirmed({ from, to })]
    if (earlier !== undefined && (relation === 'rebuts' || relation === 'undercuts'))
      return [carried({ from, to, relation, earlier })]
    return figures.filter((each) => each.from === from && each.to === to)
  })
  return { suggestions: again, moreSuggestions }
}
