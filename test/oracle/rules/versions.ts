import type { Time } from './dates.ts'
import type { Claim, PlainRecord } from './record.ts'

/** §1.3, versions: chains of live `wording` links, in a record without what is voided or merged. */
export interface Versions {
  /** cur(c): "c, or the last claim of the chain of live `wording` links that replace c". */
  last(id: string): string
  /** All versions of c, c among them. */
  all(id: string): string[]
  /** at(c): "the asserted time of the first version of c". */
  at(id: string): Time
}

export function versionsIn({ claims, links }: PlainRecord): Versions {
  const byId = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]))
  const wordings = links
    .filter(({ rel, change, ended }) => rel === 'supersedes' && change === 'wording' && !ended)
    .filter(({ to }) => byId.has(to))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const successor = (id: string) => wordings.find(({ to }) => to === id)?.from
  const predecessor = (id: string) => wordings.find(({ from }) => from === id)?.to
  const last = (id: string) => end(id, successor)

  return {
    last,
    all: (id) => [...byId.keys()].filter((other) => last(other) === last(id)),
    at: (id) => {
      const first = byId.get(end(id, predecessor))
      if (!first) throw new Error(`There is no claim ${id}.`)
      return first.at
    },
  }
}

/** The last claim of a chain. */
function end(id: string, step: (id: string) => string | undefined): string {
  const chain = new Set([id])
  for (const each of chain) {
    const next = step(each)
    if (next !== undefined) chain.add(next)
  }
  return [...chain].at(-1) ?? id
}
