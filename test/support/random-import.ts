import { relations, type Relation } from '../../src/domain/kinds.ts'
import type { Random } from '../oracle/random.ts'
import { claimLine, endLine, linkLine, voidLine, withdrawalLine } from './lines.ts'

/** What several writers know about the record that they change together. */
export interface Arena {
  readonly sources: readonly string[]
  readonly claims: string[]
  readonly links: string[]
}

const weights: Record<Relation, number> = {
  rebuts: 8,
  undercuts: 8,
  relies_on: 3,
  restates: 2,
  supersedes: 1,
  concedes: 2,
  supports: 1,
  qualifies: 1,
}

/** A translation of a point. */
const korean = { lang: 'ko', text: '일부 사업부', by: 'machine' }

/** The newest claims, which all writers write about. */
const focus = 7

/**
 * A small import: a link among the few claims in focus, usually from a new claim, or the end of
 * something.
 */
export function randomImport(random: Random, { sources, claims, links }: Arena): object[] {
  const some = random.pick(claims.slice(-focus))
  const link = links.length > 0 ? random.pick(links.slice(-focus)) : undefined
  if (link !== undefined && random.chance(0.25))
    return [random.chance(0.7) ? endLine(link) : voidLine({ link })]
  if (random.chance(0.1))
    return [random.chance(0.7) ? withdrawalLine(some) : voidLine({ claim: some })]

  const isNew = random.chance(0.5)
  const from = isNew ? 'new' : random.pick(claims.slice(-focus))
  const kind = random.pick(['fact', 'fact', 'fact', 'opinion'])
  const about = [random.pick(sources)]
  const points = random.chance(0.5)
    ? [{ text: 'some units', texts: [korean] }, { text: 'lowered' }]
    : []
  const claim = claimLine('new', random.pick(sources), { kind, about, points })
  const isOntoLink = link !== undefined && random.chance(0.3)
  const line = isOntoLink
    ? linkLine('link', 'undercuts', from, '', { to: { link } })
    : joining(random.weighted(relations, weights), from, some, random)
  return isNew ? [claim, line] : [line]
}

/** These records have no reports, so that concessions cannot be cited. */
function joining(relation: Relation, from: string, to: string, random: Random) {
  return linkLine('link', relation, from, to, {
    ...(relation === 'concedes' && { uncited: true }),
    aspect: random.pick([null, null, 'existence', 'scope']),
    ...(relation === 'rebuts' && { response: random.pick([null, null, 'elsewhere']) }),
    ...(relation === 'qualifies' && { response: random.pick([null, 'confirms', 'neither']) }),
  })
}
