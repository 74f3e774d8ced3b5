import { system } from '../domain/actor.ts'
import { indexFiguresAgain, listUnindexedFigures } from '../store/unindexed-figures.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

/**
 * Indexes figures that were entered before this index existed, or by a version that made other keys,
 * so that later figures are compared with them. It works in batches, so that writes are not blocked.
 */
export async function indexMissingFigures(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  let claims = await listUnindexedFigures(deps.db)
  while (claims.length > 0 && !isStopping()) {
    const batch = claims
    await writeRecord(deps, {
      actor: system,
      work: ({ tx }) => indexFiguresAgain(tx, batch),
      answer: () => undefined,
    })
    claims = await listUnindexedFigures(deps.db, batch.at(-1))
  }
}
