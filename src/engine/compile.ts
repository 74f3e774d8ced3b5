import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { CompiledDependency, CompiledNode, Contribution, NodeMeaning } from './graph.ts'
import { groupOf } from './groups.ts'
import { isEnded, lifeOf } from './lifecycle.ts'
import { isGuarded, targetOf } from './links.ts'
import { attackNode, lostBasisNode, relianceNode } from './nodes.ts'
import { isTwoWay } from './parties.ts'
import type { ItemId, RecordLink, RecordView } from './record.ts'

/** What a claim contributes to the graph (semantics.md §1.3): its own node. */
export function compileClaim(record: RecordView, id: ClaimId): Contribution {
  const claim = record.claim(id)
  if (claim === undefined || claim.voided) return nothing(id)
  const forced = lifeOf(record, claim) !== 'active'
  return {
    owner: id,
    nodes: [{ id, meaning: { kind: 'claim', claim: id }, forced }],
    dependencies: [],
  }
}

/** What a link contributes to the graph (semantics.md §1.3): its guard and all its arcs. */
export function compileLink(record: RecordView, id: LinkId): Contribution {
  const link = record.link(id)
  if (link === undefined || link.voided || !isGuarded(link.relation)) return nothing(id)
  const guard: CompiledNode = {
    id,
    meaning: { kind: 'guard', link: id },
    forced: isEnded(record, link),
  }
  const parts = partsOf(record, link)
  return {
    owner: id,
    nodes: [guard, ...parts.map(({ id, meaning }) => ({ id, meaning, forced: false }))],
    dependencies: parts.flatMap((part) => part.dependencies),
  }
}

/** A node besides the guard, with its dependencies. */
interface Part {
  readonly id: string
  readonly meaning: NodeMeaning
  readonly dependencies: readonly CompiledDependency[]
}

function nothing(owner: ItemId): Contribution {
  return { owner, nodes: [], dependencies: [] }
}

function partsOf(record: RecordView, link: RecordLink): readonly Part[] {
  if (link.relation === 'rebuts') return rebuttalParts(record, link)
  if (link.relation === 'undercuts') return undercutParts(record, link)
  return relianceParts(record, link)
}

/** Every restatement of either side attacks every restatement of the other; only rulings outrank. */
function rebuttalParts(record: RecordView, link: RecordLink): readonly Part[] {
  if ('link' in link.to) return []
  const from = groupOf(record, link.from)
  const onto = groupOf(record, link.to.claim)
  const forth = from.flatMap((a) => onto.flatMap((b) => rebuttalArc(record, link.id, a, b)))
  const back = onto.flatMap((b) => from.flatMap((a) => rebuttalArc(record, link.id, b, a)))
  // In a group that rebuts itself, the same arc arises from both directions.
  return [...new Map([...forth, ...back].map((arc) => [arc.id, arc])).values()]
}

function rebuttalArc(
  record: RecordView,
  link: LinkId,
  source: ClaimId,
  target: ClaimId,
): readonly Part[] {
  const outranks = isRuling(record, source)
  const isOutranked = isRuling(record, target)
  if (isOutranked && !outranks) return []
  return [attackPart(link, source, target, outranks === isOutranked)]
}

/** The reverse attack of a two-way undercut targets the arc, not the claim that makes it. */
function undercutParts(record: RecordView, link: RecordLink): readonly Part[] {
  if (!isOpenToUndercut(record, link)) return []
  const target = targetOf(link)
  const twoWay = isTwoWay(record, link)
  const arc = attackPart(link.id, link.from, target, twoWay)
  const back = { node: arc.id, on: target, needs: false }
  return [twoWay ? { ...arc, dependencies: [...arc.dependencies, back] } : arc]
}

/**
 * Rulings, and links that start at them, yield only to rulings; a link without guard yields to
 * nobody.
 */
function isOpenToUndercut(record: RecordView, link: RecordLink): boolean {
  if ('claim' in link.to) return isRuling(record, link.from) || !isRuling(record, link.to.claim)
  const target = record.link(link.to.link)
  if (target === undefined || target.voided || !isGuarded(target.relation)) return false
  return isRuling(record, link.from) || !isRuling(record, target.from)
}

/** A dropped reliance leaves only its guard: dropping it makes no basis lost. */
function relianceParts(record: RecordView, link: RecordLink): readonly Part[] {
  if (link.ended || 'link' in link.to) return []
  const lost = lostBasisNode(link.id)
  const reliance = relianceNode(link.id)
  const basis = link.to.claim
  return [
    {
      id: lost,
      meaning: { kind: 'lost_basis', link: link.id, basis },
      dependencies: groupOf(record, basis).map((on) => ({ node: lost, on, needs: false })),
    },
    {
      id: reliance,
      meaning: { kind: 'reliance', link: link.id, user: link.from },
      dependencies: [
        { node: reliance, on: lost, needs: false },
        { node: reliance, on: link.id, needs: true },
        { node: link.from, on: reliance, needs: true },
      ],
    },
  ]
}

function attackPart(link: LinkId, source: ClaimId, target: ItemId, twoWay: boolean): Part {
  const id = attackNode(link, source, target)
  return {
    id,
    meaning: { kind: 'attack', link, source, target, twoWay },
    dependencies: [
      { node: id, on: source, needs: true },
      { node: id, on: link, needs: true },
      { node: target, on: id, needs: false },
    ],
  }
}

function isRuling(record: RecordView, claim: ClaimId): boolean {
  return record.claim(claim)?.kind === 'ruling'
}
