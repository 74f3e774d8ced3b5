import { bundleLine } from '../../../formats/bundle.ts'
import { kibibyte, type BodyFormat } from '../../../http/contract/body-format.ts'
import { readBundle, type Bundle } from '../../../formats/read-bundle.ts'

const bytesMax = 5 * kibibyte * kibibyte

/** A bundle as a request body. Its handler decides whether to refuse its faults or skip them. */
export const bundleBody: BodyFormat<Bundle> = {
  mediaTypes: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  bytesMax,
  schema: bundleLine,
  read: readBundle,
}
