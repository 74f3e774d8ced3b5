import type { Breach } from './breach.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** §1.2, rule 3, of kinds; rules 6 and 7; and of rule 5 what concerns `concedes`. */
export function linkKindRules(reading: Reading): Breach[] {
  return [
    ...reading.links.flatMap((link) =>
      rulesFor(reading, link).map((rule) => ({ rule, item: link.id })),
    ),
    ...inCycles(reading.live('relies_on')).map(({ id }) => {
      return { rule: 'relies-without-cycle', item: id }
    }),
  ]
}

function rulesFor(reading: Reading, link: Link): string[] {
  if (link.rel === 'rebuts') return rebuts(reading, link)
  if (link.rel === 'restates') return restates(reading, link)
  if (link.rel === 'undercuts') return undercuts(reading, link)
  return link.rel === 'concedes' ? concedes(reading, link) : []
}

/** Rule 3: "`rebuts` only within {fact, figure, ruling} or within {opinion}". */
function rebuts(reading: Reading, { from, to }: Link): string[] {
  if (reading.findLink(to)) return []
  const isOpinion = (id: string) => reading.claim(id).kind === 'opinion'
  return isOpinion(from) === isOpinion(to) ? [] : ['rebuts-like-kinds']
}

/** Rule 3: "only between equal kinds, except that a ruling may restate a fact or a figure". */
function restates(reading: Reading, { from, to }: Link): string[] {
  if (reading.findLink(to)) return []
  const [kind, other] = [reading.claim(from).kind, reading.claim(to).kind]
  if (kind === other) return []
  return kind === 'ruling' && other !== 'opinion' ? [] : ['restates-like-kinds']
}

/** Rules 3 and 7. */
function undercuts(reading: Reading, { from, to }: Link): string[] {
  const target = reading.findLink(to)
  const isOntoRuling = reading.isRuling(target ? target.from : to)
  const { speaker } = reading.claim(from)
  const isOwn =
    !target && reading.areOfOneVoice(speaker, reading.claim(to).speaker, reading.at(from))
  return [
    ...(isOntoRuling && !reading.isRuling(from) ? ['only-rulings-undercut-rulings'] : []),
    ...(isOwn ? ['no-undercut-of-own-claim'] : []),
  ]
}

/** Rule 5: "onto a claim that is not of one voice with it". */
function concedes(reading: Reading, { from, to }: Link): string[] {
  if (reading.findLink(to)) return []
  const { speaker } = reading.claim(from)
  return reading.areOfOneVoice(speaker, reading.claim(to).speaker, reading.at(from))
    ? ['concedes-other-voice']
    : []
}

/** The links by which some claim leads back to itself. */
export function inCycles(links: readonly Link[]): Link[] {
  return links.filter((link) => {
    const reached = new Set([link.to])
    for (const each of reached) {
      for (const { from, to } of links) if (from === each) reached.add(to)
    }
    return reached.has(link.from)
  })
}
