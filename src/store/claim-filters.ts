import { sql, type RawBuilder } from 'kysely'
import type { DateBound } from '../domain/date-range.ts'
import type { ClaimKind } from '../domain/kinds.ts'
import type { Status } from '../domain/status.ts'
import { isAnswered } from './answered.ts'
import { assertedBetween, type AssertedDates } from './asserted-dates.ts'
import type { Search } from './search.ts'

/** Filters for a list of claims; a claim matches any of a filter's values. References are ids. */
export interface ClaimFilters {
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
  readonly about?: readonly string[] | undefined
  readonly report?: readonly string[] | undefined
  readonly story?: readonly string[] | undefined
  /** Sources of claims that rebut, undercut or qualify it. */
  readonly responseFrom?: readonly string[] | undefined
  readonly assertedFrom?: DateBound | undefined
  readonly assertedTo?: DateBound | undefined
  readonly changedSince?: Date | undefined
}

type Condition = RawBuilder<unknown>

/**
 * Whether something of a `claim` is open: null says that nothing of it was met. What its speaker took
 * back needs no answer, and nobody answers what a speaker says of nobody else.
 */
const isLeftOpen = sql`(
  (claim.left_open = '{}') is not true and claim.status not in ('withdrawn', 'corrected')
  and exists (
    select from claim_about
    where claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
      and claim_about.source_id is distinct from claim.speaker_id
  )
)`

/** What other tables tell. */
interface Related {
  /** Whether the claim `listed.id` matches; `limit 1` keeps it from being answered for all at once. */
  readonly condition: Condition
  /** A statement that finds every claim that matches, and perhaps some that do not. */
  readonly candidates: Condition
}

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

function relatedOf({ about, report, story, responseFrom }: ClaimFilters): Related[] {
  return [
    ...when(about, (ids) => ({
      condition: sql`(
        select true from claim join claim_about
          on claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
        where claim.id = listed.id and claim_about.source_id = any(${ids}::uuid[]) limit 1
      )`,
      candidates: sql`select claim_id from claim_about where source_id = any(${ids}::uuid[])`,
    })),
    ...when(report, (ids) => ({
      condition: sql`(
        select true from citation
        where report_id = any(${ids}::uuid[]) and claim_id = listed.id and voided_at is null limit 1
      )`,
      candidates: sql`
        select claim_id from citation
        where report_id = any(${ids}::uuid[]) and claim_id is not null
      `,
    })),
    ...when(story, (ids) => {
      const members = sql`
        select coalesce(entered.merged_into, entered.id)
        from story join story_claim
          on story_claim.story_id = story.id and story_claim.seq = story.content_seq
        join claim as entered on entered.id = story_claim.claim_id
        where story.id = any(${ids}::uuid[])
      `
      return { condition: sql`(listed.id in (${members})) is true`, candidates: members }
    }),
    ...when(responseFrom, (ids) => ({
      condition: sql`(
        select true from link join claim as response on response.id = link.from_claim
        where link.to_claim = listed.id and not link.is_void
          and link.relation in ('rebuts', 'undercuts', 'qualifies')
          and response.speaker_id = any(${ids}::uuid[])
        limit 1
      )`,
      candidates: sql`select claim_id from answered_by where speaker_id = any(${ids}::uuid[])`,
    })),
  ]
}

function when<T, R>(value: T | undefined, condition: (value: T) => R): R[] {
  return value === undefined ? [] : [condition(value)]
}

/** A single value is compared with `=`: only then can an index return matches in order. */
function isOneOf(column: string, type: 'text' | 'uuid', values: readonly string[]): Condition {
  const [only] = values
  return values.length === 1
    ? sql`${sql.ref(column)} = ${only}::${sql.raw(type)}`
    : sql`${sql.ref(column)} = any(${values}::${sql.raw(type)}[])`
}
