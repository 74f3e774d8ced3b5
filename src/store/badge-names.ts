import { sql } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** Who speaks a claim that a badge names. */
export interface BadgeSpeaker {
  readonly claim: ClaimId
  /** null if no source names the speaker. */
  readonly speaker: SourceRef | null
  /** The last event that changed who spoke. */
  readonly seq: number
}

/** The sources that badges name. Few claims have such badges. */
export async function loadBadgeSources(
  db: Db,
  ids: readonly SourceId[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<SourceId, SourceRef>> {
  const rows = ids.length > 0 ? await sourcesById(db, ids, lang) : []
  return new Map(rows.map(({ ref }) => [ref.id, ref]))
}

/** The speakers of claims that badges name. */
export async function loadBadgeSpeakers(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, BadgeSpeaker>> {
  const rows = ids.length > 0 ? await speakersById(db, ids, lang) : []
  return new Map(rows.map((row) => [row.claim, row]))
}

const sourcesById = prepared<{ readonly ref: SourceRef }>(
  'badge-sources',
  (sent) => sent,
  (lang) => sql<{ readonly ref: SourceRef }>`
    select ${sourceRef('source.id', lang)} as ref from source where source.id = ${askedIds}
  `,
)

const speakersById = prepared<BadgeSpeaker>(
  'badge-speakers',
  (sent) => sent,
  (lang) => sql<BadgeSpeaker>`
    select claim.id as claim, ${sourceRef('claim.speaker_id', lang)} as speaker,
      claim.shown_seq as seq
    from claim where claim.id = ${askedIds}
  `,
)
