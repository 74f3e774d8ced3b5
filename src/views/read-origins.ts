import type { Figure } from '../domain/figure.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { worldTimeOf } from '../domain/world-time.ts'
import { driftAmong } from '../engine/origins/drift.ts'
import { originsOf, type Origins, type Saying } from '../engine/origins/origins.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import type { Db } from '../store/database/db.ts'
import { loadFigures } from '../store/figure-keys.ts'
import { loadOrigins, originsMax, type OriginsRow } from '../store/origins.ts'
import { settleRecord } from '../store/settle-record.ts'

/** Who said something, and when, as it was written. */
export interface Said {
  readonly claim: ClaimId
  readonly speaker: SourceId | null
  readonly date: WorldDate | null
}

interface GivenFigure extends Said {
  readonly figure: Figure
}

interface Counted {
  readonly count: number
  /** Whether there are more than were read. */
  readonly more: boolean
}

/** Where something was said, by ids. */
export interface FoundOrigins extends Origins<Said & Saying> {
  readonly drift: readonly {
    readonly isConflict: boolean
    readonly figures: readonly [GivenFigure, GivenFigure]
  }[]
  readonly counts: Readonly<Record<'claims' | 'reports' | 'figures', Counted>>
}

/** @param known what the caller has read of the record, if anything */
export async function readOrigins(
  db: Db,
  claim: ClaimId,
  known?: Promise<PartialRecord>,
): Promise<FoundOrigins> {
  const [row, record] = await Promise.all([loadOrigins(db, claim), known ?? new PartialRecord()])
  const sayings = sayingsIn(row)
  const [origins, drift] = await Promise.all([
    settleRecord(db, record, () => originsOf(record, sayings)),
    driftIn(db, row),
  ])
  const counts = {
    claims: upTo(row.claims.length, originsMax.claims),
    reports: upTo(row.reports.length, originsMax.reports),
    figures: upTo(row.figures.length, originsMax.figures),
  }
  // Of those that were not read, one may be earlier.
  return { ...origins, ...(counts.claims.more && { earliest: [] }), drift, counts }
}

function sayingsIn({ claims, reports, bases }: OriginsRow): readonly (Said & Saying)[] {
  const [citedIn, basesOf] = [
    Map.groupBy(reports, ({ claim }) => claim),
    Map.groupBy(bases, ({ claim }) => claim),
  ]
  return claims.slice(0, originsMax.claims).map(({ id, speaker, assertedAt, isTakenBack }) => ({
    claim: id,
    speaker,
    date: assertedAt,
    assertedAt: worldTimeOf(assertedAt),
    isTakenBack,
    basis: (basesOf.get(id) ?? []).map(({ basis }) => basis),
    reports: (citedIn.get(id) ?? []).map(({ publishedAt, ...cited }) => ({
      ...cited,
      publishedAt: worldTimeOf(publishedAt),
    })),
  }))
}

async function driftIn(db: Db, { figures }: OriginsRow): Promise<FoundOrigins['drift']> {
  const loaded = await loadFigures(
    db,
    figures.map(({ id }) => id),
  )
  const given = figures.flatMap(({ id, speaker, about, assertedAt }) => {
    const figure = loaded.get(id)
    return figure
      ? [
          {
            claim: id,
            speaker,
            date: assertedAt,
            about,
            assertedAt: worldTimeOf(assertedAt),
            figure,
          },
        ]
      : []
  })
  return driftAmong(given)
}

function upTo(count: number, max: number): Counted {
  return { count: Math.min(count, max), more: count > max }
}
