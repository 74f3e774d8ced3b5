import {
  lostBasisNode,
  noAttackerNode,
  rebuttalNode,
  relianceNode,
  undercutNode,
} from '../../src/engine/graph/nodes.ts'

/** The ids of the nodes that a link may have besides its guard, and those of another link. */
export function nodesOf(owner: string): ReadonlyMap<string, (link: string) => string> {
  const onto = ['claims', 'rulings'] as const
  const sides = onto.flatMap((onto) => [false, true].map((isBack) => ({ isBack, onto })))
  const named = [
    undercutNode,
    relianceNode,
    lostBasisNode,
    ...sides.flatMap((side) => [
      (link: string) => rebuttalNode({ link, ...side }),
      (link: string) => noAttackerNode({ link, ...side }),
    ]),
  ]
  return new Map(named.map((name) => [name(owner), name]))
}
