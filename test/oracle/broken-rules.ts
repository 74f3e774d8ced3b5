import { given, read, type Reading } from './reading.ts'
import type { PlainClaim, PlainLink, PlainRecord, Target } from './record.ts'
import { isSameSide, isSameVoice } from './sides.ts'
import { isAfter } from './world-dates.ts'

/** The write-time rules of rules/1.md §1.2, named; the digit is the number of the rule there. */
export type Rule =
  | '1-self-link'
  | '1-onto-own-link'
  | '1-within-group'
  | '2-duplicate'
  | '3-rebuts-kinds'
  | '3-restates-kinds'
  | '3-undercuts-ruling'
  | '4-only-undercuts-target-links'
  | '4-no-such-step'
  | '4-tower'
  | '5-supersedes-other-voice'
  | '5-supersedes-later'
  | '5-supersedes-cycle'
  | '5-concedes-own-side'
  | '5-concedes-unnamed'
  | '6-relies-on-cycle'
  | '7-undercuts-own-claim'

export interface Breach {
  rule: Rule
  link: string
}

/**
 * Which links break which rules; a duplicate and a cycle are charged to all their links. What a
 * concession ended keeps them too.
 */
export function brokenRules(record: PlainRecord): Breach[] {
  const reading = read(record)
  return binding(reading).flatMap((link) =>
    [...brokenAlone(reading, link), ...brokenTogether(reading, link)].map((rule) => ({
      rule,
      link: link.id,
    })),
  )
}

function binding({ record }: Reading): PlainLink[] {
  return record.links.filter(({ ended }) => !ended)
}

/** The rules that a link keeps or breaks whatever other links there are. */
export function* brokenAlone(reading: Reading, link: PlainLink): Iterable<Rule> {
  const { relation, to } = link
  const from = given(reading.claims, link.from)
  if ('link' in to) {
    const target = given(reading.links, to.link)
    const isStep = ['rebuts', 'undercuts', 'relies_on'].includes(target.relation)
    if (relation !== 'undercuts') yield '4-only-undercuts-target-links'
    if (!isStep) yield '4-no-such-step'
    if (depthOf(reading, link) > 8) yield '4-tower'
    if (target.from === from.id) yield '1-onto-own-link'
    if (relation === 'undercuts' && isRuling(reading, target.from) && from.kind !== 'ruling') {
      yield '3-undercuts-ruling'
    }
    return
  }
  const target = given(reading.claims, to.claim)
  if (target.id === from.id) yield '1-self-link'
  const isSame = isSameSide(reading.record, from.speaker, target.speaker, from.at)
  switch (relation) {
    case 'rebuts':
      if ((from.kind === 'opinion') !== (target.kind === 'opinion')) yield '3-rebuts-kinds'
      break
    case 'restates':
      if (from.kind !== target.kind && !isAffirmation(from, target)) yield '3-restates-kinds'
      break
    case 'undercuts':
      if (target.kind === 'ruling' && from.kind !== 'ruling') yield '3-undercuts-ruling'
      if (isSame) yield '7-undercuts-own-claim'
      break
    case 'supersedes':
      if (isAfter(target.at, from.at)) yield '5-supersedes-later'
      if (!isSameVoice(reading.record, from.speaker, target.speaker, from.at)) {
        yield '5-supersedes-other-voice'
      }
      break
    case 'concedes':
      if (isSame) yield '5-concedes-own-side'
      if (from.speaker === null) yield '5-concedes-unnamed'
      break
    case 'relies_on':
    case 'supports':
    case 'qualifies':
      break
  }
}

/** 0 onto a claim, else 1 more than the depth of the link that it targets. */
function depthOf(reading: Reading, { to }: PlainLink): number {
  return 'claim' in to ? 0 : 1 + depthOf(reading, given(reading.links, to.link))
}

/** The rules that depend on the other links. */
function* brokenTogether(reading: Reading, link: PlainLink): Iterable<Rule> {
  const { relation, from, to } = link
  const isOther = (other: PlainLink) => other.id !== link.id && other.relation === relation
  const isTwin = (other: PlainLink) => isOther(other) && other.from === from && isSame(other.to, to)
  if (binding(reading).some(isTwin)) yield '2-duplicate'
  if ('link' in to) return
  const isInGroup = given(reading.groups, from).has(to.claim)
  if (isInGroup && !['restates', 'supersedes'].includes(relation)) yield '1-within-group'
  if (relation === 'supersedes' && leadsBack(reading, link)) yield '5-supersedes-cycle'
  if (relation === 'relies_on' && leadsBack(reading, link)) yield '6-relies-on-cycle'
}

/** Whether live links of the same relation lead from a link's target back to its start. */
function leadsBack({ live }: Reading, link: PlainLink): boolean {
  const reached = new Set('claim' in link.to ? [link.to.claim] : [])
  for (const claim of reached) {
    for (const { relation, from, to } of live) {
      if (relation === link.relation && from === claim && 'claim' in to) reached.add(to.claim)
    }
  }
  return reached.has(link.from)
}

function isAffirmation(from: PlainClaim, target: PlainClaim): boolean {
  return from.kind === 'ruling' && (target.kind === 'fact' || target.kind === 'figure')
}

function isRuling({ claims }: Reading, claim: string): boolean {
  return given(claims, claim).kind === 'ruling'
}

function isSame(one: Target, other: Target): boolean {
  if ('claim' in one) return 'claim' in other && one.claim === other.claim
  return 'link' in other && one.link === other.link
}
