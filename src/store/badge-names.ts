import { sql } from 'kysely'
import type { EarlierVersion, StoredBadges } from '../domain/badges.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** The parties that badges name. */
export interface BadgeNames {
  readonly sources: ReadonlyMap<SourceId, SourceRef>
  readonly speakers: ReadonlyMap<ClaimId, ClaimSpeaker>
}

interface ClaimSpeaker {
  readonly claim: ClaimId
  /** null if no source names the speaker. */
  readonly speaker: SourceRef | null
  /** The last event that changed who spoke. */
  readonly seq: number
}

/** The parties named by some badges. Few claims have badges that name any. */
export async function loadBadgeNames(
  db: Db,
  badges: readonly Pick<StoredBadges, 'partlyAdmitted' | 'setAside'>[],
  earlier: Iterable<EarlierVersion>,
  lang: DisplayLanguage,
): Promise<BadgeNames> {
  const sources = new Set(badges.flatMap(({ partlyAdmitted }) => partlyAdmitted?.by ?? []))
  const claims = new Set([
    ...badges.flatMap(({ setAside }) => setAside.flatMap(({ by }) => by)),
    ...Iterator.from(earlier).flatMap(({ by }) => by),
  ])
  return {
    sources: new Map(
      (await ifAny(sources, (ids) => sourcesById(db, ids, lang))).map(({ ref }) => [ref.id, ref]),
    ),
    speakers: new Map(
      (await ifAny(claims, (ids) => speakersById(db, ids, lang))).map((each) => [each.claim, each]),
    ),
  }
}

async function ifAny<Row>(
  ids: ReadonlySet<string>,
  load: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return ids.size > 0 ? load([...ids]) : []
}

const sourcesById = prepared<{ readonly ref: SourceRef }>(
  'badge-sources',
  (sent) => sent,
  (lang) => sql<{ readonly ref: SourceRef }>`
    select ${sourceRef('source.id', lang)} as ref from source where source.id = ${askedIds}
  `,
)

const speakersById = prepared<ClaimSpeaker>(
  'badge-speakers',
  (sent) => sent,
  (lang) => sql<ClaimSpeaker>`
    select claim.id as claim, ${sourceRef('claim.speaker_id', lang)} as speaker,
      claim.shown_seq as seq
    from claim where claim.id = ${askedIds}
  `,
)
