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

/** The name or title in the display language, else the original one. */
export function localWord(
  { seq, langs, list, field }: { seq: string; langs: string; list: string; field: string },
  lang: DisplayLanguage,
): RawBuilder<string | null> {
  return sql`coalesce(
    (
      select body from words
      where words.seq = ${sql.ref(seq)}
        and words.field = ${`${list}/`} || (array_position(${sql.ref(langs)}::text[], ${lang}) - 1) || ${field}
    ),
    ${word(seq, field)}
  )`
}

/** A source as JSON, found by an expression that is its id. */
export function sourceRef(id: string, lang: DisplayLanguage): RawBuilder<SourceRef> {
  const name = localWord(
    { seq: 'named.content_seq', langs: 'named.name_langs', list: '/names', field: '/name' },
    lang,
  )
  return sql`(
    select json_build_object(
      'id', named.id, 'slug', named.slug, 'kind', named.kind, 'name', ${name},
      'seq', ${wordsSeq('named.content_seq', 'named.id')}
    )
    from source as named where named.id = ${sql.ref(id)}
  )`
}

/** All texts of an object as JSON, by JSON Pointer. */
export function allWords(contentSeq: string): RawBuilder<Record<string, string>> {
  return sql`coalesce(
    (select json_object_agg(field, body) from words where words.seq = ${sql.ref(contentSeq)}), '{}'
  )`
}
