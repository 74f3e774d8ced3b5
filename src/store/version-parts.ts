import { sql, type RawBuilder } from 'kysely'

/** Parts of two versions of a claim, which are compared: the one that was made, and one before. */
type Version = 'made' | 'before'

const ofPoint = sql.lit('/points/%/texts/%')

/** The words at some fields. */
export function wordsLike(version: Version, field: string): RawBuilder<unknown> {
  return sql`(
    select jsonb_object_agg(field, body) from words
    where words.seq = ${seqOf(version)} and field like ${sql.lit(field)}
  )`
}

/** The words of its points, in its own language. */
export function pointWords(version: Version): RawBuilder<unknown> {
  return sql`(
    select jsonb_object_agg(field, body) from words
    where words.seq = ${seqOf(version)} and field like '/points/%' and field not like ${ofPoint}
  )`
}

/** The ids of its points, and whether they have ended. */
export function pointEnds(version: Version): RawBuilder<unknown> {
  return sql`(
    select jsonb_agg(point - 'texts' order by position)
    from jsonb_array_elements(${sql.ref(`${version}.body`)}::jsonb #> '{facts,points}')
      with ordinality as listed (point, position)
  )`
}

/** The translations of its words, and those of its points, wherever these stand in the list. */
export function translations(version: Version): RawBuilder<unknown> {
  return sql`jsonb_build_array(${wordsLike(version, '/texts/%')}, (
    select jsonb_agg(body order by body) from words
    where words.seq = ${seqOf(version)} and field like ${ofPoint}
  ))`
}

function seqOf(version: Version): RawBuilder<unknown> {
  return sql.ref(`${version}.seq`)
}
