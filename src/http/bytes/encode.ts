import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Coding } from './coding.ts'

const { BROTLI_OPERATION_FLUSH, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, Z_SYNC_FLUSH } =
  zlib.constants
const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** Higher qualities save a few more bytes and take many times as long. */
const quality = 5

/** Runs on other threads than the event loop. */
export async function encode(
  plain: string | Uint8Array,
  coding: Coding,
): Promise<Uint8Array<ArrayBuffer>> {
  if (coding === 'gzip') return gzip(plain)
  return brotli(plain, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
}

/**
 * Every chunk is sent on at once. If the source fails, so does the result, without the end that the
 * coding demands; if the reader leaves, the source is told to stop.
 */
export function encodeStream(
  chunks: AsyncIterable<Uint8Array>,
  coding: Coding,
): AsyncIterable<Uint8Array> {
  const encoder =
    coding === 'gzip'
      ? zlib.createGzip({ flush: Z_SYNC_FLUSH })
      : zlib.createBrotliCompress({
          flush: BROTLI_OPERATION_FLUSH,
          params: { [BROTLI_PARAM_QUALITY]: quality },
        })
  // `Readable.from` would throw into the source when the reader leaves; a web stream closes it.
  const source = Readable.fromWeb(ReadableStream.from(chunks))
  // A failure reaches the reader through the encoder.
  return pipeline(source, encoder, () => {})
}
