import { runInSlices } from '../../formats/in-slices.ts'

const plus = 0x2b
const space = 0x20
const percent = 0x25
const ampersand = 0x26
const equals = 0x3d

/** Reading so much at a stretch takes about a millisecond. */
const sliceBytes = 64 * 1024

/**
 * The fields of a form (`application/x-www-form-urlencoded`), read with pauses for other requests. If
 * a name comes twice, the last value counts; what follows the last field that is read is left out.
 */
export async function readForm(
  bytes: Uint8Array,
  fieldsMax: number,
): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>()
  for (let start = 0, count = 0; start < bytes.length && count < fieldsMax; count += 1) {
    const next = bytes.indexOf(ampersand, start)
    const end = next === -1 ? bytes.length : next
    const field = bytes.subarray(start, end)
    const sign = field.indexOf(equals)
    const [name, value] =
      sign === -1
        ? [field, field.subarray(field.length)]
        : [field.subarray(0, sign), field.subarray(sign + 1)]
    fields.set(await runInSlices(decoded(name)), await runInSlices(decoded(value)))
    start = end + 1
  }
  return fields
}

/** Text in UTF-8, with plus signs for spaces; what is no escape stands for itself. */
function* decoded(sent: Uint8Array): Generator<undefined, string> {
  const bytes = new Uint8Array(sent.length)
  let length = 0
  for (let at = 0; at < sent.length; at += 1) {
    const byte = sent[at] ?? 0
    const escaped = byte === percent ? escapedAt(sent, at) : undefined
    if (escaped !== undefined) at += 2
    bytes[length] = escaped ?? (byte === plus ? space : byte)
    length += 1
    if (length % sliceBytes === 0) yield
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length))
}

function escapedAt(sent: Uint8Array, at: number): number | undefined {
  const [high, low] = [digitOf(sent[at + 1]), digitOf(sent[at + 2])]
  return high === undefined || low === undefined ? undefined : high * 16 + low
}

function digitOf(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined
}
