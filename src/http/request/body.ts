import { DomainError } from '../../domain/errors.ts'
import type { BodyFormat } from '../contract/body-format.ts'
import { Refusal } from '../problems/refusal.ts'

/**
 * @throws {Refusal} `unsupported-media-type` for another type, another charset or any content
 * coding
 */
export function requireMediaType(
  headers: Headers,
  { mediaTypes }: Pick<BodyFormat, 'mediaTypes'>,
): void {
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

/** How much is read into one piece of memory if the length of a body is not known. */
const blockBytes = 64 * 1024

/**
 * The exact bytes of a body, read no further than the limit. However small the parts are in which it
 * arrives, it takes little more memory than it is long.
 *
 * @param hold takes room for as many bytes before the first is read
 * @throws {DomainError} `payload-too-large`; `malformed` when the caller aborts; what `hold` throws
 */
export async function readBytes(
  request: Request,
  bytesMax: number,
  hold: (bytes: number) => { shrinkTo(bytes: number): void },
): Promise<Uint8Array> {
  const declared = request.headers.get('content-length')
  const most = declared === null ? bytesMax : Number(declared)
  if (most > bytesMax) throw tooLarge(bytesMax)
  if (!request.body) return new Uint8Array()
  const room = hold(most)
  const blocks = new Blocks(declared === null ? blockBytes : most)
  try {
    for await (const chunk of request.body) {
      if (blocks.length + chunk.byteLength > bytesMax) throw tooLarge(bytesMax)
      blocks.add(chunk)
    }
  } catch (cause) {
    if (cause instanceof DomainError) throw cause
    throw new DomainError('malformed', 'The body ended before it was complete.', [], { cause })
  }
  room.shrinkTo(blocks.length)
  return blocks.whole()
}

/** Bytes in pieces of memory of one size, which are filled one after another. */
class Blocks {
  readonly #size: number
  readonly #full: Uint8Array[] = []
  #last: Uint8Array
  #used = 0

  constructor(size: number) {
    this.#size = Math.max(1, size)
    this.#last = Buffer.allocUnsafeSlow(this.#size)
  }

  get length(): number {
    return this.#full.length * this.#size + this.#used
  }

  add(chunk: Uint8Array): void {
    let rest = chunk
    while (rest.byteLength > 0) {
      if (this.#used === this.#size) {
        this.#full.push(this.#last)
        this.#last = Buffer.allocUnsafeSlow(this.#size)
        this.#used = 0
      }
      const part = rest.subarray(0, this.#size - this.#used)
      this.#last.set(part, this.#used)
      this.#used += part.byteLength
      rest = rest.subarray(part.byteLength)
    }
  }

  whole(): Uint8Array {
    const last = this.#last.subarray(0, this.#used)
    return this.#full.length === 0 ? last : Buffer.concat([...this.#full, last], this.length)
  }
}

function tooLarge(bytesMax: number): DomainError {
  return new DomainError('payload-too-large', `The body may have at most ${bytesMax} bytes.`)
}
