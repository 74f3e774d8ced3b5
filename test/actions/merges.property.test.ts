import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { relations } from '../../src/domain/kinds.ts'
import type { Db } from '../../src/store/db.ts'
import { brokenRules } from '../oracle/broken-rules.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { mergedRecord } from '../oracle/merged.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import { recompute } from '../oracle/recompute.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, importSteps } from '../support/import.ts'
import { it } from '../support/it.ts'
import { endLine, linkLine, mergeLine, voidLine, withdrawalLine } from '../support/lines.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)
const changesMax = 14

/** What the record should hold, as it was entered, and the merges in force. */
interface Model {
  record: PlainRecord
  readonly merges: Map<string, Merge>
}

interface Merge {
  readonly from: string
  readonly into: string
}

/** A line to import, and what it makes of the model once it is accepted. */
interface Change {
  readonly line: object
  apply(refs: Readonly<Record<string, string>>): void
}

describe('merges and voids of merges, in any order', () => {
  it.for(seeds)('leave the statuses of an independent reading, record %i', async (seed, { db }) => {
    const random = randomFrom(seed)
    const plain = randomRecord(seed, { sources: 5, claims: 12, links: 24 })
    const refs = await importSteps(db, toBundleSteps(plain, seed, `merged-${seed}`))
    const record = renamed(plain, new Map(Object.entries(refs)))
    const reports = plain.sources.flatMap(({ id }) => refs[`report-${id}`] ?? [])
    const model: Model = { record, merges: new Map() }
    const isEdited = seed % 4 >= 2

    for (let index = 0; index < changesMax; index++) {
      const isEdit = isEdited && random.chance(0.4)
      const change = isEdit ? randomEdit(random, model) : randomMerge(random, model, reports)
      if (change && (await isAccepted(db, change))) await expectStatuses(db, model)
    }
    await expectRightRecord(db)

    await voidAll(db, random, model)
    if (!isEdited) expect(model).toEqual({ record, merges: new Map() })
    await expectStatuses(db, model)
    await expectRightRecord(db)
  })
})

function randomMerge(random: Random, model: Model, reports: readonly string[]): Change | undefined {
  if (model.merges.size > 0 && random.chance(0.25))
    return voidOf(model, random.pick([...model.merges.keys()]))
  const noun = random.pick(['source', 'source', 'claim', 'claim', 'claim', 'report'] as const)
  const { sources, claims } = model.record
  const ids = { source: sources, claim: claims, report: reports.map((id) => ({ id })) }[noun]
  const from = random.pick(ids).id
  const fitting = noun === 'claim' && random.chance(0.8) ? alike(model, from) : ids
  if (fitting.length === 0) return undefined
  const into = random.pick(fitting).id
  const id = crypto.randomUUID()
  return {
    line: mergeLine(noun, from, into, { id }),
    apply: () => model.merges.set(id, { from, into }),
  }
}

/** Claims that have the speaker that a claim has, once what is merged is one. */
function alike(model: Model, id: string) {
  const into = new Map([...model.merges.values()].map((merge) => [merge.from, merge.into]))
  const survivor = (source: string | null | undefined): string | null => {
    const next = into.get(source ?? '')
    return next === undefined ? (source ?? null) : survivor(next)
  }
  const { claims } = model.record
  const one = claims.find((claim) => claim.id === id)
  return claims.filter(
    (claim) => claim.id !== id && survivor(claim.speaker) === survivor(one?.speaker),
  )
}

function voidOf(model: Model, merge: string): Change {
  return {
    line: { type: 'void', merge, reason: 'They are two.' },
    apply: () => model.merges.delete(merge),
  }
}

/** A link, an end or a void, which may name what is merged. */
function randomEdit(random: Random, model: Model): Change {
  const { claims, links } = model.record
  const [claim, other] = [random.pick(claims), random.pick(claims)]
  const link = links.length > 0 ? random.pick(links) : undefined
  const what = random.pick([
    'link',
    'link',
    'link',
    'onto',
    'end',
    'void',
    'void claim',
    'withdraw',
  ])
  if (what === 'void claim') return ending(model, claim.id, 'voided')
  if (what === 'withdraw') return ending(model, claim.id, 'withdrawn')
  if (what === 'end' && link) return ending(model, link.id, 'ended')
  if (what === 'void' && link) return ending(model, link.id, 'voided')
  const isOnto = what === 'onto' && link !== undefined
  const relation = isOnto ? 'undercuts' : random.pick(relations)
  const to = isOnto ? { link: link.id } : { claim: other.id }
  return {
    line: linkLine('new', relation, claim.id, '', { to }),
    apply: ({ new: id = '' }) => {
      const entered = { id, relation, from: claim.id, to, ended: false, voided: false }
      model.record = { ...model.record, links: [...model.record.links, entered] }
    },
  }
}

function ending(model: Model, id: string, how: 'voided' | 'withdrawn' | 'ended'): Change {
  const isClaim = model.record.claims.some((claim) => claim.id === id)
  const line = {
    voided: voidLine(isClaim ? { claim: id } : { link: id }),
    withdrawn: withdrawalLine(id),
    ended: endLine(id),
  }[how]
  const changed = <Item extends { id: string }>(item: Item) =>
    item.id === id ? Object.assign({}, item, { [how]: true }) : item
  return {
    line,
    apply: () => {
      const { sources, claims, links } = model.record
      model.record = { sources, claims: claims.map(changed), links: links.map(changed) }
    },
  }
}

/** Enters a change; one that the rules refuse leaves the record as it was. */
async function isAccepted(db: Db, { line, apply }: Change): Promise<boolean> {
  try {
    apply((await importLines(db, [line])).refs)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** One void may have to wait for another: two claims are of one voice by a merge of their speakers. */
async function voidAll(db: Db, random: Random, model: Model): Promise<void> {
  for (let before = Infinity; model.merges.size < before;) {
    before = model.merges.size
    for (const merge of random.shuffled([...model.merges.keys()]))
      await isAccepted(db, voidOf(model, merge))
  }
}

async function expectStatuses(db: Db, { record, merges }: Model): Promise<void> {
  const into = new Map([...merges.values()].map((merge) => [merge.from, merge.into]))
  const expected = mergedRecord(record, into)
  expect(brokenRules(expected)).toEqual([])
  const { claims } = recompute(expected)
  const ids = record.claims.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`
    select id, label, status, cites from claim where id = any(${ids}::uuid[])
  `.execute(db)
  const nothing = { label: null, status: null, cites: [] }
  expect(new Map(rows.map(({ id, ...stated }) => [id, stated]))).toEqual(
    new Map(ids.map((id) => [id, claims.get(id) ?? nothing])),
  )
}
