import type { FieldFault } from '../domain/errors.ts'
import { isSlug } from '../domain/references.ts'
import type { Db } from '../store/database/db.ts'
import { findByNames, findSpelledLike, type Named, type Nameable } from '../store/name-search.ts'
import { findSurvivors } from '../store/references.ts'
import { partsOfNames } from './values.ts'
import { badQuery } from './bad-query.ts'

/** Lists of ids by filter. */
type Ids<F extends string> = Record<F, string[] | undefined>

/** The named filters: their values as sent, and the kind of thing they name. */
type Asked<F extends string> = Record<F, { type: Nameable; sent: readonly string[] | undefined }>

/**
 * The ids of what filters name, by id, slug, name or alias. A value that names nothing, or several
 * things, is refused: an empty list would suggest that nothing is on record.
 *
 * @throws {DomainError} `bad-query`, with suggestions
 */
export async function idsOfNamed<F extends string>(db: Db, asked: Asked<F>): Promise<Ids<F>> {
  const faults: FieldFault[] = []
  const ids: Partial<Ids<F>> = {}
  for (const filter in asked) {
    const { type, sent } = asked[filter]
    const chosen = sent && (await chosenAmong(db, type, sent))
    const unnamed = (chosen ?? []).filter(({ found }) => found.length === 0)
    const suggested = await suggestedFor(
      db,
      type,
      unnamed.map(({ name }) => name),
      faults.length,
    )
    ids[filter] = chosen && [...new Set(chosen.flatMap(({ found }) => found.map(({ id }) => id)))]
    for (const [index, { name, found }] of (chosen ?? []).entries())
      if (found.length !== 1)
        faults.push({
          pointer: `/${filter}/${index}`,
          ...(found.length > 1
            ? ambiguous(name, found)
            : nothing(type, name, suggested.get(name) ?? [])),
        })
  }
  if (faults.length > 0) throw badQuery(faults)
  // The loop above filled in the ids of each filter.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ids as Ids<F>
}

interface Choice {
  readonly name: string
  readonly found: readonly Pick<Named, 'id'>[]
}

/**
 * What each value names. A single value is split at commas, unless the whole is a name. Of several
 * values, one is split only if it names nothing but its parts do.
 */
async function chosenAmong(db: Db, type: Nameable, sent: readonly string[]): Promise<Choice[]> {
  const parts = sent.map(partsOfNames)
  const found = await findNamed(db, type, [...new Set([...sent, ...parts.flat()])])
  const choose = (name: string): Choice => ({ name, found: found.get(name) ?? [] })
  return sent.flatMap((value, index) => {
    const whole = choose(value.trim())
    const each = (parts[index] ?? []).map(choose)
    const [first, second] = sent.length > 1 ? [[whole], each] : [each, [whole]]
    return !areNamed(first) && areNamed(second) ? second : first
  })
}

function areNamed(choices: readonly Choice[]): boolean {
  return choices.every(({ found }) => found.length > 0)
}

/**
 * The survivors of the ids in a filter, all of which must exist.
 *
 * @throws {DomainError} `bad-query`
 */
export async function knownIds(
  db: Db,
  filter: 'report',
  ids: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  const known = ids && (await findSurvivors(db, filter, ids))
  const faults = ids?.flatMap((id, index): FieldFault[] => {
    const message = `There is no ${filter} ${id}.`
    return known?.has(id)
      ? []
      : [{ pointer: `/${filter}/${index}`, code: 'unknown-reference', message }]
  })
  if (faults && faults.length > 0) throw badQuery(faults)
  return known && [...new Set(known.values())]
}

/** Finds things by id in either case, by exact slug, or by name or alias. */
async function findNamed(db: Db, type: Nameable, names: readonly string[]) {
  const references = new Map(names.map((name) => [name, referenceIn(name)]))
  const asked = [...references.values()].filter((reference) => reference !== undefined)
  const known = await findSurvivors(db, type, [...new Set(asked)])
  const found = new Map<string, readonly Pick<Named, 'id'>[]>()
  for (const [name, reference] of references) {
    const id = reference === undefined ? undefined : known.get(reference)
    if (id !== undefined) found.set(name.trim(), [{ id }])
  }
  const others = names.filter((name) => !found.has(name.trim()))
  for (const [name, all] of await findByNames(db, type, others)) found.set(name.trim(), all)
  return found
}

function referenceIn(name: string): string | undefined {
  const written = name.trim().normalize('NFC')
  const lower = written.toLowerCase()
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lower)) return lower
  return isSlug(written) ? written : undefined
}

/** How many unknown names get suggestions; with more, the caller must fix these first. */
const suggestedMax = 5

async function suggestedFor(db: Db, type: Nameable, names: readonly string[], count: number) {
  const first = [...new Set(names)].slice(0, Math.max(0, suggestedMax - count))
  return findSpelledLike(db, type, first, 3)
}

function nothing(type: Nameable, name: string, candidates: readonly Named[]) {
  const advice =
    candidates.length > 0
      ? ` Did you mean ${listed(candidates, 'disjunction')}?`
      : ' Send an id, a slug, a name or an alias that is on record.'
  const message = `"${name}" names no ${type}.${advice}`
  return { code: 'unknown-reference', message, ...(candidates.length > 0 && { candidates }) }
}

function ambiguous(name: string, found: readonly Pick<Named, 'id'>[]) {
  const candidates = found.slice(0, 10).filter((each): each is Named => 'slug' in each)
  const message = `"${name}" names several: ${listed(candidates, 'conjunction')}. Send the slug or the id of one.`
  return { code: 'ambiguous', message, candidates }
}

function listed(candidates: readonly Named[], type: 'conjunction' | 'disjunction'): string {
  const words = candidates.map(({ slug, name }) => `${slug} (${name})`)
  return new Intl.ListFormat('en', { type }).format(words)
}
