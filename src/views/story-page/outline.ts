import { isInterval } from '../../domain/world-date.ts'
import { compareStarts, worldTimeOf } from '../../domain/world-time.ts'
import type { Status } from '../../domain/status.ts'
import type { StoryClaimRow } from '../../store/story-graph.ts'

/** A story in numbers and dates. */
export interface StoryOutline {
  /** How many claims it has, and how many of them this counts. */
  readonly claims: number
  readonly counted: number
  readonly speakers: number
  /** How many claims name no speaker. */
  readonly unnamed: number
  /** When the first and the last of them were asserted, as far as that is known. */
  readonly dates: { readonly first: string; readonly last: string } | undefined
  /** How many claims have each status, the most frequent first; null is that of entry errors. */
  readonly statuses: readonly { readonly status: Status | null; readonly count: number }[]
  /** How many leave something open for those whom they are about. */
  readonly open: number
}

export function outlineOf(claims: number, rows: readonly StoryClaimRow[]): StoryOutline {
  const entered = rows.filter(({ status }) => status !== null)
  const dates = entered.flatMap(({ assertedAt }) =>
    assertedAt === null || isInterval(assertedAt)
      ? []
      : { date: assertedAt, ...worldTimeOf(assertedAt) },
  )
  const first = dates.toSorted((a, b) => compareStarts(a, b))[0]?.date
  const last = dates.toSorted((a, b) => a.last - b.last).at(-1)?.date
  const speakers = new Set(entered.flatMap(({ speaker }) => speaker ?? []))
  return {
    claims,
    counted: rows.length,
    speakers: speakers.size,
    unnamed: entered.filter(({ speaker }) => speaker === null).length,
    dates: first === undefined || last === undefined ? undefined : { first, last },
    statuses: [...Map.groupBy(rows, ({ status }) => status)]
      .map(([status, { length: count }]) => ({ status, count }))
      .toSorted((a, b) => b.count - a.count),
    open: rows.filter(({ isOpen }) => isOpen).length,
  }
}
