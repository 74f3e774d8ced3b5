const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** RFC 3986 §2.3, and every character that is not ASCII. */
const unreserved = /^(?:[A-Za-z0-9\-._~]|\P{ASCII})$/u
/** What may stand unescaped beside those, in a path or a query (§3.3, §3.4). */
const delimiters = /^[!$&'()*+,;=:@/?]$/

/**
 * A part of an address with each character written in one way (RFC 3986 §6.2.2): plain where it needs
 * no escape, else in capital hexadecimals. Letters of other scripts stand plain and composed. What is
 * escaped and would mean something else if it were not stays escaped.
 *
 * @param meaningless delimiters that divide nothing here, and are escaped like any other character
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
      // The digits of an escape are no letters that marks could stand on.
      .replace(/(?<=^|%..)[^%]+/gu, (letters) => letters.normalize('NFC'))
  )
}

/** Escapes that follow each other: letters in UTF-8, and bytes that are none. */
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

/** How many bytes a letter has in UTF-8, by its first one. */
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
