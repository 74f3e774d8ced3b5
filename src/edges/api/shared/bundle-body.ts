import { bundleLine } from '../../../formats/bundle.ts'
import { kibibyte, type BodyFormat } from '../../../http/contract/body-format.ts'

const bytesMax = 5 * kibibyte * kibibyte

/**
 * A bundle as a request body. It is read where it is imported: parsing the longest takes a second.
 */
export const bundleBody: BodyFormat<Uint8Array> = {
  mediaTypes: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  bytesMax,
  schema: bundleLine,
  read: (bytes) => bytes,
}
