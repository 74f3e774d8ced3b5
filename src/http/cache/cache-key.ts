type Part = string | number | boolean | undefined | readonly Part[]

/**
 * A key of several parts. Each part ends where it ends, whatever it contains: joined by a space, a
 * header or an address could imitate other parts, and its sender choose what others are answered.
 */
export function cacheKey(...parts: readonly Part[]): string {
  return JSON.stringify(parts)
}
