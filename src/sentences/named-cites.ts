import { quotedMax } from '../domain/enumerate.ts'
import type { Attack } from './explanation.ts'

/** The first few cites, which a sentence names; `more` is the number of the rest. */
export interface Cites<Cite> {
  readonly cites: readonly Cite[]
  readonly more: number
}

/** A clause for each named cite, and one for the number of the rest. */
export function naming<Cite>(
  { cites, more }: Cites<Cite>,
  clause: (cite: Cite) => string,
  andMore: (more: number) => string,
): readonly string[] {
  const clauses = cites.slice(0, quotedMax).map((cite) => clause(cite))
  const unnamed = cites.length - clauses.length + more
  return unnamed > 0 ? [...clauses, andMore(unnamed)] : clauses
}

/** The same for attacks, with one clause for consecutive attacks by one speaker, if they are alike. */
export function namingBySpeaker(
  { cites, more }: Cites<Attack>,
  clause: (attacks: readonly Attack[]) => string,
  andMore: (more: number) => string,
): readonly string[] {
  const groups: Attack[][] = []
  const named = cites.slice(0, quotedMax)
  for (const attack of named) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group && first && areToldAsOne(first, attack)) group.push(attack)
    else groups.push([attack])
  }
  const unnamed = cites.length - named.length + more
  const clauses = groups.map((group) => clause(group))
  return unnamed > 0 ? [...clauses, andMore(unnamed)] : clauses
}

/** Whether two attacks share a clause: both answer the claim, or the claim both of them. */
function areToldAsOne(one: Attack, other: Attack): boolean {
  return (
    one.speaker.id === other.speaker.id &&
    one.answered?.touching === other.answered?.touching &&
    one.answered?.aspect === other.answered?.aspect
  )
}
