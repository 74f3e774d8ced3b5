import { hash } from 'node:crypto'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { ItemId } from './record.ts'
import type { NodeId } from './graph.ts'

/** The arc through a rebuts or undercuts link, from `source` onto `target`. */
export function attackNode(link: LinkId, source: ClaimId, target: ItemId): NodeId {
  return nameOf('attack', link, source, target)
}

/** The support that a relies_on link carries from its basis. */
export function relianceNode(link: LinkId): NodeId {
  return nameOf('reliance', link)
}

/** "No restatement of the basis of this relies_on link stands." */
export function lostBasisNode(link: LinkId): NodeId {
  return nameOf('lost_basis', link)
}

/** A UUID (version 8) derived from what the node represents. */
function nameOf(...parts: readonly string[]): NodeId {
  const digest = hash('sha256', parts.join('\n'), 'hex')
  const variant = '89ab'[Number.parseInt(digest.charAt(16), 16) % 4]
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}
