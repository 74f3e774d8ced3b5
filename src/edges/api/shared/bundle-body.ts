import { bundleLine } from '../../../formats/bundle.ts'
import { kibibyte, type BodyFormat } from '../../../http/contract/body-format.ts'
import { readBundle, type Bundle } from '../../../formats/read-bundle.ts'

const bytesMax = 5 * kibibyte * kibibyte

/** A bundle as the body of a request. Its faults are the handler's to refuse or to pass over. */
export const bundleBody: BodyFormat<Bundle> = {
  mediaTypes: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  bytesMax,
  schema: bundleLine,
  read: readBundle,
}
