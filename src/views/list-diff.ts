import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { id } from '../domain/references.ts'
import { statuses } from '../domain/status.ts'
import type { ClaimId } from '../domain/ids.ts'
import { canonicalJson } from '../formats/event.ts'
import { readAsOf, type Moment } from '../store/as-of.ts'
import type { ClaimFilters } from '../store/claim-filters.ts'
import { claimsThatFit } from '../store/claims-that-fit.ts'
import type { Db } from '../store/database/db.ts'
import {
  listDifferences,
  type Difference,
  type DifferencePlace,
} from '../store/past/list-differences.ts'
import type { ClaimView } from './claim.ts'
import { removableText } from './common.ts'
import { presentClaims } from './present-claims.ts'

/** How a list of claims changes. */
const listChanges = ['entered', 'left', 'changed'] as const

const stateView = z
  .object({
    title: z.string(),
    text: removableText,
    status: z.enum(statuses).nullable().meta({ description: 'null for a voided claim.' }),
    statusLabel: z.string(),
  })
  .meta({ id: 'ClaimState', description: 'A claim at one of the moments, in the words of today.' })

export const listDifferenceView = z
  .object({
    change: z.enum(listChanges).meta({
      description:
        '`entered`: it matches at the later moment alone. `left`: it matched at the earlier moment alone. `changed`: it matches at both, and `fields` differ.',
    }),
    claim: id,
    before: stateView.nullable().meta({
      description:
        'At the earlier moment, whether it matched or not; null if it was not on record, or part of another entry by a merge.',
    }),
    after: stateView.nullable().meta({
      description:
        'At the later moment, whether it matches or not; null if it is part of another entry by a merge.',
    }),
    fields: z.array(z.string()).meta({
      description:
        'What differs of the claim itself, by the names of its fields; `cites` are those of its explanation. Of speakers, subjects and reports it counts which they are, not what they are called. Empty unless it was on record at both moments.',
    }),
  })
  .meta({ id: 'ListDifference' })

type ListDifferenceView = z.output<typeof listDifferenceView>

interface PlacedDifference {
  readonly place: DifferencePlace
  readonly view: ListDifferenceView
}

interface Asked {
  readonly from: Moment
  readonly to: Moment
  readonly after: DifferencePlace | undefined
  readonly limit: number
}

/** A part of the claims that entered a list, left it, or changed in it between two moments. */
export async function loadListDiff(
  db: Db,
  filters: ClaimFilters,
  asked: Asked,
  language: DisplayLanguage,
): Promise<{
  readonly items: readonly PlacedDifference[]
  /** Where the next page begins if there are no more items than that. */
  readonly end: DifferencePlace | undefined
}> {
  const { differences, end } = await listDifferences(db, filters, asked)
  const ids = differences.map((one) => one.id)
  const before = await statesAt(db, asked.from, ids, language)
  const after = await statesAt(db, asked.to, ids, language)
  const shown = differences.slice(0, Math.min(before.read, after.read))
  const items = shown.flatMap((one) => {
    const view = viewDifference(one, before.views.get(one.id), after.views.get(one.id))
    return view ? [{ place: placeOf(one), view }] : []
  })
  const last = shown.at(-1)
  const isCut = shown.length < differences.length || differences.length === asked.limit
  return { items, end: isCut && last ? placeOf(last) : end }
}

function placeOf({ id, key }: Difference): DifferencePlace {
  return { id, key }
}

/** The claims as they stood, as many as one answer says: those that were read, and how many were asked for. */
async function statesAt(
  db: Db,
  moment: Moment,
  ids: readonly ClaimId[],
  language: DisplayLanguage,
): Promise<{ readonly views: ReadonlyMap<string, ClaimView>; readonly read: number }> {
  return readAsOf(db, moment, async (then) => {
    const { rows, isCut } = await claimsThatFit(then, ids, language)
    const views = new Map(
      (await presentClaims(then, rows, language)).map(({ view }) => [view.id, view]),
    )
    const last = rows.at(-1)?.id
    return { views, read: isCut && last ? ids.indexOf(last) + 1 : ids.length }
  })
}

/** undefined if nothing of the claim itself differs. */
function viewDifference(
  { id: claim, wasListed, isListed }: Difference,
  before: ClaimView | undefined,
  after: ClaimView | undefined,
): ListDifferenceView | undefined {
  const fields = before && after ? differingFields(before, after) : []
  const change = wasListed ? (isListed ? 'changed' : 'left') : 'entered'
  if (change === 'changed' && fields.length === 0) return undefined
  return { change, claim, before: viewState(before), after: viewState(after), fields }
}

function viewState(claim: ClaimView | undefined): z.output<typeof stateView> | null {
  if (!claim || claim.mergedInto !== null) return null
  const { title, text, status, statusLabel } = claim
  return { title, text, status, statusLabel }
}

function differingFields(before: ClaimView, after: ClaimView): string[] {
  const [old, now] = [ownFields(before), ownFields(after)]
  const isAmended = before.version !== after.version
  return Object.entries(now).flatMap(([field, value]) => {
    // A merge of two subjects is no change of the claim.
    if (field === 'about' && !isAmended) return []
    return canonicalJson({ value }) === canonicalJson({ value: old[field] }) ? [] : [field]
  })
}

/** What a write of the claim, of its quotes or of its answers changes; nothing that other objects are called. */
function ownFields(claim: ClaimView): Readonly<Record<string, unknown>> {
  const { kind, text, lang, texts, assertedAt, withdrawnAt, points, figure, rating } = claim
  const { label, status, leftOpen, counts, voidedAt } = claim
  return {
    kind,
    text,
    lang,
    texts,
    speaker: claim.speaker?.id ?? null,
    about: claim.about.map((source) => source.id),
    assertedAt,
    withdrawnAt,
    points,
    figure,
    rating,
    citations: claim.citations.map(({ id, report, quote }) => [id, report.id, quote]),
    label,
    status,
    cites: claim.explanation?.cites ?? [],
    leftOpen,
    counts,
    voidedAt,
  }
}
