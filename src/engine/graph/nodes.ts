import { hash } from 'node:crypto'
import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { NodeId } from './graph.ts'

/** The arc through an undercut. */
export function undercutNode(link: LinkId): NodeId {
  return nameOf('undercut', link)
}

/** Which of the claims that attack through a rebuttal its node stands for, and whom it attacks. */
export interface RebuttalPart {
  readonly link: LinkId
  /** Whether the target side of the link attacks back. */
  readonly isBack: boolean
  /** All of rank 0, all rulings, or one ruling that sets aside rulings of the other side. */
  readonly onto: 'claims' | 'rulings' | { readonly ruling: ClaimId }
}

/** The attack of one side of a rebuttal. */
export function rebuttalNode({ link, isBack, onto }: RebuttalPart): NodeId {
  return nameOf('rebuttal', link, isBack ? 'back' : 'forth', ontoName(onto))
}

/** "None of the claims that attack through this part of a rebuttal stands." */
export function noAttackerNode({ link, isBack, onto }: RebuttalPart): NodeId {
  return nameOf('no_attacker', link, isBack ? 'back' : 'forth', ontoName(onto))
}

function ontoName(onto: RebuttalPart['onto']): string {
  return typeof onto === 'string' ? onto : onto.ruling
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
