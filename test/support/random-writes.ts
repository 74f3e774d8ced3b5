import { sql } from 'kysely'
import { amendObject } from '../../src/actions/amend-object.ts'
import { redactObject } from '../../src/actions/redact-object.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainLink, PlainRecord } from '../oracle/record.ts'
import { perform, randomEdit, type Ground } from './edit-game.ts'
import { importLines, quiet } from './import.ts'
import { claimLine, linkLine, mergeLine } from './lines.ts'
import { enterRandom } from './random-merges.ts'

const versions = Array.from({ length: 99 }, (_, index) => index + 1)
const show = (_: Db, id: string) => Promise.resolve({ id })

/** What a random write may name, as it is in the database. */
interface Things {
  readonly record: PlainRecord
  readonly reports: readonly string[]
  readonly stories: readonly string[]
  readonly citations: readonly string[]
  readonly merges: readonly string[]
}

export interface Entered {
  /** When it was entered. */
  readonly since: Date
  readonly ground: Ground
}

/** A few claims with many links, in one story. */
export async function enterDense(db: Db, seed: number): Promise<Entered> {
  const since = new Date()
  const { record, reports } = await enterRandom(db, seed)
  const sources = record.sources.map(({ id }) => id)
  const standing = record.claims.filter(({ voided }) => !voided)
  const claims = standing.slice(0, 5).map(({ id }) => id)
  const story = { type: 'story', ref: 's', slug: `story-${seed}`, title: 'A story', claims }
  await importLines(db, [story])
  return { since, ground: { sources, court: sources[0] ?? '', report: reports[0] ?? '' } }
}

/**
 * Tries a random write of any kind to what was entered since some time, as the service itself.
 *
 * @returns what it was; undefined if it was refused or there was nothing to change
 */
export async function writeAnything(
  db: Db,
  random: Random,
  { ground, since, count }: { ground: Ground; since: Date; count: number },
): Promise<string | undefined> {
  const things = await thingsOf(db, since)
  const { sources, claims, links } = things.record
  const [claim, other, source, whole] = [
    random.pick(claims).id,
    random.pick(claims).id,
    random.pick(sources).id,
    random.pick(sources).id,
  ]
  const actor = system
  const edit = async () => {
    const edit = randomEdit(random, things.record, ground)
    if (edit) await perform(db, actor, { edit, ground, count })
    return edit?.do
  }
  const amend = async (type: 'report' | 'story', id: string, patch: Record<string, unknown>) => {
    await amendObject(quiet(db), { actor, show, type, id, versions, patch })
  }
  const enter = (...lines: object[]) => importLines(db, lines)
  const further: Readonly<Record<string, () => Promise<unknown>>> = {
    affiliations: () => {
      const relation = random.pick(['speaks_for', 'part_of', 'employed_by'] as const)
      const affiliations = random.chance(0.3) ? [] : [{ relation, to: whole }]
      const edit = { do: 'affiliations', object: source, affiliations } as const
      return perform(db, actor, { edit, ground, count })
    },
    'supersede and correct': () => enter(linkLine('l', 'supersedes', claim, other)),
    'change of a link': async () => {
      const correcting = links.filter(({ relation }) => relation === 'supersedes')
      if (correcting.length === 0) return
      const change = random.pick(['wording', 'substance'] as const)
      const edit = { do: 'change', object: random.pick(correcting).id, change } as const
      await perform(db, actor, { edit, ground, count })
    },
    'title of a report': () =>
      amend('report', random.pick(things.reports), { title: `Title ${count}` }),
    'source of a report': () => amend('report', random.pick(things.reports), { source }),
    'void of a report': () => enter({ ...voided, report: random.pick(things.reports) }),
    'void of a citation': () => enter({ ...voided, citation: random.pick(things.citations) }),
    'claims of a story': () =>
      amend('story', random.pick(things.stories), { claims: [...new Set([claim, other])] }),
    rating: () =>
      enter(
        { type: 'source', ref: 's', kind: 'fact_checker', name: `Checkers ${count}` },
        claimLine('c', 's', { rating: `Rating ${count}`, about: [] }),
        linkLine('l', random.pick(['rebuts', 'supports', 'qualifies']), 'c', claim),
      ),
    'a bundle of links': () =>
      enter(
        claimLine('c', source, { about: [whole] }),
        linkLine('l', 'restates', 'c', claim),
        linkLine('m', 'rebuts', 'c', other),
        { ...linkLine('n', 'undercuts', other, ''), to: { link: random.pick(links).id } },
      ),
    'merge of claims': () => enter(mergeLine('claim', claim, other)),
    'merge of sources': () => enter(mergeLine('source', source, whole)),
    'void of a merge': async () => {
      if (things.merges.length > 0) await enter({ ...voided, merge: random.pick(things.merges) })
    },
    redaction: () =>
      redactObject(quiet(db), {
        actor,
        show,
        versions,
        type: 'claim',
        id: claim,
        redaction: { ground: 'erased', statement: null },
      }),
  }
  const [what, write] = random.chance(0.6) ? ['edit', edit] : random.pick(Object.entries(further))
  const before = await headOf(db)
  try {
    const done = await write()
    if ((await headOf(db)) === before) return undefined
    return typeof done === 'string' ? done : what
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** The last event on record. */
export async function headOf(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`select seq from record_head`.execute(db)
  return rows[0]?.seq
}

const voided = { type: 'void', reason: 'Entered by mistake.' }

async function thingsOf(db: Db, since: Date): Promise<Things> {
  const isNew = sql`recorded_at >= ${since}::timestamptz`
  const claims = await sql<PlainClaim>`
    select id, kind, speaker_id as speaker, '[]'::json as about, null as at,
      withdrawn_at is not null as withdrawn, voided_at is not null as voided
    from claim where merged_into is null and ${isNew} order by id
  `.execute(db)
  const links = await sql<PlainLink>`
    select id, relation, from_claim as from, ended_at is not null as ended, is_void as voided,
      case when to_link is null then json_build_object('claim', to_claim)
        else json_build_object('link', to_link) end as to
    from link where merged_into is null and ${isNew} order by id
  `.execute(db)
  const ids = async (table: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where voided_at is null and ${isNew} order by id
    `.execute(db)
    return rows.map(({ id }) => id)
  }
  const sources = (await ids('source')).map((id) => ({ id, affiliations: [] }))
  return {
    record: { sources, claims: claims.rows, links: links.rows },
    reports: await ids('report'),
    stories: await ids('story'),
    citations: await ids('citation'),
    merges: await ids('merge'),
  }
}
