import { parseAccept } from 'hono/utils/accept'

/** Whether an `Accept` header admits a media type. */
export function accepts(header: string | undefined, mediaType: string): boolean {
  return qualityOf(header, mediaType) > 0
}

/**
 * The quality value of a media type in an Accept header, from 0 to 1. The most specific range
 * decides (RFC 9110, 12.5.1).
 */
export function qualityOf(header: string | undefined, mediaType: string): number {
  if (header === undefined || ['', '*/*', mediaType].includes(header.trim())) return 1
  const [main = ''] = mediaType.split('/')
  const ranges = parseAccept(header)
  for (const range of [mediaType, `${main}/*`, '*/*']) {
    const named = ranges.find(({ type }) => type.toLowerCase() === range)
    if (named) return named.q
  }
  return 0
}
