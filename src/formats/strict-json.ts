import type { FieldFault } from '../domain/errors.ts'
import { findJsonFault } from './json-fault.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export type Json =
  | { readonly value: unknown; readonly fault?: never }
  | { readonly fault: FieldFault }

/**
 * Parses JSON strictly: what a lenient parser changes silently (a repeated key, a number that no
 * double represents, invalid UTF-8) is a fault. Lines are counted from `firstLine`.
 */
export function parseJson(bytes: Uint8Array, firstLine = 1): Json {
  const text = decode(bytes)
  if (text === undefined) return faulty('invalid-utf8', 'The bytes are not valid UTF-8.')
  if (text.startsWith('\uFEFF'))
    return faulty('byte-order-mark', 'Leave out the byte order mark at the start.')
  if (/^[ \t\r\n]*$/.test(text)) return faulty('empty-body', 'There is nothing in it.')
  const fault = findJsonFault(text)
  if (fault) return faulty(fault.code, `${placeOf(text, fault.at, firstLine)}: ${fault.message}`)
  return { value: JSON.parse(text) }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function placeOf(text: string, at: number, firstLine: number): string {
  const lines = text.slice(0, at).split('\n')
  return `Line ${firstLine + lines.length - 1}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

function faulty(code: string, message: string): Json {
  return { fault: { pointer: '', code, message } }
}
