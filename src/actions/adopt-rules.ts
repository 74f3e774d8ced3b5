import { randomUUIDv7 } from 'node:crypto'
import { system } from '../domain/actor.ts'
import { rulesVersion } from '../domain/status.ts'
import { forgetGraph, listAllChanges } from '../store/remake.ts'
import { loadRulesInForce, putInForce } from '../store/rules-in-force.ts'
import type { Deps } from './record/deps.ts'
import { writeRecord } from './record/write-record.ts'

/**
 * Brings the rules of this program into force, if older ones are: computes every status again, in one
 * event. Where a status, label or cite differs, the history goes on with the new version; what was
 * said before stays. Until it is done, nobody can write labels.
 *
 * @returns how many statuses changed; undefined if there was nothing to adopt
 */
export async function adoptRules(deps: Deps): Promise<number | undefined> {
  if ((await loadRulesInForce(deps.db)) >= rulesVersion) return undefined
  return writeRecord(deps, {
    actor: system,
    work: async ({ tx, at, record, changed }) => {
      // Another process may have been first.
      if ((await loadRulesInForce(tx)) >= rulesVersion) return false
      const facts = { version: rulesVersion }
      const words = new Map<string, string>()
      const sinceSeq = record({ kind: 'rules.adopted', object: randomUUIDv7(), facts, words })
      await putInForce(tx, { version: rulesVersion, sinceSeq, since: at })
      await forgetGraph(tx)
      changed(await listAllChanges(tx))
      return true
    },
    answer: ({ result, statusChanges }) => (result ? statusChanges.length : undefined),
  })
}
