import type { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { parse } from '../../formats/faults.ts'
import { parseJson } from '../../formats/strict-json.ts'

/** How a route takes its body: the media types it knows, the most it reads, what it makes of it. */
export interface BodyFormat<T = unknown> {
  readonly mediaTypes: readonly [string, ...string[]]
  readonly bytesMax: number
  /** Of one document, or of one line. */
  readonly schema: z.ZodType
  /** @throws {DomainError} `malformed` when it cannot be read, `invalid` when it does not fit */
  read(bytes: Uint8Array): T
}

export const kibibyte = 1024

/** A JSON document. */
export function jsonBody<T>(schema: z.ZodType<T>, bytesMax = 64 * kibibyte): BodyFormat<T> {
  return { mediaTypes: ['application/json'], bytesMax, schema, read: readAs(schema) }
}

/** A JSON Merge Patch (RFC 7396); plain `application/json` is taken for one too. */
export function mergePatchBody<T>(schema: z.ZodType<T>, bytesMax = 64 * kibibyte): BodyFormat<T> {
  const mediaTypes = ['application/merge-patch+json', 'application/json'] as const
  return { mediaTypes, bytesMax, schema, read: readAs(schema) }
}

function readAs<T>(schema: z.ZodType<T>): (bytes: Uint8Array) => T {
  return (bytes) => {
    const json = parseJson(bytes)
    if (json.fault) throw new DomainError('malformed', json.fault.message, [json.fault])
    const parsed = parse(schema, json.value)
    if (parsed.faults)
      throw new DomainError('invalid', 'The body does not fit; see errors.', parsed.faults)
    return parsed.value
  }
}
