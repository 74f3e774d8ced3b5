import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Fit } from '../domain/kinds.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { Db } from './database/db.ts'
import { askedIds, prepared } from './database/prepared.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** What a sentence says about a link. */
export interface NamedLink {
  readonly id: LinkId
  readonly aspect: Aspect | null
  readonly fit: Fit | null
  /** The ids of the points that it meets. */
  readonly meets: readonly string[]
  /** When its author dropped it. */
  readonly at: WorldDate | null
  /** The claim that makes it, whose speaker is its author. */
  readonly from: { readonly id: ClaimId; readonly speaker: SourceRef | null }
  /** The last event that changed anything in it, except the name of its author. */
  readonly seq: number
}

export async function loadNamedLinks(
  db: Db,
  ids: readonly LinkId[],
  lang: DisplayLanguage,
): Promise<Map<LinkId, NamedLink>> {
  if (ids.length === 0) return new Map()
  const rows = await namedLinksById(db, ids, lang)
  return new Map(rows.map(({ link }) => [link.id, link]))
}

const namedLinksById = prepared<{ readonly link: NamedLink }>(
  'named-links',
  (sent) => sent,
  (lang) => sql<{ readonly link: NamedLink }>`
    select ${namedLink(lang)} as link from link as named where named.id = ${askedIds}
  `,
)

/**
 * The links of the attacks that an account cites, as a JSON array. They are loaded with the claim,
 * because most claims that somebody answered have some; other links take another statement.
 */
export function linksOfAttacks(
  account: RawBuilder<unknown>,
  lang: DisplayLanguage,
): RawBuilder<NamedLink[]> {
  return sql`case when ${account} @? '$.cites[*].links[*]' then (
    select json_agg(${namedLink(lang)}) from link as named where named.id = any(array(
      select (jsonb_path_query(${account}, '$.cites[*].links[*]') #>> '{}')::uuid
    ))
  ) end`
}

/** A row of `link`, called `named`. */
function namedLink(lang: DisplayLanguage): RawBuilder<NamedLink> {
  return sql`json_build_object(
    'id', named.id, 'aspect', named.aspect, 'fit', named.fit, 'meets', named.meets,
    'at', named.ended_at, 'seq', named.shown_seq,
    'from', (
      select json_build_object('id', start.id, 'speaker', ${sourceRef('start.speaker_id', lang)})
      from claim as start where start.id = named.from_claim
    )
  )`
}
