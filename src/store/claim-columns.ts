import { sql, type RawBuilder } from 'kysely'
import type { EarlierAccount, PastAccount, StoredAccount } from '../domain/account.ts'
import type { StoredBadges } from '../domain/badges.ts'
import type { Translation } from '../domain/translation.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { FigureShape } from '../domain/figure.ts'
import type { ClaimId } from '../domain/ids.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { PointShape } from '../domain/points.ts'
import type { Label, Status } from '../domain/status.ts'
import { citationsOf, type CitationRow } from './citation-rows.ts'
import { enteredIn } from './as-entered.ts'
import { enteredSubjects } from './merged-lists.ts'
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

/** The columns of an `EndlessRow` that need nothing but the row of `claim`. */
export const ownClaimColumns = sql`
  claim.id, claim.version, claim.recorded_at as "recordedAt", claim.voided_at as "voidedAt",
  claim.merged_into as "mergedInto",
  claim.kind, claim.lang, claim.translations, claim.points, claim.figure, claim.has_rating as "hasRating",
  claim.asserted_at as "assertedAt", claim.withdrawn_at as "withdrawnAt",
  claim.label, claim.status, claim.status_since as "statusSince",
  claim.cites, claim.account, claim.badges,
  claim.left_open as "leftOpen", ${areAnswersRead} as "areAnswersRead",
  claim.rebuts, claim.undercuts, claim.qualifies, claim.supports,
  claim.shown_seq as "shownSeq", ${replacesOthers} as "replacesOthers"
`

/** The columns of `claim` that make up an `EndlessRow`, with references as entered. */
export function enteredClaimColumns(lang: DisplayLanguage): RawBuilder<unknown> {
  return sql`
    ${ownClaimColumns}, ${newestRules} as rules,
    ${allWords('claim.content_seq')} as words, ${redactionOf('claim.content_seq', 'claim.id', { alwaysHasWords: true })} as redaction,
    ${sourceRef(enteredIn('claim', 'speaker_id'), lang)} as speaker,
    coalesce((
      select json_agg(${sourceRef('subject.source_id', lang)} order by subject.position)
      from ${enteredSubjects}
    ), '[]') as about,
    ${citationsOf('claim_id', 'claim.id', lang, 'entered')} as citations
  `
}
