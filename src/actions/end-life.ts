import type { BundleLineOf } from '../formats/bundle.ts'
import { enterBundle } from './bundle/enter-bundle.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import {
  requireVersion,
  writeObject,
  type ObjectWrite,
  type WrittenObject,
} from './write-object.ts'

/**
 * Withdraws a claim, ends a link, or voids an entry error, which may itself be a withdrawal or an
 * end.
 */
export async function endLife<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly id: string
    readonly versions: readonly number[]
    readonly ending: BundleLineOf<'withdrawal' | 'end' | 'void'>
  },
): Promise<WrittenObject<V> | Submitted> {
  return writeObject(
    deps,
    write,
    async (writing) => {
      await requireVersion(writing.tx, write.id, write.versions)
      await enterBundle(writing, [{ line: 1, value: write.ending }])
      return write.id
    },
    {
      pointerOf: ({ pointer }) => (/^\/(?:at|citations?)(?:\/|$)/.test(pointer) ? pointer : ''),
    },
  )
}
