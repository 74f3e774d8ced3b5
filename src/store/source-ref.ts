import { sql, type RawBuilder } from 'kysely'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { SourceKind } from '../domain/kinds.ts'
import { wordsSeq } from './redactions.ts'

/** A source as named by other objects. `seq` is the event that last set or removed its name. */
export interface SourceRef {
  readonly id: string
  readonly slug: string
  readonly kind: SourceKind
  readonly name: string | null
  readonly seq: number
}

/** One text field of an object, from the event that last set its content. */
export function word(contentSeq: string, field: string): RawBuilder<string | null> {
  return sql`(select body from words where words.seq = ${sql.ref(contentSeq)} and field = ${field})`
}

/**
 * A source as JSON, with its name in the display language if it has one; `id` is an SQL expression.
 * If it is named through a merged entry, `shownSeq` is the event of that merge.
 */
export function sourceRef(
  id: string | RawBuilder<string>,
  lang: DisplayLanguage,
  shownSeq?: RawBuilder<number>,
): RawBuilder<SourceRef> {
  const seq = wordsSeq('named.content_seq', 'named.id', sql`name.body is null`)
  return sql`(
    select json_build_object(
      'id', named.id, 'slug', named.slug, 'kind', named.kind, 'name', name.body,
      'seq', ${shownSeq ? sql`greatest(${seq}, ${shownSeq})` : seq}
    )
    from source as named left join words as name on name.seq = named.content_seq
      and name.field = coalesce(
        case when cardinality(named.name_langs) > 0
          then '/names/' || ${placeInLanguage('named.name_langs', lang)} - 1 || '/name' end,
        '/name'
      )
    where named.id = ${typeof id === 'string' ? sql.ref(id) : id}
  )`
}

/**
 * The index in an array of language tags: of the exact tag, otherwise of its first variant. Most have
 * neither, which a simple comparison tells.
 */
function placeInLanguage(column: string, lang: DisplayLanguage): RawBuilder<number | null> {
  const tags = sql`${sql.ref(column)}::text[]`
  const plain = sql`regexp_replace(
    array_to_string(${tags}, ' '), ${`(^| )${lang}-\\S+`}, ${`\\1${lang}`}, 'g'
  )`
  return sql`coalesce(
    array_position(${tags}, ${lang}),
    case when ' ' || array_to_string(${tags}, ' ') like ${`% ${lang}-%`}
      then array_position(string_to_array(${plain}, ' '), ${lang}) end
  )`
}

/** All texts of an object as JSON, by JSON Pointer. */
export function allWords(contentSeq: string): RawBuilder<Record<string, string>> {
  return sql`coalesce(
    (select json_object_agg(field, body) from words where words.seq = ${sql.ref(contentSeq)}), '{}'
  )`
}
