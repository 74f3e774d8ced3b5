import { parseAccept } from 'hono/utils/accept'

/** Whether an `Accept` header admits a media type; the most specific range decides (RFC 9110, 12.5.1). */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header === mediaType || /^\s*(?:\*\/\*)?\s*$/.test(header))
    return true
  const [main = ''] = mediaType.split('/')
  const ranges = parseAccept(header)
  for (const range of [mediaType, `${main}/*`, '*/*']) {
    const named = ranges.find(({ type }) => type.toLowerCase() === range)
    if (named) return named.q > 0
  }
  return false
}
