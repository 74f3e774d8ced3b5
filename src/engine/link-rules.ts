import type { ClaimId } from '../domain/ids.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import { groupOf } from './groups.ts'
import { isBinding } from './lifecycle.ts'
import { depthMax, isGuarded, isDeeperThan, targetClaim, targetOf } from './links.ts'
import type { RecordClaim, RecordLink, RecordView } from './record.ts'
import { sameSide } from './sides.ts'
import { isBefore } from './time.ts'

/** The rules of semantics.md §1.2 for links, by name and in the same order. */
export const linkRules = [
  'no-self-link',
  'no-link-onto-own-link',
  'no-quarrel-within-group',
  'no-duplicate',
  'rebuts-like-kinds',
  'restates-like-kinds',
  'only-rulings-undercut-rulings',
  'only-undercuts-target-links',
  'only-guarded-links-are-targets',
  'tower',
  'supersedes-own-claim',
  'supersedes-earlier-claim',
  'supersedes-without-cycle',
  'concedes-other-side',
  'concedes-by-name',
  'relies-without-cycle',
  'no-undercut-of-own-claim',
] as const
export type LinkRule = (typeof linkRules)[number]

/** A link with its source claim and its target, a claim or a link. */
export interface JudgedLink {
  readonly link: RecordLink
  readonly from: RecordClaim
  readonly to: RecordClaim | undefined
  readonly onto: RecordLink | undefined
}

export type Condition = (record: RecordView, judged: JudgedLink) => boolean

/** When a link breaks each rule. */
export const conditions: Readonly<Record<LinkRule, Condition>> = {
  'no-self-link': (_, { from, to }) => from.id === to?.id,

  'no-link-onto-own-link': (_, { from, onto }) => from.id === onto?.from,

  'no-quarrel-within-group': (record, { link, from, to }) =>
    to !== undefined &&
    link.relation !== 'restates' &&
    link.relation !== 'supersedes' &&
    groupOf(record, from.id).includes(to.id),

  'no-duplicate': (record, { link, from }) =>
    record
      .linksFrom(from.id, link.relation)
      .filter((other) => other.id !== link.id && targetOf(other) === targetOf(link))
      .some(isBinding),

  'rebuts-like-kinds': (_, { link, from, to }) =>
    link.relation === 'rebuts' &&
    to !== undefined &&
    (from.kind === 'opinion') !== (to.kind === 'opinion'),

  'restates-like-kinds': (_, { link, from, to }) =>
    link.relation === 'restates' && to !== undefined && !mayRestate(from.kind, to.kind),

  'only-rulings-undercut-rulings': (record, { link, from, to, onto }) => {
    const attacked = onto === undefined ? to : record.claim(onto.from)
    return link.relation === 'undercuts' && from.kind !== 'ruling' && attacked?.kind === 'ruling'
  },

  'only-undercuts-target-links': (_, { link, onto }) =>
    onto !== undefined && link.relation !== 'undercuts',

  'only-guarded-links-are-targets': (_, { onto }) =>
    onto !== undefined && !isGuarded(onto.relation),

  tower: (record, { link }) => isDeeperThan(record, link, depthMax),

  'supersedes-own-claim': (record, { link, from, to }) =>
    link.relation === 'supersedes' && to !== undefined && !speakAlike(record, from, to),

  'supersedes-earlier-claim': (_, { link, from, to }) =>
    link.relation === 'supersedes' && to !== undefined && isBefore(from.assertedAt, to.assertedAt),

  'supersedes-without-cycle': (record, { link }) =>
    link.relation === 'supersedes' && closesCycle(record, link),

  'concedes-other-side': (record, { link, from, to }) =>
    link.relation === 'concedes' && to !== undefined && speakSameSide(record, from, to),

  'concedes-by-name': (_, { link, from }) => link.relation === 'concedes' && isUnnamed(from),

  'relies-without-cycle': (record, { link }) =>
    link.relation === 'relies_on' && closesCycle(record, link),

  'no-undercut-of-own-claim': (record, { link, from, to }) =>
    link.relation === 'undercuts' && to !== undefined && speakSameSide(record, from, to),
}

function mayRestate(from: ClaimKind, to: ClaimKind): boolean {
  return from === to || (from === 'ruling' && (to === 'fact' || to === 'figure'))
}

/** An unnamed speaker counts as a separate source, with the id of the claim. */
function isUnnamed({ id, speaker }: RecordClaim): boolean {
  return speaker === id
}

/** Stricter than being on one side: equal sources, or one speaks for the other. */
function speakAlike(record: RecordView, from: RecordClaim, to: RecordClaim): boolean {
  return (
    from.speaker === to.speaker ||
    record.speaksFor(from.speaker, to.speaker, from.assertedAt) ||
    record.speaksFor(to.speaker, from.speaker, from.assertedAt)
  )
}

function speakSameSide(record: RecordView, from: RecordClaim, to: RecordClaim): boolean {
  return sameSide(record, from.speaker, to.speaker, from.assertedAt)
}

/** Whether live links of the same relation lead from a link's target back to its start. */
function closesCycle(record: RecordView, link: RecordLink): boolean {
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
