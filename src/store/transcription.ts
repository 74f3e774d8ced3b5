import { sql, type RawBuilder } from 'kysely'
import type { ClaimId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'
import { plannedOnce } from './database/prepared.ts'

/**
 * When the transcription of a claim was last amended: its words, an existing translation, or
 * another entered field. Adding a translation is not an amendment, nor is
 * dividing a claim into points.
 */
export async function findLastAmendment(db: Db, claim: ClaimId): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`${plannedOnce}
    select made.at
    from event as made cross join lateral (
      select seq, body from event
      where object = made.object and seq < made.seq and kind in ('claim.added', 'claim.amended')
      order by seq desc limit 1
    ) as before
    where made.object = ${claim}::uuid and made.kind = 'claim.amended'
      and (${entered('made')} is distinct from ${entered('before')} or ${losesTranslation})
    order by made.seq desc
    limit 1
  `.execute(db)
  return rows[0]?.at
}

/**
 * Everything in a version except its translations and points. Older versions have the numbers of a figure as
 * facts.
 */
export function entered(version: 'made' | 'before'): RawBuilder<unknown> {
  const facts = sql`${sql.ref(`${version}.body`)}::jsonb -> 'facts'`
  return sql`(
    select (${facts}) - '{translations,figure,points}'::text[]
      || coalesce(jsonb_object_agg(field, body) filter (
        where field not like '/texts/%' and field not like '/points/%'
      ), '{}')
      || jsonb_strip_nulls(jsonb_build_object(
        '/figure/low', ${facts} #> '{figure,low}', '/figure/high', ${facts} #> '{figure,high}',
        'form', ${facts} #> '{figure,form}',
        'lowExclusive', ${facts} #> '{figure,lowExclusive}',
        'highExclusive', ${facts} #> '{figure,highExclusive}'
      ))
    from words where words.seq = ${sql.ref(`${version}.seq`)}
  )`
}

const losesTranslation = sql`exists (
  select from words as old
  where old.seq = before.seq and old.field like '/texts/%' and not exists (
    select from words as kept
    where kept.seq = made.seq and kept.field like '/texts/%' and kept.body = old.body
  )
)`
