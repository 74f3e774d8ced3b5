import { nouns, type Noun } from '../domain/nouns.ts'
import { sql, type RawBuilder } from 'kysely'
import { found } from '../domain/errors.ts'
import { isId, isSlug } from '../domain/references.ts'
import type { Db } from './database/db.ts'

const withSlugs: ReadonlySet<Noun> = new Set(['source', 'story'])

/** Maps references (ids and slugs) to ids, including voided and merged objects. */
export async function findReferences(
  db: Db,
  type: Noun,
  references: readonly string[],
): Promise<Map<string, string>> {
  const ids = references.filter(isId)
  const found = new Map<string, string>()
  if (ids.length > 0) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(type)} where id = any(${ids}::uuid[])
    `.execute(db)
    for (const { id } of rows) found.set(id, id)
  }
  // Other strings cannot be slugs, and the database accepts no NUL.
  const slugs = references.filter(isSlug)
  if (slugs.length > 0 && withSlugs.has(type)) {
    const { rows } = await sql<{ id: string; slug: string }>`
      select id, slug from ${sql.table(type)} where slug = any(${slugs}::text[])
    `.execute(db)
    for (const { id, slug } of rows) found.set(slug, id)
  }
  return found
}

/** The same, with the survivors of merged objects. */
export async function findSurvivors(
  db: Db,
  type: Noun,
  references: readonly string[],
): Promise<Map<string, string>> {
  const found = await findReferences(db, type, references)
  const { rows } = await sql<{ id: string; into: string | null }>`
    select id, ${mergedInto(type)} as into from ${sql.table(type)}
    where id = any(${[...found.values()]}::uuid[])
  `.execute(db)
  const leading = new Map(rows.map(({ id, into }) => [id, into ?? id]))
  return new Map([...found].map(([reference, id]) => [reference, leading.get(id) ?? id]))
}

export interface FoundReference {
  readonly type: Noun
  readonly reference: string
  readonly id: string
  /** Its survivor, if it was merged. */
  readonly mergedInto: string | null
  /** When it, or its survivor, was voided. */
  readonly voidedAt: Date | null
  /** For a link: also whether it depends on something voided. */
  readonly isVoid: boolean
}

/** The nouns whose table names a survivor. */
export const mergedTypes: ReadonlySet<Noun> = new Set(['source', 'report', 'claim', 'link'])

/** The survivor of an object, as a column of its table. */
export function mergedInto(type: Noun): RawBuilder<string | null> {
  return mergedTypes.has(type) ? sql`merged_into` : sql`null::uuid`
}

/** When an object or its survivor was voided, and whether it has no effect. */
function voidedOf(type: Noun): RawBuilder<unknown> {
  const own = sql`voided_at as "voidedAt", ${isVoid(type)} as "isVoid"`
  if (!mergedTypes.has(type)) return own
  const ofSurvivor = (column: RawBuilder<unknown>) => sql`
    case when merged_into is null then ${column} else (
      select ${column} from ${sql.table(type)} as survivor where survivor.id = named.merged_into
    ) end
  `
  return sql`${ofSurvivor(sql`voided_at`)} as "voidedAt", ${ofSurvivor(isVoid(type))} as "isVoid"`
}

/** Whether an object has no effect, as a column of its table. */
export function isVoid(type: Noun): RawBuilder<boolean> {
  return type === 'link' ? sql`is_void` : sql`voided_at is not null`
}

/** Everything that these references name, of any type. */
export async function findAllReferences(
  db: Db,
  references: readonly string[],
): Promise<FoundReference[]> {
  if (references.length === 0) return []
  const ids = references.filter(isId)
  const slugs = references.filter((reference) => !isId(reference))
  const byId = nouns.map(
    (type) => sql`
      select ${sql.lit(type)} as type, id::text as reference, id,
        ${mergedInto(type)} as "mergedInto", ${voidedOf(type)}
      from ${sql.table(type)} as named
      where id = any(${ids}::uuid[])
    `,
  )
  const bySlug = [...withSlugs].map(
    (type) => sql`
      select ${sql.lit(type)}, slug, id,
        ${mergedInto(type)}, ${voidedOf(type)}
      from ${sql.table(type)} as named where slug = any(${slugs}::text[])
    `,
  )
  const { rows } = await sql<FoundReference>`
    ${sql.join([...byId, ...bySlug], sql` union all `)}
  `.execute(db)
  return rows
}

/** Some references, and everything that they name. */
export interface LookedUp {
  readonly references: ReadonlySet<string>
  readonly found: readonly FoundReference[]
}

/** Looks up some references, to be used later in the same transaction. */
export async function lookUp(tx: Db, references: readonly string[]): Promise<LookedUp> {
  return { references: new Set(references), found: await findAllReferences(tx, references) }
}

/** Everything that some references name, asking only about those that were not looked up before. */
export async function findOthers(
  tx: Db,
  references: readonly string[],
  { references: known, found }: LookedUp = { references: new Set(), found: [] },
): Promise<readonly FoundReference[]> {
  const asked = new Set(references)
  const others = await findAllReferences(tx, [...asked.difference(known)])
  return [...found.filter(({ reference }) => asked.has(reference)), ...others]
}

/** Which of these slugs are taken. */
export async function findTakenSlugs(
  db: Db,
  type: 'source' | 'story',
  slugs: readonly string[],
): Promise<Set<string>> {
  return new Set((await findReferences(db, type, slugs)).keys())
}

/**
 * The first free numbers, from 2 on, for slugs with a common stem. The series stops at the limit,
 * and each slug is one index look-up. The end of the series is hidden from the planner, which would
 * otherwise compile the query for its full length.
 */
export async function listFreeNumbers(
  db: Db,
  type: 'source' | 'story',
  stems: readonly { readonly stem: string; readonly count: number }[],
): Promise<{ stem: string; number: number }[]> {
  if (stems.length === 0) return []
  const { rows } = await sql<{ stem: string; number: number }>`
    select stem, number
    from unnest(
      ${stems.map(({ stem }) => stem)}::text[], ${stems.map(({ count }) => count)}::int[]
    ) with ordinality as wanted (stem, count, nth)
    cross join lateral (
      select number from (select generate_series(2, 2147483647 - count) as number) as numbers
      where (select true from ${sql.table(type)} where slug = stem || '-' || number) is null
      limit count
    ) as free
    order by nth, number
  `.execute(db)
  return rows
}

/** @throws {DomainError} `not-found` */
export async function idOf(db: Db, type: Noun, asked: string): Promise<string> {
  return found(await findId(db, type, asked))
}

export async function findId(db: Db, type: Noun, asked: string): Promise<string | undefined> {
  const [id] = (await findReferences(db, type, [asked])).values()
  return id
}

/** Whether an object of that type exists. */
export function isThere(db: Db, type: Noun) {
  return async (asked: string): Promise<boolean> => (await findId(db, type, asked)) !== undefined
}
