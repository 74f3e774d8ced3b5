import type { Breach } from './breach.ts'
import { isCertainlyEarlier } from './dates.ts'
import { inCycles } from './link-kind-rules.ts'
import { isWording, type Reading } from './reading.ts'
import type { Claim, Link } from './record.ts'

/** §1.2, rule 5, of `supersedes`: judged as it was entered. */
export function replacementRules(reading: Reading): Breach[] {
  const supersedes = reading.entered.links.filter(({ rel }) => rel === 'supersedes')
  const live = supersedes.filter(({ ended }) => !ended)
  const wordings = live.filter(isWording)
  return [
    ...supersedes.flatMap((link) => breachesOf(link, ends(reading, link))),
    ...inCycles(live).flatMap((link) => breachesOf(link, ['supersedes-without-cycle'])),
    ...wordings.flatMap((link) => breachesOf(link, chains(wordings, link))),
  ]
}

function breachesOf({ id }: Link, rules: readonly string[]): Breach[] {
  return rules.map((rule) => ({ rule, item: id }))
}

function ends(reading: Reading, { from, to, change }: Link): string[] {
  if (reading.findLink(to)) return []
  const [successor, replaced] = [reading.claim(from), reading.claim(to)]
  return [
    ...(isOwn(reading, from, to) ? [] : ['supersedes-own-claim']),
    ...(isCertainlyEarlier(successor.at, replaced.at) ? ['supersedes-earlier-claim'] : []),
    ...(change === 'wording' && successor.kind !== replaced.kind ? ['wording-like-kinds'] : []),
    ...(change === 'wording' && !keepsPoints(successor, replaced) ? ['wording-keeps-points'] : []),
  ]
}

/** No rule of the page: what is in force of the one is there in the other. */
function keepsPoints(successor: Claim, replaced: Claim): boolean {
  const kept = new Set(successor.points.map(({ id }) => id))
  return replaced.points.every(({ id, ended }) => ended || kept.has(id))
}

/** "Equal sources, or one is in V of the other", at the time of the successor (§1.1). */
function isOwn(reading: Reading, successor: string, replaced: string): boolean {
  const [x, y] = [reading.claim(successor).speaker, reading.claim(replaced).speaker]
  if (x === null || y === null) return false
  const t = reading.claim(successor).at
  return reading.voice(x, t).has(y) || reading.voice(y, t).has(x)
}

/** "A claim has at most one successor and one predecessor by `wording`." */
function chains(wordings: readonly Link[], link: Link): string[] {
  const others = wordings.filter(({ id }) => id !== link.id)
  return [
    ...(others.some(({ to }) => to === link.to) ? ['wording-one-successor'] : []),
    ...(others.some(({ from }) => from === link.from) ? ['wording-one-predecessor'] : []),
  ]
}
