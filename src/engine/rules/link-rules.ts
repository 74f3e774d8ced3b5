import type { ClaimId } from '../../domain/ids.ts'
import type { ClaimKind } from '../../domain/kinds.ts'
import { isCertainlyEarlier } from '../../domain/world-time.ts'
import { isLive } from '../reading/lifecycle.ts'
import { depthMax, isGuarded, isDeeperThan, targetClaim, targetOf } from '../record/links.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecordClaim, RecordLink } from '../record/record.ts'
import { isWording } from '../reading/versions.ts'
import { areOfOneVoice, voiceOf } from '../reading/voice.ts'

/** The rules of 1.2 for links, by name and in the same order. */
export const linkRules = [
  'no-self-link',
  'no-second-link-between-versions',
  'no-link-onto-own-link',
  'no-quarrel-within-group',
  'no-duplicate',
  'rebuts-like-kinds',
  'restates-like-kinds',
  'only-rulings-undercut-rulings',
  'meets-known-points',
  'only-undercuts-target-links',
  'only-guarded-links-are-targets',
  'tower',
  'supersedes-own-claim',
  'supersedes-earlier-claim',
  'supersedes-without-cycle',
  'wording-like-kinds',
  'wording-one-successor',
  'wording-one-predecessor',
  'wording-keeps-points',
  'concedes-other-voice',
  'concedes-by-name',
  'relies-without-cycle',
  'no-undercut-of-own-claim',
] as const
export type LinkRule = (typeof linkRules)[number]

/** A link with its source claim and its target, a claim or a link, as read or as entered. */
export interface JudgedLink {
  readonly link: RecordLink
  readonly from: RecordClaim
  readonly to: RecordClaim | undefined
  readonly onto: RecordLink | undefined
}

export type Condition = (reading: Reading, judged: JudgedLink) => boolean

/** When a link, as read, breaks each rule. */
export const conditions: Readonly<Record<Exclude<LinkRule, EnteredRule>, Condition>> = {
  'no-second-link-between-versions': (_, { link, from, to }) =>
    !isWording(link) && from.id === to?.id,

  'no-link-onto-own-link': (_, { from, onto }) => from.id === onto?.from,

  'no-quarrel-within-group': (reading, { link, from, to }) =>
    to !== undefined &&
    from.id !== to.id &&
    link.relation !== 'restates' &&
    link.relation !== 'supersedes' &&
    reading.group(from.id).includes(to.id),

  'rebuts-like-kinds': (_, { link, from, to }) =>
    link.relation === 'rebuts' &&
    to !== undefined &&
    (from.kind === 'opinion') !== (to.kind === 'opinion'),

  'restates-like-kinds': (_, { link, from, to }) =>
    link.relation === 'restates' && to !== undefined && !mayRestate(from.kind, to.kind),

  'only-rulings-undercut-rulings': (reading, { link, from, to, onto }) => {
    const attacked = onto === undefined ? to : reading.claim(onto.from)
    return link.relation === 'undercuts' && from.kind !== 'ruling' && attacked?.kind === 'ruling'
  },

  // No rule of 1.2: what an answer touches is words only (decision 88).
  'meets-known-points': (reading, { link, to, onto }) => {
    const claim = to?.id ?? onto?.from
    const known = claim === undefined ? undefined : pointsOfVersions(reading, claim)
    return known !== undefined && link.meets.some((point) => !known.has(point))
  },

  'only-undercuts-target-links': (_, { link, onto }) =>
    onto !== undefined && link.relation !== 'undercuts',

  'only-guarded-links-are-targets': (_, { onto }) =>
    onto !== undefined && !isGuarded(onto.relation),

  tower: (reading, { link }) => isDeeperThan(reading, link, depthMax),

  'concedes-other-voice': (reading, { link, from, to }) =>
    link.relation === 'concedes' && to !== undefined && isOwn(reading, from, to),

  // No rule of 1.2: without effect, but nobody is known to have conceded (decision 44).
  'concedes-by-name': (_, { link, from }) => link.relation === 'concedes' && from.speaker === null,

  'relies-without-cycle': (reading, { link }) =>
    link.relation === 'relies_on' && closesCycle(reading, link),

  'no-undercut-of-own-claim': (reading, { link, from, to }) =>
    link.relation === 'undercuts' && to !== undefined && isOwn(reading, from, to),
}

/** The rules that judge links as they were entered. */
export type EnteredRule =
  | 'no-self-link'
  | 'no-duplicate'
  | 'supersedes-own-claim'
  | 'supersedes-earlier-claim'
  | 'supersedes-without-cycle'
  | 'wording-like-kinds'
  | 'wording-one-successor'
  | 'wording-one-predecessor'
  | 'wording-keeps-points'

/** When a link, as entered, breaks each rule. */
export const enteredConditions: Readonly<Record<EnteredRule, Condition>> = {
  'no-self-link': (_, { from, to }) => from.id === to?.id,

  'no-duplicate': ({ entered }, { link, from }) =>
    entered
      .linksFrom(from.id, link.relation)
      .some((other) => other.id !== link.id && isLive(other) && targetOf(other) === targetOf(link)),

  'supersedes-own-claim': (reading, { link, from, to }) =>
    link.relation === 'supersedes' && to !== undefined && !speakAlike(reading, from, to),

  'supersedes-earlier-claim': (_, { link, from, to }) =>
    link.relation === 'supersedes' &&
    to !== undefined &&
    isCertainlyEarlier(from.assertedAt, to.assertedAt),

  'supersedes-without-cycle': ({ entered }, { link }) =>
    link.relation === 'supersedes' && closesCycle(entered, link),

  'wording-like-kinds': (_, { link, from, to }) =>
    isWording(link) && to !== undefined && from.kind !== to.kind,

  'wording-one-successor': ({ entered }, { link, to }) =>
    isWording(link) &&
    to !== undefined &&
    entered
      .linksOnto(to.id, 'supersedes')
      .some((other) => other.id !== link.id && isWording(other)),

  'wording-one-predecessor': ({ entered }, { link, from }) =>
    isWording(link) &&
    entered
      .linksFrom(from.id, 'supersedes')
      .some((other) => other.id !== link.id && isWording(other)),

  'wording-keeps-points': (_, { link, from, to }) =>
    isWording(link) &&
    to !== undefined &&
    to.points.some(({ id, ended }) => !ended && !from.points.some((point) => point.id === id)),
}

/** The ids of the points that a claim has in any of its wordings. */
function pointsOfVersions(reading: Reading, claim: ClaimId): ReadonlySet<string> {
  const { all } = reading.versions(claim)
  return new Set(all.flatMap((id) => reading.claim(id)?.points.map((point) => point.id) ?? []))
}

export function isEnteredRule(rule: LinkRule): rule is EnteredRule {
  return rule in enteredConditions
}

function mayRestate(from: ClaimKind, to: ClaimKind): boolean {
  return from === to || (from === 'ruling' && (to === 'fact' || to === 'figure'))
}

/** Stricter than being of one voice: equal sources, or one is in the voice of the other. */
function speakAlike(reading: Reading, from: RecordClaim, to: RecordClaim): boolean {
  const [x, y] = [from.speaker, to.speaker]
  if (x === null || y === null) return false
  return voiceOf(reading, x, from.assertedAt).has(y) || voiceOf(reading, y, from.assertedAt).has(x)
}

function isOwn(reading: Reading, from: RecordClaim, to: RecordClaim): boolean {
  return areOfOneVoice(reading, from.speaker, to.speaker, reading.at(from.id))
}

/** Whether live links of the same relation lead from a link's target back to its start. */
function closesCycle(record: Pick<Reading, 'linksFrom'>, link: RecordLink): boolean {
  const start = targetClaim(link)
  if (start === undefined) return false
  const led = new Set<ClaimId>([start])
  for (const claim of led) {
    for (const next of record.linksFrom(claim, link.relation)) {
      const target = targetClaim(next)
      if (!next.ended && target !== undefined) led.add(target)
    }
  }
  return led.has(link.from)
}
