import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/**
 * §1.4: "two_way(l: A undercuts T) iff A is not a ruling and (A is an opinion, or A's speaker is
 * unnamed, or A's speaker shares an interest with a party to T)."
 */
export function isTwoWay(reading: Reading, { from, to }: Link): boolean {
  const { kind, speaker } = reading.claim(from)
  if (kind === 'ruling') return false
  if (kind === 'opinion' || speaker === null) return true
  return [...partiesTo(reading, to)].some((p) =>
    reading.shareInterest(speaker, p, reading.at(from)),
  )
}

/** §1.4: parties(T) of a claim, or parties(k) of a link. */
function partiesTo(reading: Reading, target: string): Set<string> {
  const link = reading.findLink(target)
  if (link) {
    return new Set(
      endsOf(reading, link).flatMap((e) => [...speakerOf(reading, e), ...partiesTo(reading, e)]),
    )
  }
  const { falls, gains } = fallAndGain(reading, target)
  return new Set([
    ...[...gains].flatMap((x) => speakerOf(reading, x)),
    ...[...falls, ...gains].flatMap((x) => reading.claim(x).about),
  ])
}

/** §1.4: "The ends of a link are its `from` claim and its `to`; if `to` is a link, that link's ends". */
function endsOf(reading: Reading, { from, to }: Link): string[] {
  const target = reading.findLink(to)
  return [from, ...(target ? endsOf(reading, target) : [to])]
}

/** §1.4: "x hits y when, by a live link, x undercuts y or a link of which y is an end." */
function hitBy(reading: Reading, x: string): string[] {
  return reading
    .live('undercuts')
    .filter(({ from }) => from === x)
    .flatMap(({ to }) => {
      const target = reading.findLink(to)
      return target ? endsOf(reading, target) : [to]
    })
}

/** §1.4, rules 1 to 4: what may fall with T, and what may gain by its fall. */
function fallAndGain(reading: Reading, t: string) {
  const falls = new Set([t])
  const gains = new Set<string>()
  for (let before = -1; before !== falls.size + gains.size;) {
    before = falls.size + gains.size
    for (const x of falls) {
      for (const c of relyingOn(reading, x)) falls.add(c)
      for (const y of hitBy(reading, x)) for (const m of reading.group(y)) gains.add(m)
      for (const m of rebuttedAcross(reading, x)) gains.add(m)
    }
    for (const x of gains) {
      for (const c of relyingOn(reading, x)) gains.add(c)
      for (const y of hitBy(reading, x)) falls.add(y)
    }
  }
  return { falls, gains }
}

/** "A claim that relies by a live link on a member of group(x)". */
function relyingOn(reading: Reading, x: string): string[] {
  const group = reading.group(x)
  return reading
    .live('relies_on')
    .filter(({ to }) => group.includes(to))
    .map(({ from }) => from)
}

/** "Every member of another group that a rebuttal, live or ended, joins to group(x)". */
function rebuttedAcross(reading: Reading, x: string): string[] {
  const group = reading.group(x)
  return reading.links
    .filter(({ rel }) => rel === 'rebuts')
    .filter(({ from, to }) => group.includes(from) !== group.includes(to))
    .flatMap(({ from, to }) => reading.group(group.includes(from) ? to : from))
}

function speakerOf(reading: Reading, c: string): string[] {
  const { speaker } = reading.claim(c)
  return speaker === null ? [] : [speaker]
}
