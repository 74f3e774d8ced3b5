import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Aspect, Change, Fit, Relation, Response } from '../domain/kinds.ts'
import type { Label } from '../domain/status.ts'
import { citationsOf, type CitationRow } from './citation-rows.ts'
import { enteredIn, type Reading } from './as-entered.ts'
import type { Db } from './database/db.ts'
import { hiddenIds } from './database/hidden.ts'
import { plannedOnce } from './database/prepared.ts'
import { redactionOf, type RedactionRow } from './redactions.ts'
import { allWords } from './source-ref.ts'
import { endingCitations, isUncitedConcession } from './uncited.ts'

/** A link as it is read. */
export interface LinkRow {
  readonly id: string
  readonly version: number
  readonly recordedAt: Date
  readonly voidedAt: Date | null
  readonly mergedInto: string | null
  readonly relation: Relation
  readonly from: string
  readonly toClaim: string | null
  readonly toLink: string | null
  readonly aspect: Aspect | null
  readonly arguendo: boolean
  /** Of an answer; null where none is entered and there is no default. */
  readonly response: Response | null
  /** The ids of points. */
  readonly meets: readonly string[]
  /** What the answer of a party touches. */
  readonly fit: Fit | null
  /** Of a link that supersedes; otherwise null. */
  readonly change: Change | null
  readonly endedAt: string | null
  readonly isConceded: boolean
  readonly isVoid: boolean
  readonly words: Readonly<Record<string, string>>
  readonly redaction: RedactionRow | null
  readonly citations: readonly CitationRow[]
  /** The citations of its end by its author. */
  readonly endCitations: readonly CitationRow[]
  /** It is a concession without a citation. */
  readonly isUncited: boolean
  /** The label of its guard, if it has one. */
  readonly label: Label | null
  readonly shownSeq: number
}

export async function loadLinkRows(
  db: Db,
  ids: readonly string[],
  lang: DisplayLanguage,
): Promise<LinkRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<LinkRow>`${plannedOnce}
    select ${linkColumns(lang)}
    from link left join node as guard on guard.id = link.id
    where link.id = any(${hiddenIds(ids)})
  `.execute(db)
  return rows
}

/** What a link that supersedes changes; of other links, null. */
export const changeOfLink = sql<Change | null>`
  case when link.relation = 'supersedes' then link.change end
`

/** What an answer says: rebuttals and undercuts deny unless they say otherwise. */
export const responseOfLink = sql<Response | null>`
  coalesce(link.response, case when link.relation in ('rebuts', 'undercuts') then 'denies' end)
`

/** The columns of `link`, joined with its `guard`, that make up a `LinkRow`. */
export function linkColumns(lang: DisplayLanguage, reading: Reading = 'led'): RawBuilder<unknown> {
  const end = (column: 'from_claim' | 'to_claim' | 'to_link') =>
    reading === 'led' ? sql.ref(`link.${column}`) : enteredIn('link', column)
  return sql`
    link.id, link.version, link.recorded_at as "recordedAt", link.voided_at as "voidedAt",
    link.merged_into as "mergedInto",
    link.relation, ${end('from_claim')} as "from", ${end('to_claim')} as "toClaim",
    ${end('to_link')} as "toLink",
    link.aspect, link.arguendo, ${responseOfLink} as response, link.meets, link.fit, ${changeOfLink} as change, link.ended_at as "endedAt", link.is_conceded as "isConceded",
    link.is_void as "isVoid", link.shown_seq as "shownSeq",
    ${allWords('link.content_seq')} as words, ${redactionOf('link.content_seq', 'link.id')} as redaction,
    ${citationsOf('link_id', 'link.id', lang, reading)} as citations,
    case when link.ended_at is null then '[]'
      else ${endingCitations('link_id', 'link.id', lang)} end as "endCitations",
    ${isUncitedConcession} as "isUncited",
    case when guard.id is not null then coalesce(guard.label, 'UNDEC') end as label
  `
}
