import { enterBundle } from './bundle/enter-bundle.ts'
import type { ObjectLine } from './bundle/lines.ts'
import type { Deps } from './deps.ts'
import { writeObject, type ObjectWrite } from './write-object.ts'
import type { Answer } from './write-record.ts'

/** Adds one source, report, claim, link or story. */
export async function addObject(
  deps: Deps,
  write: ObjectWrite & { readonly object: ObjectLine },
): Promise<Answer> {
  return writeObject(deps, write, 201, async (writing) => {
    const { ids } = await enterBundle(writing, [{ line: 1, value: write.object }])
    return ids.get(1) ?? ''
  })
}
