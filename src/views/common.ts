import { z } from 'zod'
import { sourceKinds } from '../domain/kinds.ts'
import { grounds } from '../domain/redaction.ts'
import { id, slug } from '../domain/references.ts'
import { worldDate } from '../domain/world-date.ts'
import type { RedactionRow } from '../store/redactions.ts'
import type { SourceRef } from '../store/source-ref.ts'

/** A time of the record: a UTC instant with milliseconds. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .meta({ id: 'Instant', example: '2026-11-23T09:00:00.000Z' })

/** The version of the rules that computed a status. */
export const rulesFields = {
  rulesVersion: z.int(),
  rules: z.string().meta({ description: 'Path of the page of these rules.', example: '/rules/1' }),
}

/** States that an object was redacted. */
export const redactionView = z
  .object({
    ground: z.enum(grounds),
    statement: z.string().nullable().meta({ description: 'The public statement about it.' }),
    at: instant,
  })
  .meta({
    id: 'Redaction',
    description:
      'Its words were removed: `withheld` by law or `erased` for privacy. Texts are then null and lists of texts empty; everything else is unchanged.',
  })

/** A text that is null only if redacted. */
export const removableText = z.string().nullable().meta({ description: 'null if it was removed.' })

/** Fields of every object of the record. */
export const objectFields = {
  id,
  version: z.int().meta({ description: "Counts the object's own edits, from 1." }),
  recordedAt: instant,
  voidedAt: instant
    .nullable()
    .meta({ description: 'Set when it turned out to be an entry error.' }),
  mergedInto: id
    .nullable()
    .meta({ description: 'The entry that it redirects to, if it turned out to be entered twice.' }),
  redaction: redactionView.nullable(),
}

export const sourceRefView = z.object({ id, slug, name: removableText }).meta({ id: 'SourceRef' })
export type SourceRefView = z.output<typeof sourceRefView>

export const speakerView = sourceRefView
  .extend({ kind: z.enum(sourceKinds) })
  .meta({ id: 'Speaker' })

/** null if no source names the speaker. */
export function viewSpeaker(speaker: SourceRef | null): z.output<typeof speakerView> | null {
  return speaker && { ...viewSourceRef(speaker), kind: speaker.kind }
}

export const worldDateView = worldDate

export const assertedAtView = worldDate
  .nullable()
  .meta({ description: 'As it was sent; null if nobody knows.' })

export function viewSourceRef({ id, slug, name }: SourceRef): SourceRefView {
  return { id, slug, name }
}

/** Postgres returns instants as dates, or as text inside JSON. */
export function viewInstant(at: Date | string): string {
  return new Date(at).toISOString()
}

export function viewObject(row: {
  readonly id: string
  readonly version: number
  readonly recordedAt: Date | string
  readonly voidedAt: Date | string | null
  /** Absent for kinds that are never merged. */
  readonly mergedInto?: string | null
  readonly redaction: RedactionRow | null
}) {
  return {
    id: row.id,
    version: row.version,
    recordedAt: viewInstant(row.recordedAt),
    voidedAt: row.voidedAt === null ? null : viewInstant(row.voidedAt),
    mergedInto: row.mergedInto ?? null,
    redaction: row.redaction && viewRedaction(row.redaction),
  }
}

function viewRedaction({ ground, statement, at }: RedactionRow): z.output<typeof redactionView> {
  return { ground, statement, at: viewInstant(at) }
}
