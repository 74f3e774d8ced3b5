import type { Claim, Link } from './record.ts'

/**
 * §1.3, groups: the connected components of live `restates` links, as they are read. Withdrawn and
 * superseded members stay in.
 */
export function groupsOf(
  claims: readonly Claim[],
  readLinks: readonly Link[],
): (id: string) => readonly string[] {
  const restatements = readLinks.filter(({ rel, ended }) => rel === 'restates' && !ended)
  return (id) => {
    const group = new Set([id])
    for (const member of group) {
      for (const { from, to } of restatements) {
        if (from === member) group.add(to)
        if (to === member) group.add(from)
      }
    }
    return claims.map((claim) => claim.id).filter((other) => group.has(other))
  }
}
