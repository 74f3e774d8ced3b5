/** Something that goes after what it needs. */
export interface Needing {
  /** What others call it. */
  readonly names: readonly string[]
  readonly needs: readonly string[]
}

/**
 * Groups in an order in which each comes after what it needs, as far as that is among them. Only
 * what needs itself in a circle shares a group, the last one, with what needs such.
 */
export function inOrder<T extends Needing>(items: readonly T[]): T[][] {
  const byName = new Map(items.flatMap((item) => item.names.map((name) => [name, item] as const)))
  const users = new Map<T, T[]>()
  const missing = new Map<T, number>()
  for (const item of items) {
    const needed = new Set(item.needs.flatMap((name) => byName.get(name) ?? []))
    needed.delete(item)
    missing.set(item, needed.size)
    for (const other of needed) users.set(other, [...(users.get(other) ?? []), item])
  }

  const ordered = items.filter((item) => missing.get(item) === 0)
  for (const item of ordered)
    for (const user of users.get(item) ?? []) {
      const left = (missing.get(user) ?? 0) - 1
      missing.set(user, left)
      if (left === 0) ordered.push(user) // the loop above reaches it
    }
  const circle = items.filter((item) => (missing.get(item) ?? 0) > 0)
  return [...ordered.map((item) => [item]), ...(circle.length > 0 ? [circle] : [])]
}
