import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { SourceKind } from '../domain/kinds.ts'
import { wordsSeq } from './redactions.ts'

/** How other objects name a source. `seq` is the event that last set its name, or removed it. */
export interface SourceRef {
  readonly id: string
  readonly slug: string
  readonly kind: SourceKind
  readonly name: string | null
  readonly seq: number
}

/** The text of one field of an object, from the words of the event that last set its content. */
export function word(contentSeq: string, field: string): RawBuilder<string | null> {
  return sql`(select body from words where words.seq = ${sql.ref(contentSeq)} and field = ${field})`
}

/**
 * A source as JSON, found by an expression that is its id; its name in the display language if it has
 * one. Where it is named by an entry that was merged into it, `shownSeq` is when that came to be.
 */
export function sourceRef(
  id: string | RawBuilder<string>,
  lang: DisplayLanguage,
  shownSeq?: RawBuilder<number>,
): RawBuilder<SourceRef> {
  const seq = wordsSeq('named.content_seq', 'named.id', sql`name.body is not null`)
  return sql`(
    select json_build_object(
      'id', named.id, 'slug', named.slug, 'kind', named.kind, 'name', name.body,
      'seq', ${shownSeq ? sql`greatest(${seq}, ${shownSeq})` : seq}
    )
    from source as named left join words as name on name.seq = named.content_seq
      and name.field = coalesce(
        '/names/' || ${placeInLanguage('named.name_langs', lang)} - 1 || '/name', '/name'
      )
    where named.id = ${typeof id === 'string' ? sql.ref(id) : id}
  )`
}

/** The place in an array of tags of the display language: of the tag itself, else of its first variety. */
function placeInLanguage(column: string, lang: DisplayLanguage): RawBuilder<number | null> {
  const tags = sql`${sql.ref(column)}::text[]`
  const plain = sql`regexp_replace(
    array_to_string(${tags}, ' '), ${`(^| )${lang}-\\S+`}, ${`\\1${lang}`}, 'g'
  )`
  return sql`coalesce(
    array_position(${tags}, ${lang}), array_position(string_to_array(${plain}, ' '), ${lang})
  )`
}

/** All texts of an object as JSON, by JSON Pointer. */
export function allWords(contentSeq: string): RawBuilder<Record<string, string>> {
  return sql`coalesce(
    (select json_object_agg(field, body) from words where words.seq = ${sql.ref(contentSeq)}), '{}'
  )`
}
