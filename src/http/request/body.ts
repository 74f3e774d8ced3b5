import { DomainError } from '../../domain/errors.ts'
import type { BodyFormat } from '../contract/body-format.ts'
import { Refusal } from '../problems/refusal.ts'

/**
 * @throws {Refusal} `unsupported-media-type` for another type, another charset or any content
 * coding
 */
export function requireMediaType(headers: Headers, { mediaTypes }: BodyFormat): void {
  if (headers.has('content-encoding'))
    throw new Refusal('unsupported-media-type', 'Send the body without a Content-Encoding.', {
      'accept-encoding': 'identity',
    })
  const [, type, , charset] =
    /^([^\s;]+)\s*(?:;\s*(charset)\s*=\s*"?([\w-]+)"?\s*)?$/i.exec(
      headers.get('content-type') ?? '',
    ) ?? []
  const isKnown = mediaTypes.some((known) => known === type?.toLowerCase())
  if (isKnown && (charset ?? 'utf-8').toLowerCase() === 'utf-8') return
  throw new Refusal('unsupported-media-type', `Send ${mediaTypes.join(' or ')} in UTF-8.`, {
    accept: mediaTypes.join(', '),
  })
}

/**
 * The exact bytes of a body, read no further than the limit.
 *
 * @throws {DomainError} `payload-too-large`; `malformed` when the caller aborts
 */
export async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength
      if (length > bytesMax) break
      chunks.push(chunk)
    }
  } catch (cause) {
    throw new DomainError('malformed', 'The body ended before it was complete.', [], { cause })
  }
  if (length > bytesMax) throw tooLarge(bytesMax)
  return Buffer.concat(chunks, length)
}

function tooLarge(bytesMax: number): DomainError {
  return new DomainError('payload-too-large', `The body may have at most ${bytesMax} bytes.`)
}
