import { codings, type Coding } from '../bytes/coding.ts'

/** Below this, headers and a packet outweigh what a coding would save. */
const lengthMin = 1024

/** One item of `Accept-Encoding` with its weight (RFC 9110, 12.5.3 and 12.4.2). */
const item = /^\s*([\w!#$%&'*+.^`|~-]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i

/**
 * The coding in which the client prefers an answer of so many bytes; undefined is the plain bytes,
 * which are also sent if nothing that the client accepts is available.
 */
export function preferredCoding(
  acceptEncoding: string | undefined,
  length: number,
): Coding | undefined {
  const weights = weightsIn(acceptEncoding)
  if (!weights || length === 0) return undefined
  const others = weights.get('*')
  const plain = weights.get('identity') ?? others
  if (length <= lengthMin && plain !== 0) return undefined
  const [best, weight] = codings
    .map((coding) => [coding, weights.get(coding) ?? others ?? 0] as const)
    .reduce((one, other) => (other[1] > one[1] ? other : one))
  return weight > 0 && weight >= (plain ?? 0) ? best : undefined
}

/** Whether the client can read a coding. Without a readable header, it can read all of them. */
export function takesCoding(acceptEncoding: string | undefined, coding: string): boolean {
  const weights = weightsIn(acceptEncoding)
  return !weights || (weights.get(coding) ?? weights.get('*') ?? 0) > 0
}

/** undefined if there is no header, or a malformed one, which counts as none. */
function weightsIn(header: string | undefined): ReadonlyMap<string, number> | undefined {
  if (header === undefined) return undefined
  const weights = new Map<string, number>()
  for (const part of header.split(',')) {
    if (part.trim() === '') continue
    const [, coding, weight = '1'] = item.exec(part) ?? []
    if (coding === undefined) return undefined
    weights.set(coding.toLowerCase(), Number(weight))
  }
  return weights
}
