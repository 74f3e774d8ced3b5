import type { ConfirmationSuggestion } from '../../../domain/suggestion.ts'
import { isLive } from '../../../engine/reading/lifecycle.ts'
import { readingOf } from '../../../engine/reading/reading.ts'
import { targetClaim } from '../../../engine/record/links.ts'
import type { PartialRecord } from '../../../engine/record/partial-record.ts'
import { fitOf } from '../../../engine/standing/fit.ts'
import type { Db } from '../../../store/database/db.ts'
import { settleRecord } from '../../../store/settle-record.ts'
import type { Told } from '../written.ts'
import { areJoined } from './joined.ts'

/**
 * An answer by which a party confirms a claim moves nothing. That it accepts the claim, or asserts it
 * itself, is another link, which only an editor can decide on.
 */
export async function suggestConfirming(
  tx: Db,
  record: PartialRecord,
  told: readonly Told[],
): Promise<readonly ConfirmationSuggestion[]> {
  const links = told.flatMap(({ kind, object, facts }) =>
    (kind === 'link.added' || kind === 'link.amended') && facts['response'] === 'confirms'
      ? [object]
      : [],
  )
  if (links.length === 0) return []
  return settleRecord(tx, record, () => {
    const reading = readingOf(record)
    return links.flatMap((id) => {
      const link = reading.link(id)
      const to = link && targetClaim(link)
      if (link === undefined || to === undefined || !isLive(link)) return []
      if (fitOf(reading, link) !== 'confirms' || areJoined(reading, 'concedes', link.from, to))
        return []
      return [confirmed({ from: link.from, to })]
    })
  })
}

export function confirmed({
  from,
  to,
}: Pick<ConfirmationSuggestion, 'from' | 'to'>): ConfirmationSuggestion {
  const message = `The claim ${from} confirms ${to}, which moves no status. If it accepts all of ${to}, link it by concedes; if it asserts the same itself, by restates.`
  return { kind: 'confirmed_by_party', relation: 'concedes', from, to, message }
}
