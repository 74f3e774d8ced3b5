import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { CitationEntry, ReportEntry, SourceEntry, StoryEntry } from '../domain/entries.ts'
import { foldedName, gramsOf, likeness, likenessMin } from '../domain/spelling.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import type { Db } from './database/db.ts'
import { tokenVector } from './token-vector.ts'

export type Nameable = 'source' | 'story'

/** A named thing suggested to somebody who missed its exact name. */
export interface Named {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** What is found by words of its names, its title or its quote. */
export type Worded = Nameable | 'report' | 'citation'

/** The names and search terms of one thing. */
export interface NameRow {
  readonly object: string
  readonly type: Worded
  readonly texts: readonly string[]
  readonly slug?: string
}

/** Where names, titles and quotes are stored, for each noun. */
export const namesOfAll = '^/(name|names/\\d+/name|aliases/\\d+|title|titles/\\d+/title|quote)$'

/** How many characters of all names together are indexed: many names can add up. */
const indexedMax = 20_000

/** Indexes the names of sources, replacing earlier entries. */
export async function indexSourceNames(tx: Db, sources: readonly SourceEntry[]): Promise<void> {
  await indexNames(
    tx,
    sources.map(({ id, slug, name, names, aliases }) => ({
      object: id,
      type: 'source',
      texts: [name, ...names.map((other) => other.name), ...aliases],
      slug,
    })),
  )
}

export async function indexStoryNames(tx: Db, stories: readonly StoryEntry[]): Promise<void> {
  await indexNames(
    tx,
    stories.map(({ id, slug, title, titles }) => ({
      object: id,
      type: 'story',
      texts: [title, ...titles.map((other) => other.title)],
      slug,
    })),
  )
}

export async function indexReportTitles(
  tx: Db,
  reports: readonly Pick<ReportEntry, 'id' | 'title'>[],
): Promise<void> {
  await indexNames(
    tx,
    reports.map(({ id, title }) => ({ object: id, type: 'report', texts: [title] })),
  )
}

export async function indexQuotes(
  tx: Db,
  citations: readonly Pick<CitationEntry, 'id' | 'quote'>[],
): Promise<void> {
  await indexNames(
    tx,
    citations.map(({ id, quote }) => ({ object: id, type: 'citation', texts: [quote] })),
  )
}

export async function indexNames(tx: Db, rows: readonly NameRow[]): Promise<void> {
  if (rows.length === 0) return
  const made = rows.map(({ object, type, texts: all, slug }) => {
    const texts = withinMax(all)
    const spelled = slug === undefined ? [] : [...texts, slug]
    return {
      object,
      type,
      tokens: tokenVector(texts),
      names: [...new Set(spelled.map(hashOf))],
      grams: [...new Set(spelled.flatMap(gramsOf))].map((gram) => `'${gram}'`).join(' '),
    }
  })
  await sql`
    insert into name_search (object, type, tokens, names, grams)
    select object, type, tokens::tsvector, names, grams::tsvector
    from json_to_recordset(${JSON.stringify(made)}::json)
      as made (object uuid, type text, tokens text, names uuid[], grams text)
    on conflict (object) do update
      set tokens = excluded.tokens, names = excluded.names, grams = excluded.grams
  `.execute(tx)
}

function withinMax(texts: readonly string[]): string[] {
  let length = 0
  return texts.filter((text) => (length += text.length) <= indexedMax)
}

/** Half a hash in the form of a UUID, as PostgreSQL stores it. */
function hashOf(name: string): string {
  return createHash('sha256').update(foldedName(name)).digest('hex').slice(0, 32)
}

/** Things with some exact names, also as slugs in capitals; several may share a name. */
export async function findByNames(
  db: Db,
  type: Nameable,
  names: readonly string[],
): Promise<Map<string, Named[]>> {
  if (names.length === 0) return new Map()
  const hashes = new Map(names.map((name) => [name, hashOf(name)]))
  const { rows } = await sql<Named & { hashes: string[] }>`
    select named.id, named.slug, ${nameOf(type)} as name,
      array(select replace(hash::text, '-', '') from unnest(name_search.names) as hash) as hashes
    from name_search ${joinNamed(type, 'name_search')}
    where name_search.type = ${sql.lit(type)} and name_search.type <> 'report'
      and name_search.names && ${[...hashes.values()]}::uuid[] and named.voided_at is null
    order by named.id
    limit 1000
  `.execute(db)
  return new Map(
    names.map((name) => {
      const found = rows.filter((row) => row.hashes.includes(hashes.get(name) ?? ''))
      const named = new Map(found.map(({ hashes: _, ...each }) => [each.id, each]))
      return [name, [...named.values()]]
    }),
  )
}

/** Joins the thing that has a name, or its survivor, unless its own names were removed. */
function joinNamed(type: Nameable, found: string): RawBuilder<unknown> {
  const object = sql.ref(`${found}.object`)
  if (type === 'story') return sql`join story as named on named.id = ${object}`
  return sql`join source as entry on entry.id = ${object}
    join source as named on named.id = coalesce(entry.merged_into, entry.id)
      and (entry.merged_into is null or redaction_of(named.id) is null)`
}

/** How many partly matching things are compared with all the names of a request. */
const comparedMax = 200

/** How many of their names are compared, of each. */
const spellingsMax = 20

/** More of a name is not compared. */
const spellingMax = 400

/**
 * Things whose spelling is closest to each of some names, best first. Nothing redacted is indexed.
 * The more names, the fewer things are compared with each.
 */
export async function findSpelledLike(
  db: Db,
  type: Nameable,
  names: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const asked = names
    .map((name) => ({ name, grams: gramsOf(name) }))
    .filter(({ grams }) => grams.length > 0)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<Named & { spellings: string[]; asked: string[] }>`
    select named.id, named.slug, ${nameOf(type)} as name, alike.asked, array(
      select left(body::text, ${spellingMax}) from words
      where words.seq = named.content_seq and words.field ~ ${namesOfAll}
      limit ${spellingsMax}
    ) as spellings
    from (
      select object, array_agg(query.name) as asked
      from unnest(${asked.map(({ name }) => name)}::text[],
        ${asked.map(({ grams }) => partsOf(grams))}::text[]) as query (name, parts)
      cross join lateral (
        select object from name_search
        where type = ${sql.lit(type)} and grams @@ query.parts::tsquery
        limit ${Math.ceil(comparedMax / asked.length)}
      ) as found
      group by object
    ) as alike ${joinNamed(type, 'alike')}
    where named.voided_at is null
  `.execute(db)
  const compared = await mapInSlices(rows, ({ spellings, asked: by, ...named }) => ({
    named,
    by: new Set(by),
    spelled: [named.slug, named.name, ...spellings].map((each) => gramsOf(each)),
  }))
  const alike = await mapInSlices(asked, ({ name, grams }) => {
    const scored = compared
      .filter(({ by }) => by.has(name))
      .map(({ named, spelled }) => {
        const score = Math.max(...spelled.map((each) => likeness(grams, each)))
        return { named, score }
      })
      .filter(({ score }) => score >= likenessMin)
      .toSorted((a, b) => b.score - a.score || (a.named.slug < b.named.slug ? -1 : 1))
    return [name, scored.slice(0, limit).map(({ named }) => named)] as const
  })
  return new Map(alike)
}

/**
 * A tsquery that requires all trigrams of at least one third of the name: one typo spoils one
 * third, or two where they meet. The thirds are rare enough to find few things.
 */
function partsOf(grams: readonly string[]): string {
  const size = Math.ceil(grams.length / 3)
  const parts = [0, size, 2 * size].map((from) => grams.slice(from, from + size))
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `(${part.map((gram) => `'${gram}'`).join(' & ')})`)
    .join(' | ')
}

function nameOf(type: Nameable) {
  const field = type === 'source' ? '/name' : '/title'
  return sql<string>`(
    select body from words where words.seq = named.content_seq and field = ${field}
  )`
}
