import {
  affiliationRelations,
  claimKinds,
  relations,
  type Relation,
} from '../../src/domain/kinds.ts'
import { brokenRules } from './broken-rules.ts'
import { habitsOf, type Habits, type Shape } from './random-habits.ts'
import { randomFrom, type Random } from './random.ts'
import type {
  PlainAffiliation,
  PlainClaim,
  PlainLink,
  PlainRecord,
  PlainSource,
  Target,
} from './record.ts'
import { earliestFirst } from './world-dates.ts'

export interface RandomRecordOptions {
  /** By default, alternates between `nasty` and `realistic`. */
  shape?: Shape
  sources: number
  claims: number
  /** Attempted links; those that the write-time rules refuse are left out. */
  links: number
}

/** Few, so that many claims share one, and of every precision; several overlap. */
const times = [
  '2025',
  '2025-11',
  '2025-12',
  '2025-12-03',
  '2025-12-03T09:30:00.000Z',
  '2025-12-03T15:00:00.250Z',
  '2025-12-04',
  '2025-12-02/2025-12-04',
  '2025-12-04/..',
  '2026-02-28T23:59:59.999Z',
]

/**
 * A record that keeps the write-time rules of rules/2.md §1.2, the same for the same seed.
 *
 * Links that are ended or voided also keep the rules that a link keeps or breaks on its own, so
 * that each could be entered before it was dropped.
 */
export function randomRecord(seed: number, asked: RandomRecordOptions): PlainRecord {
  const options = { shape: seed % 2 ? ('nasty' as const) : ('realistic' as const), ...asked }
  const random = randomFrom(seed)
  const habits = habitsOf[options.shape]
  const sources = Array.from({ length: options.sources }, (_, index) =>
    randomSource(random, index, options.sources, habits),
  )
  const claims = randomClaims(random, options, habits)
  const links: PlainLink[] = []
  for (let index = 0; index < options.links; index++) {
    const link = randomLink(random, `l${index + 1}`, { claims, links, options, habits })
    if (mayBeEntered({ sources, claims, links }, link)) links.push(link)
  }
  return withinRules({ sources, claims, links })
}

/** Affiliated only with later sources: a bundle in dependency order cannot have circles. */
function randomSource(random: Random, index: number, count: number, habits: Habits): PlainSource {
  const affiliations: PlainAffiliation[] = []
  for (let other = index + 1; other < count; other++) {
    if (!random.chance(habits.affiliated / (count - 1))) continue
    const relation = random.pick(affiliationRelations)
    const [from, until] = [random.pick(times), random.pick(times)].toSorted(earliestFirst)
    affiliations.push({
      relation,
      to: `s${other + 1}`,
      ...(from !== undefined && random.chance(0.4) && { from }),
      ...(until !== undefined && random.chance(0.4) && { until }),
    })
  }
  return { id: `s${index + 1}`, affiliations }
}

/** The last two sources are courts: they alone speak rulings. */
function randomClaims(
  random: Random,
  options: Required<RandomRecordOptions>,
  habits: Habits,
): PlainClaim[] {
  const everyone = Array.from({ length: options.sources }, (_, index) => `s${index + 1}`)
  const courts = everyone.slice(-2)
  const subject = everyone.slice(0, 1)
  const claims = Array.from({ length: options.claims }, (): PlainClaim => {
    const kind = random.weighted(claimKinds, habits.kinds)
    const about = random.shuffled(everyone).slice(0, random.pick([0, 1, 1, 1, 1, 2, 2, 3]))
    const isOnTopic = options.shape !== 'nasty' && random.chance(0.7)
    const speaker =
      kind !== 'ruling' && random.chance(habits.unnamed)
        ? null
        : random.pick(kind === 'ruling' ? courts : everyone)
    return {
      id: '',
      kind,
      speaker,
      about: isOnTopic ? subject : about,
      at: random.chance(0.1) ? null : random.pick(times),
      withdrawn: random.chance(habits.over) && speaker !== null,
      voided: random.chance(habits.over / 2),
    }
  })
  if (options.shape !== 'nasty') claims.sort((a, b) => earliestFirst(a.at, b.at))
  return claims.map((claim, index) => Object.assign(claim, { id: `c${index + 1}` }))
}

interface Around {
  claims: readonly PlainClaim[]
  links: readonly PlainLink[]
  options: Required<RandomRecordOptions>
  habits: Habits
}

function randomLink(random: Random, id: string, around: Around): PlainLink {
  const { claims, options, habits } = around
  const relation = random.weighted(relations, habits.relations)
  const later = random.below(claims.length)
  const from = claims[later] ?? random.pick(claims)
  const earlier = claims.slice(Math.max(0, later - 6), later)
  const fitting = claims.filter((claim) => isFitting(relation, from, claim))
  const isRecent = options.shape !== 'nasty' && earlier.length > 0
  const near = isRecent ? earlier : claims
  const isAimed = fitting.length > 0 && random.chance(0.7)
  return {
    id,
    relation,
    from: from.id,
    to: (relation === 'undercuts' ? randomStep(random, around) : undefined) ?? {
      claim: random.pick(isAimed ? fitting : near).id,
    },
    ...(relation === 'supersedes' && random.chance(0.4) && { change: 'wording' }),
    ended: random.chance(habits.over),
    voided: random.chance(habits.over / 2),
  }
}

/** Links that would nearly always be refused or without effect if left to chance. */
function isFitting(relation: Relation, from: PlainClaim, to: PlainClaim): boolean {
  if (from.speaker === null) return false
  if (relation === 'supersedes') {
    return from.speaker === to.speaker && earliestFirst(to.at, from.at) <= 0
  }
  return relation === 'concedes' && to.about.includes(from.speaker)
}

/** A link that can be undercut, as often as the habits say. */
function randomStep(random: Random, { links, options, habits }: Around): Target | undefined {
  const steps = links.filter(({ relation }) =>
    ['rebuts', 'undercuts', 'relies_on'].includes(relation),
  )
  if (steps.length === 0 || !random.chance(habits.ontoLink)) return undefined
  return { link: random.pick(options.shape !== 'nasty' ? steps.slice(-8) : steps).id }
}

/** Checked as if nothing had ended yet, since links are entered that way. */
function mayBeEntered({ sources, claims, links }: PlainRecord, link: PlainLink): boolean {
  // The service refuses a concession by a speaker who is not named; the rules give it no effect.
  const isUnnamed = claims.some(({ id, speaker }) => id === link.from && speaker === null)
  if (link.relation === 'concedes' && isUnnamed) return false
  const entered = {
    sources,
    claims: claims.map((claim) => Object.assign({}, claim, { voided: false })),
    links: [...links, link].map((link) => Object.assign({}, link, { ended: false, voided: false })),
  }
  return brokenRules(entered).every(({ item, rule }) => item !== link.id || joint.has(rule))
}

/** The rules that a link breaks or keeps because of the other links that there are. */
const joint = new Set([
  'no-duplicate',
  'no-quarrel-within-group',
  'no-second-link-between-versions',
  'relies-without-cycle',
  'supersedes-without-cycle',
  'wording-one-successor',
  'wording-one-predecessor',
])

/** Leaves out one offending link after another, with the links onto it, until none offends. */
function withinRules(record: PlainRecord): PlainRecord {
  const offender = brokenRules(record).at(-1)
  if (!offender) return record
  return withinRules({ ...record, links: withoutLink(record.links, offender.item) })
}

function withoutLink(links: readonly PlainLink[], id: string): PlainLink[] {
  let rest = links.filter((link) => link.id !== id)
  for (const { id: onto, to } of links) {
    if ('link' in to && to.link === id) rest = withoutLink(rest, onto)
  }
  return rest
}
