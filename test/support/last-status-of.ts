import { isRemembered, type LastStatus } from '../../src/domain/badges.ts'
import { compileAll, labelsOf } from '../../src/engine/evaluate.ts'
import { assemble, labelAll } from '../../src/engine/graph/label.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { withoutClaims } from '../../src/engine/record/without.ts'
import { answering, isReplaced, successorsOf } from '../../src/engine/standing/earlier-versions.ts'
import { statusOf } from '../../src/engine/standing/status.ts'
import { namedMax } from '../../src/domain/enumerate.ts'

/** What befell a claim: by the engine's own reading of a record without some claims, from scratch. */
export function lastStatusIn(items: RecordItems): (claim: string) => LastStatus | null {
  const record = recordOf(items)
  const known = new Map<string, LastStatus | null>()
  return (claim) => {
    const last = known.get(claim) ?? compute(claim)
    known.set(claim, last)
    return last
  }

  function compute(claim: string): LastStatus | null {
    if (!isReplaced(record, claim)) return null
    const then = withoutClaims(record, successorsOf(record, claim))
    const contributions = compileAll(then, items)
    const labels = labelsOf(contributions, labelAll(assemble(contributions)))
    const judgement = statusOf(then, labels, claim)
    if (!judgement || !isRemembered(judgement.status)) return null
    const { status, cites } = judgement
    return { status, by: answering(then, labels, claim, { status, cites }).slice(0, namedMax) }
  }
}
