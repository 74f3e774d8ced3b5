import { isIP, isIPv6 } from 'node:net'

/**
 * The network of the client: an IPv4 address, or the first 64 bits of an IPv6 address, the smallest
 * block that a subscriber gets.
 *
 * @param forwardedFor X-Forwarded-For; only its last entries are trusted, one per trusted proxy
 */
export function clientNetwork(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustedProxyCount: number,
): string {
  const told = forwardedFor?.split(',').map(addressIn) ?? []
  // If a trusted proxy passed on an entry that is not an address, nobody we trust vouches for it.
  const hops = [addressIn(remote ?? ''), ...told.toReversed()].slice(0, trustedProxyCount + 1)
  const unknown = hops.indexOf(undefined)
  const client = hops.at(unknown === -1 ? -1 : Math.max(0, unknown - 1))
  return client === undefined ? 'unknown' : networkOf(client)
}

/** The address in `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1` or `[2001:db8::1]:443`. */
function addressIn(text: string): string | undefined {
  const trimmed = text.trim()
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed) ?? []
  const [, withPort] = /^([\d.]+):\d+$/.exec(trimmed) ?? []
  const [address = ''] = (bracketed ?? withPort ?? trimmed).split('%', 1)
  return isIP(address) ? address : undefined
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  // Normalised: lower-case groups, zeros compressed.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(written)
  if (mapped) return mapped.slice(1).flatMap(bytesOf).join('.')
  const [head = '', tail] = written.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const folded = Array.from({ length: 8 - groups.length - behind.length }, () => '0')
  return `${[...groups, ...folded, ...behind].slice(0, 4).join(':')}::/64`
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 255]
}
