import type { GivenUp } from './concessions.ts'
import type { Reading } from './reading.ts'
import type { Claim, Link } from './record.ts'

/** §1.6: "withdrawn wins over superseded". */
export function lifeOf(reading: Reading, givenUp: readonly GivenUp[], { id, withdrawn }: Claim) {
  if (withdrawn) return 'withdrawn'
  if (successorsOf(reading, id).length > 0) return 'superseded'
  return concessionsReplacing(reading, givenUp, id).length > 0 ? 'superseded' : 'active'
}

/**
 * §1.3: D is superseded by the S to which it gave up a rebuttal if it has no open rebuttal, which is
 * "a live `rebuts` that D has not given up, joining group(D) to another group with a member that is
 * neither withdrawn nor replaced by a live `supersedes`".
 */
export function concessionsReplacing(
  reading: Reading,
  givenUp: readonly GivenUp[],
  d: string,
): string[] {
  const own = reading.group(d)
  const isOpen = ({ id, from, to }: Link) => {
    if (givenUp.some(({ link, by }) => link === id && by === d)) return false
    const others = [
      ...(own.includes(from) && !own.includes(to) ? reading.group(to) : []),
      ...(own.includes(to) && !own.includes(from) ? reading.group(from) : []),
    ]
    return others.some((m) => !reading.claim(m).withdrawn && successorsOf(reading, m).length === 0)
  }
  if (reading.live('rebuts').some(isOpen)) return []
  const rebuttals = givenUp.filter(
    ({ link, by }) => by === d && reading.findLink(link)?.rel === 'rebuts',
  )
  return [...new Set(rebuttals.map(({ to }) => to))]
}

/** The claims that replace c by a live `supersedes`. */
export function successorsOf(reading: Reading, c: string): string[] {
  return [
    ...new Set(
      reading
        .live('supersedes')
        .filter(({ to }) => to === c)
        .map(({ from }) => from),
    ),
  ]
}
