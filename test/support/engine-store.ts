import type { Counts } from '../../src/domain/counts.ts'
import type { Fit } from '../../src/domain/kinds.ts'
import { readAnswers } from '../../src/engine/standing/answers.ts'
import { claimsToCount, countsOf } from '../../src/engine/standing/counts.ts'
import { compileClaim, compileLink } from '../../src/engine/graph/compile.ts'
import { diffContributions, type GraphChange } from '../../src/engine/graph/diff.ts'
import { itemsToCompile } from '../../src/engine/change/affected.ts'
import type { Affiliation } from '../../src/engine/record/affiliations.ts'
import {
  unsettled,
  type Contribution,
  type NodeId,
  type NodeMeaning,
} from '../../src/engine/graph/graph.ts'
import type { LabelView } from '../../src/engine/graph/label-view.ts'
import { labelOf } from '../../src/engine/graph/label.ts'
import { recordOf, type RecordItems } from '../../src/engine/record/memory.ts'
import { labelsOfAdded, type PartialLabels } from '../../src/engine/graph/partial-labels.ts'
import { NewItems } from '../../src/engine/record/new-items.ts'
import { PartialRecord } from '../../src/engine/record/partial-record.ts'
import type { Change, RecordClaim, RecordLink } from '../../src/engine/record/record.ts'
import { settle } from '../../src/engine/record/settle.ts'
import type { Judgement } from '../../src/engine/standing/status.ts'
import { claimsToMark } from '../../src/engine/change/touched-badges.ts'
import { claimsToJudge } from '../../src/engine/change/touched.ts'
import { FullGraph } from './full-graph.ts'
import { loadLabels, loadRecord } from './load.ts'
import { standingOf, type Standing } from './standing-of.ts'

/**
 * An in-memory store that keeps graph and judgements up to date like the real one: it compiles,
 * relabels and judges only what a change affects, through partial views that contain only what was
 * asked for.
 */
export class EngineStore {
  readonly claims = new Map<string, RecordClaim>()
  readonly links = new Map<string, RecordLink>()
  readonly affiliations: Affiliation[] = []
  readonly standings = new Map<string, Standing>()
  readonly counts = new Map<string, Counts>()
  /** As stored: absent means null. */
  readonly leftOpen = new Map<string, readonly string[] | null>()
  readonly fits = new Map<string, Fit | null>()
  readonly graph = new FullGraph()
  /** The size of each update. */
  readonly touches: number[] = []
  readonly contributions = new Map<string, Contribution>()
  readonly #meanings = new Map<NodeId, NodeMeaning>()

  get items(): RecordItems {
    return {
      claims: [...this.claims.values()],
      links: [...this.links.values()],
      affiliations: this.affiliations,
    }
  }

  get judgements(): ReadonlyMap<string, Judgement> {
    return new Map([...this.standings].map(([id, { judgement }]) => [id, judgement]))
  }

  /** Makes some edits, reports which items they change, and settles the consequences. */
  async update(edit: () => readonly Change[]): Promise<void> {
    const before = recordOf(this.items)
    const changes = [...edit()]
    const after = recordOf(this.items)
    for (const id of this.links.keys()) {
      const wasVoided = before.link(id)?.voided ?? false
      if (!wasVoided && after.link(id)?.voided) changes.push({ link: id })
    }

    const entered = {
      claims: [...this.claims.values()].filter(({ id }) => !before.claim(id)),
      links: [...this.links.values()].filter(({ id }) => !before.link(id)),
      facts: [],
    }
    const record = new PartialRecord(new NewItems(entered, changes))
    const loadMissing = async () => loadRecord(record, record.takeQuestions(), after, this.items)
    const { change, compiled } = await this.#compile(changes, record, loadMissing)
    const relabelled = this.#relabel(change)
    const labels = labelsOfAdded(change.addedNodes, this.graph.states)
    const nodes = { compiled, relabelled, recompiled: change.recompiled }
    const judged = await settle(
      () =>
        new Set([
          ...claimsToJudge(record, changes, nodes),
          ...claimsToMark(record, changes, nodes),
        ]),
      loadMissing,
    )
    const counted = await settle(
      () => claimsToCount(record, changes).map((id) => [id, countsOf(record, id)] as const),
      loadMissing,
    )
    for (const [id, counts] of counted) this.counts.set(id, counts)
    const { leftOpen, fits } = await settle(
      () => readAnswers(record, changes, change.recompiled),
      loadMissing,
    )
    for (const [id, points] of leftOpen) this.leftOpen.set(id, points)
    for (const [id, fit] of fits) this.fits.set(id, fit)
    const standings = await settle(
      () => [...judged].map((id) => [id, standingOf(record, labels, id)] as const),
      async () => {
        const isLoaded = await loadMissing()
        return this.#loadLabels(labels) || isLoaded
      },
    )
    for (const [id, standing] of standings) if (standing) this.standings.set(id, standing)
    for (const { id, voided } of this.claims.values()) if (voided) this.standings.delete(id)
  }

  async #compile(
    changes: readonly Change[],
    record: PartialRecord,
    loadMissing: () => Promise<boolean>,
  ): Promise<{ change: GraphChange; compiled: readonly string[] }> {
    const { claims, links } = await settle(
      () => itemsToCompile(record, changes, this.#before()),
      loadMissing,
    )
    const after = await settle(
      () => [
        ...claims.map((id) => compileClaim(record, id)),
        ...links.map((id) => compileLink(record, id)),
      ],
      loadMissing,
    )
    const before = after.flatMap(({ owner }) => this.contributions.get(owner) ?? [])
    for (const contribution of after) this.contributions.set(contribution.owner, contribution)
    return { change: diffContributions(before, after), compiled: claims }
  }

  #before(): Pick<LabelView, 'isForced'> {
    return { isForced: (id) => this.graph.states.get(id)?.forced ?? false }
  }

  #relabel(change: GraphChange): readonly NodeMeaning[] {
    for (const { id } of change.removedNodes) {
      this.graph.remove(id)
      this.#meanings.delete(id)
    }
    for (const { node, ...dependency } of change.removedDependencies) {
      this.graph.disconnect(node, dependency)
    }
    for (const { id, forced, meaning } of [...change.addedNodes, ...change.changedNodes]) {
      const state = this.graph.states.get(id) ?? unsettled(forced)
      this.graph.states.set(id, { ...state, forced })
      this.#meanings.set(id, meaning)
    }
    for (const { node, ...dependency } of change.addedDependencies) {
      this.graph.connect(node, dependency)
    }
    const { relabelled, touches } = this.graph.relabel(change.seeds, change)
    this.touches.push(touches)
    return relabelled.flatMap((id) => this.#meanings.get(id) ?? [])
  }

  #loadLabels(labels: PartialLabels): boolean {
    return loadLabels(labels, (id) => {
      const state = this.graph.states.get(id)
      const meaning = this.#meanings.get(id)
      const twoWay = meaning?.kind === 'undercut' && meaning.twoWay
      return state && { id, label: labelOf(state), forced: state.forced, twoWay }
    })
  }
}
