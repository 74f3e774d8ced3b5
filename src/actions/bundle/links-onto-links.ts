/** How links of one write nest among themselves. */
export interface Nesting {
  /** How deep each is, counted from the link at its foot. */
  readonly depths: ReadonlyMap<string, number>
  /** Links that lead back to themselves. */
  readonly circular: ReadonlySet<string>
}

/**
 * Passes each link once, however high they are stacked.
 *
 * @param targetOf the target of each link, by id; for those onto links
 */
export function nestingOf(targetOf: ReadonlyMap<string, string>): Nesting {
  const depths = new Map<string, number>()
  const circular = new Set<string>()
  for (const start of targetOf.keys()) {
    const path = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && targetOf.has(at) && !depths.has(at) && !path.has(at)) {
      path.add(at)
      at = targetOf.get(at)
    }
    const passed = [...path]
    if (at !== undefined && path.has(at))
      for (const link of passed.slice(passed.indexOf(at))) circular.add(link)
    let depth = depths.get(at ?? '') ?? 0
    for (const link of passed.toReversed()) depths.set(link, (depth += 1))
  }
  return { depths, circular }
}

/** The same links, each after the link that it targets. */
export function targetsFirst<T>(
  links: readonly T[],
  idOf: (link: T) => string,
  targetOf: (link: T) => string | undefined,
): readonly T[] {
  const byId = new Map(links.map((link) => [idOf(link), link]))
  const ordered = new Set<T>()
  for (const link of links) {
    const path = new Set<T>()
    let next: T | undefined = link
    while (next !== undefined && !ordered.has(next) && !path.has(next)) {
      path.add(next)
      next = byId.get(targetOf(next) ?? '')
    }
    for (const each of [...path].toReversed()) ordered.add(each)
  }
  return [...ordered]
}
