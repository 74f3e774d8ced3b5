import { namedMax } from '../domain/enumerate.ts'
import type { Attack } from './explanation.ts'

/** A clause for each cite that the sentence names, and what it says of how many more there are. */
export function naming<Cite>(
  cites: readonly Cite[],
  clause: (cite: Cite) => string,
  andMore: (more: number) => string,
): readonly string[] {
  const clauses = cites.slice(0, namedMax).map((cite) => clause(cite))
  const more = cites.length - clauses.length
  return more > 0 ? [...clauses, andMore(more)] : clauses
}

/** The same for attacks, where one clause tells what one speaker says in a row. */
export function namingBySpeaker(
  attacks: readonly Attack[],
  clause: (attacks: readonly Attack[]) => string,
  andMore: (more: number) => string,
): readonly string[] {
  const groups: Attack[][] = []
  for (const attack of attacks.slice(0, namedMax)) {
    const group = groups.at(-1)
    if (group?.[0]?.speaker.id === attack.speaker.id) group.push(attack)
    else groups.push([attack])
  }
  const more = attacks.length - namedMax
  const clauses = groups.map((group) => clause(group))
  return more > 0 ? [...clauses, andMore(more)] : clauses
}
