import { sql, type RawBuilder } from 'kysely'
import type { SourceKind } from '../../domain/kinds.ts'

/** What a list of what was found is limited to. */
export type Within =
  | { readonly reportsOf: readonly string[] }
  | { readonly sourcesOf: readonly SourceKind[] }

/**
 * A statement that finds those within the limits among the ids of `found`. In an array, those side by
 * side in the index are found together. What was merged is what it was merged into.
 */
export function foundWithin(within: Within): RawBuilder<unknown> {
  if ('reportsOf' in within)
    return sql`
      select entry.id from report as entry
      where entry.id = any(array(select id from found)) and case
        when entry.merged_into is null then entry.source_id
        else (select source_id from report as led where led.id = entry.merged_into)
      end = any(${within.reportsOf}::uuid[])
    `
  return sql`
    select entry.id from source as entry
    where entry.id = any(array(select id from found)) and case
      when entry.merged_into is null then entry.kind
      else (select kind from source as led where led.id = entry.merged_into)
    end = any(${within.sourcesOf}::text[])
  `
}
