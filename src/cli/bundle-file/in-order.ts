/** Something that goes after what it needs. */
export interface Needing {
  /** What others call it. */
  readonly names: readonly string[]
  readonly needs: readonly string[]
}

/**
 * Groups in an order in which each comes after what it needs, as far as that is among them, and as
 * soon as it can. Only what needs itself in a circle shares a group, the last one, with what needs
 * such.
 */
export function inOrder<T extends Needing>(items: readonly T[]): T[][] {
  const byName = new Map(items.flatMap((item) => item.names.map((name) => [name, item] as const)))
  const users = new Map<T, T[]>()
  const missing = new Map<T, number>()
  for (const item of items) {
    const needed = new Set(item.needs.flatMap((name) => byName.get(name) ?? []))
    needed.delete(item)
    if (needed.size > 0) missing.set(item, needed.size)
    for (const other of needed) {
      const known = users.get(other)
      if (known) known.push(item)
      else users.set(other, [item])
    }
  }

  const ordered: T[][] = []
  for (const item of items.filter((item) => !missing.has(item))) {
    const ready = [item]
    for (let next = ready.pop(); next; next = ready.pop()) {
      ordered.push([next])
      for (const user of users.get(next)?.toReversed() ?? []) {
        const left = (missing.get(user) ?? 0) - 1
        missing.set(user, left)
        if (left === 0) ready.push(user)
      }
    }
  }
  const circle = items.filter((item) => (missing.get(item) ?? 0) > 0)
  return circle.length > 0 ? [...ordered, circle] : ordered
}
