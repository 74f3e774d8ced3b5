import { sql, type RawBuilder } from 'kysely'
import type { DateBound } from '../domain/date-range.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import { isAnswered } from './answered.ts'
import { assertedBetween, type AssertedDates } from './asserted-dates.ts'
import { relatedOf, when, type Related, type RelatedFilters } from './claim-relations.ts'
import type { Search } from './search.ts'

/** Filters for a list of claims; a claim matches any of a filter's values. References are ids. */
export interface ClaimFilters extends RelatedFilters {
  /** A tsquery, required for sorting by relevance. */
  readonly matching?: Search | undefined
  readonly status?: readonly Status[] | undefined
  readonly kind?: readonly ClaimKind[] | undefined
  /** Whether those whom it is about, and not only its speaker, leave something of it open. */
  readonly leftOpen?: boolean | undefined
  /** Whether somebody answers it. */
  readonly answered?: boolean | undefined
  readonly textLang?: readonly string[] | undefined
  readonly speaker?: readonly string[] | undefined
  readonly assertedFrom?: DateBound | undefined
  readonly assertedTo?: DateBound | undefined
  readonly changedSince?: Date | undefined
}

type Condition = RawBuilder<unknown>

/**
 * Whether something of a `claim` is open: null says that nothing of it was met. What its speaker took
 * back needs no answer, and nobody answers what a speaker says of nobody else.
 */
export const isLeftOpen = sql`(
  (claim.left_open = '{}') is not true and claim.status not in ('withdrawn', 'corrected')
  and exists (
    select from claim_about
    where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
      and claim_about.source_id is distinct from claim.speaker_id
  )
)`

/** What the filters of a list require of a `claim`. */
export interface ClaimConditions {
  /** What its own row tells. */
  readonly own: readonly Condition[]
  /** A statement that finds those that meet `own` and, nearly, `dates`; undefined if all do. */
  readonly matches: Condition | undefined
  /** Whether that is a single condition, that a column has one value. */
  readonly isOneValue: boolean
  /** Whether a date is among them. */
  readonly isDated: boolean
  readonly related: readonly Related[]
  readonly dates: AssertedDates
}

/** The conditions of filters, except the words that claims must match. */
export function conditionsOf(filters: ClaimFilters): ClaimConditions {
  const own = [
    ...when(filters.status, (values) => isOneOf('claim.status', 'text', values)),
    ...when(filters.kind, (values) => isOneOf('claim.kind', 'text', values)),
    ...when(filters.leftOpen, (isOpen) => (isOpen ? isLeftOpen : sql`claim.left_open = '{}'`)),
    ...when(filters.answered, (isAsked) => (isAsked ? isAnswered : sql`claim.answers = 0`)),
    ...when(filters.textLang, (values) => isOneOf('claim.lang', 'text', values)),
    ...when(filters.speaker, (ids) => isOneOf('claim.speaker_id', 'uuid', ids)),
    ...when(filters.changedSince, (date) => sql`claim.changed_at >= ${date}`),
  ]
  const dates = assertedBetween(filters.assertedFrom, filters.assertedTo)
  const telling = [...own, ...dates.roughly]
  const isDated = [filters.assertedFrom, filters.assertedTo, filters.changedSince].some(Boolean)
  return {
    own,
    matches:
      telling.length === 0
        ? undefined
        : sql`select from claim where ${sql.join(telling, sql` and `)}`,
    isOneValue: !isDated && isOneValue(filters),
    isDated,
    related: relatedOf(filters),
    dates,
  }
}

function isOneValue({ status, kind, textLang, speaker }: ClaimFilters): boolean {
  const [only, ...others] = [status, kind, textLang, speaker].filter((each) => each !== undefined)
  return only?.length === 1 && others.length === 0
}

/** A single value is compared with `=`: only then can an index return matches in order. */
function isOneOf(column: string, type: 'text' | 'uuid', values: readonly string[]): Condition {
  const [only] = values
  return values.length === 1
    ? sql`${sql.ref(column)} = ${only}::${sql.raw(type)}`
    : sql`${sql.ref(column)} = any(${values}::${sql.raw(type)}[])`
}
