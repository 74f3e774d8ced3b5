import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { scopes } from '../../src/domain/actor.ts'
import { remembered } from '../../src/domain/badges.ts'
import { eventKinds } from '../../src/domain/event.ts'
import * as kinds from '../../src/domain/kinds.ts'
import { mergeable } from '../../src/domain/merge.ts'
import { grounds } from '../../src/domain/redaction.ts'
import { labels, statuses } from '../../src/domain/status.ts'
import { it as bare } from '../support/it.ts'

/** Words of the database alone, which nobody sends. */
const internal = [
  'answered_as.answerer',
  'entered_reference.field',
  'name_search.type',
  'name_search_missing.type',
  'node.kind',
  'node.label',
]

/** The words that the code knows, by the column that holds them. */
const vocabularies: readonly (readonly [string, readonly string[]])[] = [
  ['affiliation.relation', kinds.affiliationRelations],
  ['api_key.scope', scopes],
  ['citation.attribution', kinds.attributions],
  ['claim.kind', kinds.claimKinds],
  ['claim.label', labels],
  ['claim.status', statuses],
  ['link.aspect', kinds.aspects],
  ['link.change', kinds.changes],
  ['link.fit', kinds.fits],
  ['link.relation', kinds.relations],
  ['link.response', kinds.responses],
  ['last_status.status', remembered],
  ['merge.noun', mergeable],
  ['redaction.ground', grounds],
  ['report.kind', kinds.reportKinds],
  ['source.kind', kinds.sourceKinds],
  ['status_history.label', labels],
]

const it = bare.extend('admitted', { scope: 'file' }, async ({ db }) => {
  const { rows } = await sql<{ column: string; means: string }>`
    select conrelid::regclass || '.' || attname as column, pg_get_constraintdef(pg_constraint.oid) as means
    from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'c' and cardinality(conkey) = 1 and connamespace = 'public'::regnamespace
      and pg_get_constraintdef(pg_constraint.oid) ~ '^CHECK .{2,4}[a-z_]+ = ANY .ARRAY'
  `.execute(db)
  return new Map(rows.map(({ column, means }) => [column, valuesOf(means)]))
})

describe('the schema admits the words that the code knows', () => {
  it.for(vocabularies)('to %s', ([column, words], { admitted }) => {
    expect(admitted.get(column)).toEqual(words.toSorted())
  })

  it('to every column with such a check', ({ admitted }) => {
    const listed = [...vocabularies.map(([column]) => column), ...internal]
    expect([...admitted.keys()].toSorted()).toEqual(listed.toSorted())
  })

  it('to event.kind, whose check holds a pattern besides', async ({ db }) => {
    const { rows } = await sql<{ means: string }>`
      select pg_get_expr(conbin, conrelid) as means from pg_constraint where conname = 'event_kind_check'
    `.execute(db)
    const means = sql.raw(rows[0]?.means ?? '')
    const refused = await sql`
      select kind from unnest(${[...eventKinds]}::text[]) as kind where not (${means})
    `.execute(db)
    expect(refused.rows).toEqual([])
  })
})

/** Of `CHECK ((kind = ANY (ARRAY['fact'::text, …])))`, the words. */
function valuesOf(means: string): string[] {
  return Array.from(means.matchAll(/'([^']*)'::text/g), ([, word = '']) => word).toSorted()
}
