import { z } from 'zod'
import type { ObjectNoun } from '../../../domain/nouns.ts'
import { homeDomain } from '../../../domain/home-domain.ts'
import { canonicalJson } from '../../../formats/event.ts'
import { findVoid, isAnswered, isLinked } from '../../../store/links.ts'
import type { Db } from '../../../store/database/db.ts'
import type { Act } from './weigh.ts'

/** An object before and after an amendment, with ids for references. */
export interface Amendment {
  readonly type: ObjectNoun
  readonly id: string
  readonly before: Content
  readonly after: Content
  /** The fields that differ. */
  readonly fields: readonly string[]
}
type Content = Readonly<Record<string, unknown>>

/** The parts of an amendment that take a second person even if no status changes. */
export async function actsOfAmendment(tx: Db, amendment: Amendment): Promise<Act[]> {
  switch (amendment.type) {
    case 'source':
      return actsOfSource(amendment)
    case 'report':
      return actsOfReport(amendment)
    case 'claim':
      return actsOfClaim(tx, amendment)
    case 'link':
      return actsOfLink(tx, amendment)
    case 'story':
      return actsOfStory(amendment)
  }
  return amendment.type satisfies never
}

/** Every field of a source identifies it, except the path of a page on its own site. */
function actsOfSource({ id, before, after, fields }: Amendment): Act[] {
  const isBody = before['kind'] === 'body' || after['kind'] === 'body'
  if (isBody && fields.includes('kind'))
    return [{ object: id, reason: `make source ${id} a body, or none`, isNeverExempt: true }]
  const others = fields.filter((field) => field !== 'url')
  if (others.length > 0)
    return [{ object: id, reason: `change who source ${id} is (${others.join(', ')})` }]
  if (isOfOneHome(before['url'], after['url'])) return []
  return [{ object: id, reason: `change the home page of source ${id}` }]
}

/** What was not known of a report may be filled in, but what was is not replaced. */
function actsOfReport({ id, before, fields }: Amendment): Act[] {
  const changed = fields.filter((field) => {
    return !(mayBeFilledIn.has(field) && before[field] === null)
  })
  if (changed.length === 0) return []
  return [{ object: id, reason: `change what report ${id} is (${changed.join(', ')})` }]
}

const mayBeFilledIn: ReadonlySet<string> = new Set([
  'archiveUrl',
  'accessedAt',
  'length',
  'license',
])

/**
 * A translation may be added, also of a point; one that was there stays as it is. Points are entered
 * before the first answer.
 */
async function actsOfClaim(tx: Db, { id, before, after, fields }: Amendment): Promise<Act[]> {
  const isKept: Readonly<Record<string, typeof keepsAll>> = { texts: keepsAll, points: keepsPoints }
  const changed = fields.filter((field) => !isKept[field]?.(before[field], after[field]))
  if (changed.length === 0) return []
  if (before['kind'] === 'ruling' || after['kind'] === 'ruling')
    return [{ object: id, reason: `change the ruling ${id}`, isNeverExempt: true }]
  const sided = changed.filter((field) => decidesSides.has(field))
  if (sided.length > 0)
    return [{ object: id, reason: `change the ${sided.join(' and the ')} of claim ${id}` }]
  if (changed.every((field) => field === 'points') && !(await isAnswered(tx, id))) return []
  if (!(await isLinked(tx, id))) return []
  return [{ object: id, reason: `change claim ${id}, which links join to other claims` }]
}

/** The fields from which the rules derive the sides of a dispute. */
const decidesSides: ReadonlySet<string> = new Set(['speaker', 'about', 'kind', 'assertedAt'])

/** What an answer touches, and how it is meant. */
const saysHowMeant: ReadonlySet<string> = new Set(['aspect', 'arguendo', 'response', 'meets'])

async function actsOfLink(tx: Db, { id, fields }: Amendment): Promise<Act[]> {
  if ((await findVoid(tx, [id])).size > 0) return []
  if (fields.includes('change'))
    return [{ object: id, reason: `change whether the correction by link ${id} is one of wording` }]
  const isMeantOtherwise = fields.some((field) => saysHowMeant.has(field))
  const reason = isMeantOtherwise
    ? `change how the answer by link ${id} is meant`
    : `change what is noted at link ${id}`
  return [{ object: id, reason }]
}

/** Claims may be added at the end. A new title replaces the one that readers saw. */
function actsOfStory({ id, before, after, fields }: Amendment): Act[] {
  const changed = fields.filter(
    (field) => field !== 'claims' || !isContinued(before['claims'], after['claims']),
  )
  if (changed.length === 0) return []
  return [{ object: id, reason: `change story ${id} other than by adding claims to it` }]
}

function isContinued(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false
  return canonicalJson(before) === canonicalJson(after.slice(0, before.length))
}

function keepsAll(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false
  const kept = new Set(after.map((each: unknown) => canonicalJson(each)))
  return before.every((each: unknown) => kept.has(canonicalJson(each)))
}

/** Whether points are the same as before, but for translations that were added. */
function keepsPoints(before: unknown, after: unknown): boolean {
  const [had, has] = [z.array(point).safeParse(before), z.array(point).safeParse(after)]
  if (!had.success || !has.success || had.data.length !== has.data.length) return false
  return had.data.every(({ texts, ...own }, index) => {
    const { texts: now, ...same } = has.data[index] ?? {}
    return canonicalJson(own) === canonicalJson(same) && keepsAll(texts, now)
  })
}

const point = z.looseObject({ texts: z.array(z.unknown()) })

/** On a shared platform, or at an address without a domain, the path says whose page it is. */
function isOfOneHome(before: unknown, after: unknown): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false
  return homeDomain(before) !== undefined && new URL(before).host === new URL(after).host
}
