import { sql } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import { candidateQueries } from '../domain/search/candidates.ts'
import { weigh, type Rarity } from '../domain/search/overlap.ts'
import type { Sentence } from '../domain/search/sentences.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'

/** A sentence that can be compared. */
export interface AskedSentence {
  readonly sentence: Sentence
  readonly tokens: ReadonlySet<string>
}

/**
 * Besides the closest, claims of which so much is in the sentence, with all their translations, so that
 * none is hidden behind others with the same words; so many at most.
 */
const withinMin = 0.15
const withinMax = 60

export interface Limits {
  /** How many claims are ranked for each sentence, and how many of these are compared. */
  readonly each: number
  readonly closest: number
}

/** A claim that shares much with a sentence. */
interface Close {
  readonly claim: ClaimId
  readonly asked: AskedSentence
  readonly isContested: boolean
  readonly isFigure: boolean
  /** Whether others like it may have been left out. */
  readonly isLast: boolean
}

/** How many claims have a token is an estimate; they may be so many times more. */
const misjudged = 3

/** PostgreSQL ranks a text with every token once by this share of their number. */
const rankOfOne = 0.6

/** The claims that share most with each of some sentences, in one statement for all of them. */
export async function findClose(
  db: Db,
  asked: readonly AskedSentence[],
  { each, closest, rarity }: Limits & { readonly rarity: Rarity },
): Promise<{ readonly close: readonly Close[]; readonly cut: ReadonlySet<Sentence> }> {
  const aloneMax = each * misjudged
  const sent = await mapInSlices(asked, ({ tokens }, nth) => {
    const all = [...tokens]
    const telling = tellingOf(all, rarity)
    return {
      nth,
      ...candidateQueries(all, rarity, each),
      telling: telling.map((token) => `'${token}'`).join(' | '),
      told: telling.length / rankOfOne,
    }
  })
  const { rows } = await sql<{
    nth: number
    claim: ClaimId
    isContested: boolean
    isFigure: boolean
    isCut: boolean
    isLast: boolean
  }>`
    with asked as materialized (
      select nth, alone::tsquery, together::tsquery, telling::tsquery, told
      from json_to_recordset(${JSON.stringify(sent)}::json) as asked (
        nth integer, alone text, together text, telling text, told real
      )
    )
    select asked.nth, close.claim_id as claim, close.is_contested as "isContested",
      close.is_figure as "isFigure", close.is_cut as "isCut", close.is_last as "isLast"
    from asked cross join lateral (
      select ranked.claim_id, ranked.is_contested, ranked.is_figure,
        ranked.of_alone >= ${aloneMax} as is_cut,
        ranked.place_within = ${withinMax}::integer as is_last
      from (
        select known.claim_id, known.is_contested, known.is_figure, known.rank, known.size, known.of_alone,
          row_number() over (
            order by known.rank desc, known.is_contested desc, known.claim_id
          ) as place,
          row_number() over (
            order by known.rank / known.size desc, known.is_contested desc, known.claim_id
          ) as place_within
        from (
          select candidate.claim_id, ts_rank('{1, 1, 1, 1}', candidate.tokens, asked.telling) as rank,
            length(candidate.tokens) as size,
            count(*) filter (where candidate.is_alone) over () as of_alone,
            claim.status <> 'unchallenged' as is_contested, claim.kind = 'figure' as is_figure
          from (
            (
              select claim_id, tokens, true as is_alone from claim_search
              where tokens @@ asked.alone limit ${aloneMax}
            )
            union all
            (
              select claim_id, tokens, false as is_alone from claim_search
              where tokens @@ asked.together and not tokens @@ asked.alone
              limit ${each * 2}
            )
          ) as candidate
          join claim on claim.id = candidate.claim_id
            and claim.voided_at is null and claim.merged_into is null
        ) as known
      ) as ranked
      where ranked.place <= ${closest}::integer
        or ranked.place_within <= ${withinMax}::integer and ranked.rank * asked.told >= ${withinMin}::real * ranked.size
    ) as close
  `.execute(db)
  const close = rows.flatMap(({ nth, claim, isContested, isFigure, isLast }) => {
    const of = asked[nth]
    return of ? [{ claim, asked: of, isContested, isFigure, isLast }] : []
  })
  const cut = rows.flatMap(({ nth, isCut }) => (isCut ? (asked[nth]?.sentence ?? []) : []))
  return { close, cut: new Set(cut) }
}

/**
 * The half of the tokens that says most. The database ranks by how many of them a claim has, which is
 * much quicker than adding up what every token says.
 */
function tellingOf(tokens: readonly string[], rarity: Rarity): readonly string[] {
  const ordered = [...weigh(tokens, rarity).tokens].toSorted(([, a], [, b]) => b - a)
  return ordered.slice(0, Math.ceil(ordered.length / 2)).map(([token]) => token)
}
