import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { readerChanges } from '../domain/reader-change.ts'
import { statuses } from '../domain/status.ts'
import { knownSpanOf, type WorldDate } from '../domain/world-date.ts'
import { changedSince, changeWords, type ChangedSince } from '../sentences/changes-since.ts'
import { listChanges } from '../store/changes-since.ts'
import type { Db } from '../store/database/db.ts'
import { findStatusAt } from '../store/history.ts'
import type { ClaimView } from './claim.ts'
import { worldDateView } from './common.ts'

export const sinceView = z
  .object({
    date: worldDateView,
    isNew: z.boolean().meta({ description: 'Whether it was not on record yet.' }),
    status: z.enum(statuses).nullable().meta({
      description: 'The status then; null if it was not on record, or voided.',
    }),
    changes: z
      .array(z.object({ change: z.enum(readerChanges), count: z.int(), text: z.string() }))
      .meta({
        description: 'What else changed, by kind. Nothing whose words were removed.',
      }),
    text: z.string().meta({ description: 'All of it in one line.' }),
    lang: z.string(),
  })
  .meta({ id: 'Since' })

/**
 * What changed since a reader may have seen a claim. Who saw it on the day of its entry saw it as it
 * was entered.
 */
export async function loadSince(db: Db, id: string, date: WorldDate): Promise<ChangedSince> {
  const { start, end } = knownSpanOf(date)
  const then = await findStatusAt(db, id, new Date(start))
  if (then === undefined || (then.isLater && then.at.getTime() > (end ?? start)))
    return { date, status: undefined, changes: [] }
  const from = then.isLater ? then.at : new Date(start)
  return { date, status: then.status, changes: await changesAfter(db, id, from) }
}

async function changesAfter(db: Db, id: string, at: Date): Promise<ChangedSince['changes']> {
  const changes = await listChanges(db, id, at)
  return readerChanges
    .map((change) => ({ change, count: changes[change].length }))
    .filter(({ count }) => count > 0)
}

export function viewSince(
  since: ChangedSince,
  claim: Pick<ClaimView, 'status' | 'statusLabel'>,
  lang: DisplayLanguage,
): z.output<typeof sinceView> {
  const { date, status, changes } = since
  return {
    date,
    isNew: status === undefined,
    status: status ?? null,
    changes: changes.map((each) => ({ ...each, text: changeWords(each, lang) })),
    text: changedSince(since, { status: claim.status, label: claim.statusLabel }, lang),
    lang,
  }
}
