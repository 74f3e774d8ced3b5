import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Aspect, Fit, Response } from '../domain/kinds.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { sourceRef, type SourceRef } from './source-ref.ts'

/** What a sentence says about a link. */
export interface NamedLink {
  readonly id: LinkId
  readonly aspect: Aspect | null
  readonly response: Response | null
  readonly fit: Fit | null
  /** The ids of the points that it meets. */
  readonly meets: readonly string[]
  /** When its author dropped it. */
  readonly at: WorldDate | null
  /** The claim that it answers, if it is not a link. */
  readonly to: ClaimId | null
  /** The claim that makes it, whose speaker is its author. */
  readonly from: { readonly id: ClaimId; readonly speaker: SourceRef | null }
  /** The last event that changed anything in it, except the name of its author. */
  readonly seq: number
}

/**
 * The links that the sentences of an account name, as a JSON array: those of the attacks that it
 * cites, and of these the one that its author dropped.
 */
export function linksOfAccount(
  account: RawBuilder<unknown>,
  lang: DisplayLanguage,
): RawBuilder<readonly NamedLink[] | null> {
  return sql`case when ${account} @? '$.cites[*] ? (exists (@.links[*]) || exists (@.reverse[*]) || exists (@.answer.link))'
    then (
      select json_agg(${namedLink(lang)}) from link as named where named.id = any(array(
        select (jsonb_path_query(${account}, '$.cites[*].links[*]') #>> '{}')::uuid
        union all
        select (jsonb_path_query(${account}, '$.cites[*].reverse[*]') #>> '{}')::uuid
        union all
        select (jsonb_path_query(${account}, '$.cites[*].answer.link') #>> '{}')::uuid
      ))
    ) end`
}

/** A row of `link`, called `named`. */
function namedLink(lang: DisplayLanguage): RawBuilder<NamedLink> {
  return sql`json_build_object(
    'id', named.id, 'aspect', named.aspect, 'response', named.response, 'fit', named.fit, 'meets', named.meets,
    'at', named.ended_at, 'to', named.to_claim, 'seq', named.shown_seq,
    'from', (
      select json_build_object('id', start.id, 'speaker', ${sourceRef('start.speaker_id', lang)})
      from claim as start where start.id = named.from_claim
    )
  )`
}
