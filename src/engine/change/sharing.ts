import type { GraphChange } from '../graph/diff.ts'
import type { NodeMeaning } from '../graph/graph.ts'
import type { PartialGraph } from '../graph/partial-graph.ts'
import type { Watch } from '../record/partial-record.ts'
import type { ItemId, RecordLink } from '../record/record.ts'

/** The events of one write. */
export interface Batch {
  readonly last: number
  /** Given if rows of several batches go into one statement. */
  readonly first?: number | undefined
}

/** The batch to which each claim, link and node belongs that a statement inserts or changes. */
export type Batches = (item: string) => Batch

/** Which write each effect belongs to. Most often there is only one. */
export interface Sharing {
  readonly batches: Batches
  /** Notes what was read of the graph around a change. */
  readonly meetsGraph: (graph: PartialGraph, change: GraphChange) => void
  /** Notes the items because of which the last status of an earlier version may change. */
  readonly recalls: (items: readonly string[]) => void
}

/** For a write that is made alone. */
export function alone(last: number): Sharing {
  const batch = { last }
  return { batches: () => batch, meetsGraph: () => {}, recalls: () => {} }
}

/** Writes that are entered jointly depend on each other, or may, so that they must go in turn. */
export class NotIndependent extends Error {
  override readonly name = 'NotIndependent'
  /** The writes that have to be made alone, or come after another; none if it may be any. */
  readonly alone: readonly number[]
  readonly after: readonly number[]

  constructor({ alone = [], after = [] }: { alone?: number[]; after?: number[] } = {}) {
    super('Some writes depend on each other.')
    this.alone = alone
    this.after = after
  }
}

/**
 * For writes that are entered jointly. Whatever a write reads and changes is linked with what it
 * enters, by links or by dependencies, and the links that it went along are among those that were
 * looked at. So two writes are independent if no chain of these leads from one to the other, and then
 * everything on the chains of a write is its own.
 *
 * Every method throws `NotIndependent` if that does not hold, or cannot be told.
 */
export class SharedOut implements Sharing, Pick<Watch, 'saw' | 'sawSide'> {
  readonly #parents = new Map<string, string>()
  /** By the item at the root of all that is linked with it. */
  readonly #writes = new Map<string, number>()
  readonly #batches = new Map<number, Batch>()

  /** Says what a write enters, and what that is linked with on record. */
  add(write: number, batch: Batch, items: readonly string[]): void {
    this.#batches.set(write, batch)
    for (const item of items) {
      const root = this.rootOf(item)
      if ((this.#writes.get(root) ?? write) !== write) throw new NotIndependent({ after: [write] })
      this.#writes.set(root, write)
    }
  }

  /** The write to which an item or a node belongs. */
  writeOf(item: string): number {
    const write = this.#writes.get(this.rootOf(item))
    if (write === undefined) throw new NotIndependent()
    return write
  }

  readonly batches = (item: string): Batch => {
    const batch = this.#batches.get(this.writeOf(item))
    if (batch === undefined) throw new NotIndependent()
    return batch
  }

  readonly saw = (item: ItemId, links: readonly RecordLink[]): void => {
    for (const { id, from, to } of links) {
      this.#connect(id, item)
      this.#connect(id, from)
      this.#connect(id, 'claim' in to ? to.claim : to.link)
    }
  }

  /** What a side says is not linked. */
  readonly sawSide = (): void => {
    throw new NotIndependent()
  }

  readonly meetsGraph = (graph: PartialGraph, change: GraphChange): void => {
    // What stood for something else before is rare.
    this.#refuse([
      ...[...change.changedNodes, ...change.removedNodes].map(({ meaning }) => ownerOf(meaning)),
      ...change.removedDependencies.map(({ owner }) => owner),
    ])
    for (const { id, meaning } of change.addedNodes) this.#connect(id, ownerOf(meaning))
    for (const { node, on, owner } of change.addedDependencies) {
      this.#connect(node, owner)
      this.#connect(node, on)
    }
    for (const [node, dependencies] of graph.dependencies)
      for (const { on } of dependencies) this.#connect(node, on)
    for (const [node, users] of graph.users) for (const user of users) this.#connect(node, user)
  }

  readonly recalls = (items: readonly string[]): void => this.#refuse(items)

  /** What touches these is made alone. */
  #refuse(items: readonly string[]): void {
    if (items.length > 0)
      throw new NotIndependent({ alone: items.map((item) => this.writeOf(item)) })
  }

  #connect(one: string, other: string): void {
    const [root, into] = [this.rootOf(one), this.rootOf(other)]
    if (root === into) return
    const [write, writeInto] = [this.#writes.get(root), this.#writes.get(into)]
    if (write !== undefined && writeInto !== undefined && write !== writeInto)
      throw new NotIndependent({ after: [Math.max(write, writeInto)] })
    this.#parents.set(root, into)
    if (write !== undefined) this.#writes.set(into, write)
  }

  /** The same for all items that are linked, as far as was read. */
  rootOf(item: string): string {
    let root = item
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root))
      root = next
    // Later look-ups take one step.
    for (let at = item; at !== root;) {
      const next = this.#parents.get(at) ?? root
      this.#parents.set(at, root)
      at = next
    }
    return root
  }
}

export function ownerOf(meaning: NodeMeaning): ItemId {
  return meaning.kind === 'claim' ? meaning.claim : meaning.link
}
