import type { FieldFault } from '../domain/errors.ts'
import { affiliationsMax } from '../domain/source.ts'
import { isLocalTime, zonedTime } from '../domain/local-time.ts'

/**
 * A bundle line whose local times were converted to instants, and the faults of those that cannot
 * be.
 */
export interface ZonedLine {
  readonly line: unknown
  readonly faults: readonly FieldFault[]
}

const datedFields = ['assertedAt', 'publishedAt', 'accessedAt', 'at']
const affiliationFields = ['from', 'to']

/** Interprets dates without a zone in the zone given by the bundle's header. */
export function inZone(line: unknown, zone: string): ZonedLine {
  if (!isObject(line)) return { line, faults: [] }
  const faults: FieldFault[] = []
  const read = fieldsInZone(line, datedFields, { zone, base: '', faults })
  const affiliations: unknown = line['affiliations']
  if (!Array.isArray(affiliations) || affiliations.length > affiliationsMax)
    return { line: read, faults }
  return {
    line: {
      ...read,
      affiliations: affiliations.map((each: unknown, index) =>
        isObject(each)
          ? fieldsInZone(each, affiliationFields, { zone, base: `/affiliations/${index}`, faults })
          : each,
      ),
    },
    faults,
  }
}

interface Place {
  readonly zone: string
  readonly base: string
  /** Faults found are added here. */
  readonly faults: FieldFault[]
}

function fieldsInZone(
  object: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  { zone, base, faults }: Place,
): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = { ...object }
  for (const field of fields) {
    const sent = object[field]
    if (typeof sent !== 'string' || !isLocalTime(sent)) continue
    const zoned = zonedTime(sent, zone)
    if ('instant' in zoned) read[field] = zoned.instant
    else faults.push({ pointer: `${base}/${field}`, code: 'no-such-time', message: zoned.why })
  }
  return read
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
