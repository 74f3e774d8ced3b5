const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** RFC 3986 §2.3, and every character outside ASCII. */
const unreserved = /^(?:[A-Za-z0-9\-._~]|\P{ASCII})$/u
/** What else may appear unescaped in a path or a query (§3.3, §3.4). */
const delimiters = /^[!$&'()*+,;=:@/?]$/

/**
 * Part of an address with each character in normal form (RFC 3986 §6.2.2): unescaped if possible,
 * otherwise in capital hexadecimals. Letters outside ASCII are unescaped and composed. Escaped
 * delimiters stay escaped.
 *
 * @param meaningless delimiters that separate nothing here and are escaped like any other character
 */
export function plainEscapes(part: string, meaningless = ''): string {
  return (
    part
      .replace(/(?:%[0-9a-f]{2})+|[^]/giu, (found) => {
        if (/^%[^]/.test(found)) return plainRun(found)
        if (unreserved.test(found)) return found
        const divides = delimiters.test(found) && !meaningless.includes(found)
        return divides ? found : escaped(encoder.encode(found))
      })
      // The digits of an escape must not be combined with marks that follow.
      .replace(/(?<=^|%..)[^%]+/gu, (letters) => letters.normalize('NFC'))
  )
}

/** Consecutive escapes: letters in UTF-8, and invalid bytes. */
function plainRun(run: string): string {
  const bytes = Uint8Array.from(run.split('%').slice(1), (hex) => Number.parseInt(hex, 16))
  let plain = ''
  for (let at = 0; at < bytes.length;) {
    const letter = bytes.subarray(at, at + lengthBy(bytes[at] ?? 0))
    const text = decoded(letter)
    plain +=
      text !== undefined && unreserved.test(text) ? text : escaped(text ? letter : [bytes[at] ?? 0])
    at += text === undefined ? 1 : letter.length
  }
  return plain
}

/** The number of bytes of a UTF-8 character, by its first byte. */
function lengthBy(byte: number): number {
  if (byte < 0xc0) return 1
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function escaped(bytes: Iterable<number>): string {
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
