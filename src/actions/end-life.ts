import type { BundleLineOf } from '../formats/bundle.ts'
import { enterBundle } from './bundle/enter-bundle.ts'
import type { Deps } from './record/deps.ts'
import { requireVersion, writeObject, type ObjectWrite } from './write-object.ts'
import type { Answer } from './record/answer.ts'

/** Withdraws a claim, ends a link, or voids what was entered wrongly, be it such an end. */
export async function endLife(
  deps: Deps,
  write: ObjectWrite & {
    readonly id: string
    readonly versions: readonly number[]
    readonly ending: BundleLineOf<'withdrawal' | 'end' | 'void'>
  },
): Promise<Answer> {
  return writeObject(
    deps,
    write,
    200,
    async (writing) => {
      await requireVersion(writing.tx, write.id, write.versions)
      await enterBundle(writing, [{ line: 1, value: write.ending }])
      return write.id
    },
    ({ pointer }) => (pointer === '/at' || pointer.startsWith('/citation/') ? pointer : ''),
  )
}
