import { sql, type RawBuilder } from 'kysely'
import type { EarlierAccount, PastAccount, StoredAccount } from '../domain/account.ts'
import { allBadges, type StoredBadges } from '../domain/badges.ts'
import type { Translation } from '../domain/claim.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { namedMax } from '../domain/enumerate.ts'
import type { FigureShape } from '../domain/figure.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { PointShape } from '../domain/points.ts'
import type { Label, Status } from '../domain/status.ts'
import { citationsOf, type CitationRow } from './citation-rows.ts'
import { plainlyCited, type CitedClaim } from './cited-claims.ts'
import { withEndings, type Ending } from './claim-endings.ts'
import { enteredIn, type Reading } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { enteredSubjects, subjects } from './merged-lists.ts'
import { askedIds, plannedOnce, prepared } from './database/prepared.ts'
import { linksOfAccount, type NamedLink } from './named-links.ts'
import { redactionOf, type RedactionRow } from './redactions.ts'
import { newestRules, type RulesInForce } from './rules-in-force.ts'
import { allWords, sourceRef, type SourceRef } from './source-ref.ts'

/** A claim with everything that a reader is shown of most claims, except its explanation. */
export interface EndlessRow {
  readonly id: ClaimId
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly mergedInto: ClaimId | null
  readonly kind: ClaimKind
  readonly lang: string
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly translations: readonly Translation[]
  readonly points: readonly PointShape[]
  /** null if no source names the speaker. */
  readonly speaker: SourceRef | null
  readonly about: readonly SourceRef[]
  readonly assertedAt: string | null
  readonly withdrawnAt: string | null
  readonly figure: FigureShape | null
  readonly hasRating: boolean
  readonly citations: readonly CitationRow[]
  readonly label: Label | null
  readonly status: Status | null
  readonly statusSince: Date | null
  readonly changedAt: Date | null
  readonly cites: readonly ClaimId[]
  /** In the form of the program that stored it: see `readableAccount`. */
  readonly account: StoredAccount | EarlierAccount | PastAccount | null
  readonly badges: StoredBadges | null
  /** Points that no answer of a party meets; null if none meets the claim at all. */
  readonly leftOpen: readonly string[] | null
  /** Whether that was computed at the moment that is read. */
  readonly areAnswersRead: boolean
  readonly rebuts: number
  readonly undercuts: number
  readonly qualifies: number
  readonly supports: number
  readonly shownSeq: number
  /** The rules that computed its status; null for version 1. */
  readonly rules: RulesInForce | null
  /** It replaces other claims, in any of its versions: they may be its earlier versions. */
  readonly replacesOthers: boolean
}

/** The same with what its sentences name, and what few claims have. */
export type ClaimRow = FoundRow & Ending

interface FoundRow extends EndlessRow {
  /** The links that its account names. */
  readonly links: readonly NamedLink[] | null
  /** Those of its first cites that could be read in the same statement. */
  readonly cited: readonly CitedClaim[] | null
}

/** The rows of some claims, in no particular order. */
export async function loadClaimRows(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<ClaimRow[]> {
  if (ids.length === 0) return []
  return withEndings(db, await claimsById(db, ids, lang), lang)
}

const claimsById = prepared<FoundRow>(
  'claims',
  (sent) => ({
    ...sent,
    badges: allBadges(sent.badges),
    recordedAt: new Date(sent.recordedAt),
    voidedAt: instant(sent.voidedAt),
    statusSince: instant(sent.statusSince),
    changedAt: instant(sent.changedAt),
  }),
  (lang) => sql<FoundRow>`
    select ${claimColumns(lang)},
      ${plainlyCited(sql`claim.cites[1:${sql.lit(namedMax)}]`, lang)} as cited,
      ${linksOfAccount(sql`claim.account`, lang)} as links
    from claim where claim.id = ${askedIds}
  `,
)

function instant(sent: string | null): Date | null {
  return sent === null ? null : new Date(sent)
}

export async function findClaimRow(
  db: Db,
  id: ClaimId,
  lang: DisplayLanguage,
): Promise<ClaimRow | undefined> {
  const [row] = await loadClaimRows(db, [id], lang)
  return row
}

/** Figures connected with a claim by a live rebuttal in either direction, earliest first. */
export async function listConflictingFigures(db: Db, id: ClaimId): Promise<ClaimId[]> {
  const { rows } = await sql<{ id: ClaimId }>`${plannedOnce}
    select figure.id
    from claim as figure
    where figure.kind = 'figure' and figure.id in (
      select case when from_claim = ${id}::uuid then to_claim else from_claim end
      from link
      where relation = 'rebuts' and (from_claim = ${id}::uuid or to_claim = ${id}::uuid)
        and not is_void and ended_at is null
    )
    order by figure.asserted_start nulls last, figure.id
  `.execute(db)
  return rows.map((row) => row.id)
}

/** The columns of `claim` that make up an `EndlessRow`. */
export function claimColumns(lang: DisplayLanguage, reading: Reading = 'led'): RawBuilder<unknown> {
  const speaker = sourceRef(
    reading === 'led' ? 'claim.speaker_id' : enteredIn('claim', 'speaker_id'),
    lang,
  )
  return sql`
    claim.id, claim.version, claim.recorded_at as "recordedAt", claim.voided_at as "voidedAt",
    claim.merged_into as "mergedInto",
    claim.kind, claim.lang, claim.translations, claim.points, claim.figure, claim.has_rating as "hasRating",
    claim.asserted_at as "assertedAt", claim.withdrawn_at as "withdrawnAt",
    claim.label, claim.status, claim.status_since as "statusSince", claim.changed_at as "changedAt",
    claim.cites, claim.account, claim.badges,
    claim.left_open as "leftOpen", ${areAnswersRead} as "areAnswersRead", claim.rebuts, claim.undercuts, claim.qualifies, claim.supports,
    claim.shown_seq as "shownSeq", ${newestRules} as rules,
    ${replacesOthers} as "replacesOthers",
    ${allWords('claim.content_seq')} as words, ${redactionOf('claim.content_seq', 'claim.id', { alwaysHasWords: true })} as redaction,
    ${speaker} as speaker,
    coalesce((
      select json_agg(
        ${sourceRef('subject.source_id', lang, sql`subject.shown_seq`)} order by subject.position
      )
      from ${reading === 'led' ? subjects : enteredSubjects}
    ), '[]') as about,
    ${citationsOf('claim_id', 'claim.id', lang, reading)} as citations
  `
}

/** What answers touch is computed since an event of the record. */
const areAnswersRead = sql<boolean>`
  case when coalesce(current_setting('counterpoint.as_of', true), '') = '' then true
    else current_setting('counterpoint.as_of')::bigint >= (select since_seq from answers_read) end
`

/** A claim that replaces others in an earlier version replaces that version, too. */
const replacesOthers = sql<boolean>`exists (
  select from link
  where link.from_claim = claim.id and link.relation = 'supersedes'
    and not link.is_void and link.ended_at is null
)`
