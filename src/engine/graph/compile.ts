import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { hasGivenUp } from '../reading/concessions.ts'
import type { CompiledNode, Contribution } from './graph.ts'
import { isLive, lifeOf } from '../reading/lifecycle.ts'
import { isGuarded } from '../record/links.ts'
import { undercutPart, reliancePart } from './compile-steps.ts'
import { rebuttalParts } from './compile-rebuttal.ts'
import type { Part } from './part.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { ItemId, RecordLink, RecordView } from '../record/record.ts'

/** What a claim contributes to the graph (rules, 1.3): its own node. */
export function compileClaim(record: RecordView, id: ClaimId): Contribution {
  const reading = readingOf(record)
  const claim = reading.claim(id)
  if (claim === undefined || claim.voided) return nothing(id)
  const forced = lifeOf(reading, claim) !== 'active'
  return {
    owner: id,
    nodes: [{ id, meaning: { kind: 'claim', claim: id }, forced }],
    dependencies: [],
  }
}

/** What a link contributes to the graph (rules, 1.3): its guard and its attack or support. */
export function compileLink(record: RecordView, id: LinkId): Contribution {
  const reading = readingOf(record)
  const link = reading.link(id)
  if (link === undefined || link.voided || !isGuarded(link.relation)) return nothing(id)
  const guard: CompiledNode = {
    id,
    meaning: { kind: 'guard', link: id },
    forced: !isLive(link) || (link.relation === 'undercuts' && isGivenUp(reading, link)),
  }
  const parts = partsOf(reading, link)
  return {
    owner: id,
    nodes: [guard, ...parts.map(({ id, meaning }) => ({ id, meaning, forced: false }))],
    dependencies: parts.flatMap((part) => part.dependencies),
  }
}

/** Whether the claim that a link starts at gave it up by a concession. */
export function isGivenUp(reading: Reading, link: RecordLink): boolean {
  return hasGivenUp(reading, link.from, link)
}

function nothing(owner: ItemId): Contribution {
  return { owner, nodes: [], dependencies: [] }
}

function partsOf(reading: Reading, link: RecordLink): readonly Part[] {
  if (link.relation === 'rebuts') return rebuttalParts(reading, link)
  return link.relation === 'undercuts' ? undercutPart(reading, link) : reliancePart(reading, link)
}
