import type { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { parseSent } from '../../formats/faults.ts'
import { parseJson } from '../../formats/strict-json.ts'

/** How a route reads its body: accepted media types, size limit and parser. */
export interface BodyFormat<T = unknown> {
  readonly mediaTypes: readonly [string, ...string[]]
  readonly bytesMax: number
  /** The schema of the document, or of one line. */
  readonly schema: z.ZodType
  /**
   * @throws {DomainError} `malformed` if it cannot be parsed, `invalid` if it does not fit the
   * schema
   */
  read(bytes: Uint8Array): T
}

export const kibibyte = 1024

/** A JSON document. */
export function jsonBody<T>(schema: z.ZodType<T>, bytesMax = 64 * kibibyte): BodyFormat<T> {
  return { mediaTypes: ['application/json'], bytesMax, schema, read: readAs(schema) }
}

/** A JSON Merge Patch (RFC 7396); plain `application/json` is accepted too. */
export function mergePatchBody<T>(schema: z.ZodType<T>, bytesMax = 64 * kibibyte): BodyFormat<T> {
  const mediaTypes = ['application/merge-patch+json', 'application/json'] as const
  return { mediaTypes, bytesMax, schema, read: readAs(schema) }
}

function readAs<T>(schema: z.ZodType<T>): (bytes: Uint8Array) => T {
  return (bytes) => {
    const json = parseJson(bytes)
    if (json.fault) throw new DomainError('malformed', json.fault.message, [json.fault])
    return parseSent(schema, json.value)
  }
}
