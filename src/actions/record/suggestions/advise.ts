import { z } from 'zod'
import { quotedWarning, type QuotedOf } from '../../../domain/quoted-share.ts'
import { id } from '../../../domain/references.ts'
import type { Advice } from '../../../domain/suggestion.ts'
import type { Db } from '../../../store/database/db.ts'
import type { Written } from '../written.ts'
import { keepSuggestions, keptSuggestions, suggest, suggestAgain } from './suggest.ts'

/** What a write suggests, and what it warns of. */
export async function advise(
  tx: Db,
  { told, record, quoted }: Pick<Written<unknown>, 'told' | 'record' | 'quoted'>,
): Promise<Advice> {
  return { ...(await suggest(tx, told, record)), ...warnedOf(quoted) }
}

/** What is stored of it for retries: ids and numbers. */
export const keptAdvice = {
  ...keptSuggestions,
  // Answers that the previous version stored have none.
  quoted: z
    .array(z.object({ report: id, quoted: z.int(), length: z.int() }))
    .readonly()
    .default([]),
}
type Kept = z.output<z.ZodObject<typeof keptAdvice>>

export function keepAdvice({ quoted, warnings: _, ...suggestions }: Advice): Kept {
  return { ...keepSuggestions(suggestions), quoted }
}

/** The same advice again, from the record as it was after the write. */
export async function adviseAgain(then: Db, { quoted, ...kept }: Kept): Promise<Advice> {
  return { ...(await suggestAgain(then, kept)), ...warnedOf(quoted) }
}

function warnedOf(quoted: readonly QuotedOf[]): Pick<Advice, 'quoted' | 'warnings'> {
  return { quoted, warnings: quoted.map(quotedWarning) }
}
