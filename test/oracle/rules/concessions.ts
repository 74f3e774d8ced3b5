import { isCertainlyLater } from './dates.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** "Given up by `by` to `to`": the link stays live (§1.3). */
export interface GivenUp {
  readonly link: string
  readonly by: string
  readonly to: string
}

/**
 * §1.3: "S admits c when S's speaker is a voice of a member of about(c), not c's own, and either S
 * concedes a member of group(c) by a live link, or c is no ruling and S is itself in group(c)\{c}."
 */
export function admits(reading: Reading, s: string, c: string): boolean {
  const { speaker } = reading.claim(s)
  const t = reading.at(s)
  const isOfSubject = reading.claim(c).about.some((a) => reading.isVoiceOf(speaker, a, t))
  const isOwn = reading.areOfOneVoice(speaker, reading.claim(c).speaker, t)
  const group = reading.group(c)
  return (
    isOfSubject &&
    !isOwn &&
    (concedesAMember(reading, s, group) || (!reading.isRuling(c) && s !== c && group.includes(s)))
  )
}

/** §1.3: "… when it concedes a member of G by a live link, or is in G and admits a member of it." */
function concedesGroup(reading: Reading, s: string, group: readonly string[]): boolean {
  return (
    concedesAMember(reading, s, group) ||
    (group.includes(s) && group.some((c) => admits(reading, s, c)))
  )
}

function concedesAMember(reading: Reading, s: string, group: readonly string[]): boolean {
  return reading.live('concedes').some(({ from, to }) => from === s && group.includes(to))
}

/** §1.3, (a) and (b): everything that some claim gives up to some concession. */
export function givenUpIn(reading: Reading): GivenUp[] {
  const ids = reading.claims.map(({ id }) => id)
  return ids.flatMap((g) => {
    const group = reading.group(g)
    if (group[0] !== g) return []
    return ids
      .filter((s) => concedesGroup(reading, s, group))
      .flatMap((s) =>
        ids
          .filter((d) => d !== s && !group.includes(d) && isBound(reading, d, s))
          .flatMap((d) =>
            [
              ...reading.live('rebuts').filter((link) => joins(reading, link, d, g)),
              ...reading
                .live('undercuts')
                .filter(({ from, to }) => from === d && group.includes(to)),
            ].map(({ id }) => ({ link: id, by: d, to: s })),
          ),
      )
  })
}

/** D is "of one voice with S and not certainly later than S". */
function isBound(reading: Reading, d: string, s: string): boolean {
  return (
    reading.areOfOneVoice(reading.claim(d).speaker, reading.claim(s).speaker, reading.at(s)) &&
    !isCertainlyLater(reading.at(d), reading.at(s))
  )
}

/** Whether the link joins group(one) and group(other), in either direction. */
function joins(reading: Reading, { from, to }: Link, one: string, other: string): boolean {
  const [a, b] = [reading.group(one), reading.group(other)]
  return (a.includes(from) && b.includes(to)) || (b.includes(from) && a.includes(to))
}
