import type { Confirmation } from '../domain/confirmation.ts'
import { singlePolicy } from './bundle/duplicate-policy.ts'
import { enterBundle } from './bundle/enter-bundle.ts'
import type { ObjectLine } from './bundle/lines.ts'
import { referencesOf } from './bundle/mentions.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import { writeObject, type ObjectWrite, type WrittenObject } from './write-object.ts'

/**
 * Adds one source, report, claim, link or story.
 *
 * @param write.confirm warnings that the caller has confirmed
 */
export async function addObject<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly object: ObjectLine
    readonly confirm?: readonly Confirmation[] | undefined
  },
): Promise<WrittenObject<V> | Submitted> {
  const lines = [{ line: 1, value: write.object }]
  return writeObject(
    deps,
    write,
    async (writing) => {
      const { ids } = await enterBundle(writing, lines, { single: singlePolicy(write.confirm) })
      return ids.get(1) ?? ''
    },
    { names: referencesOf(lines) },
  )
}
