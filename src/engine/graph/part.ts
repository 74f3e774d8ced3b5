import type { CompiledDependency, NodeId, NodeMeaning } from './graph.ts'

/** A node of a link besides its guard, with the dependencies that come with it. */
export interface Part {
  readonly id: NodeId
  readonly meaning: NodeMeaning
  readonly dependencies: readonly CompiledDependency[]
}

/** "n needs m IN." */
export function needs(node: NodeId, on: NodeId): CompiledDependency {
  return { node, on, needs: true }
}

/** "m attacks n." */
export function attackedBy(node: NodeId, on: NodeId): CompiledDependency {
  return { node, on, needs: false }
}
