import type { LastStatus } from '../../domain/badges.ts'
import type { ClaimId } from '../../domain/ids.ts'
import type { Attribution } from '../../domain/kinds.ts'
import { Known } from './known.ts'

/** Facts that badges show and the rules do not read. */
export interface BadgeFacts {
  /** The attribution of each citation of a claim. */
  attributionsOf(claim: ClaimId): readonly Attribution[]
  /** Whether a fact-checker speaks the claim, which rates something. */
  isRating(claim: ClaimId): boolean
  /** What befell a claim that others replace, if a new version must not shed it. */
  lastStatusOf(claim: ClaimId): LastStatus | null
}

/** Facts about one claim that badges show and the rules do not read. */
export interface ClaimFacts {
  readonly claim: ClaimId
  readonly attributions: readonly Attribution[]
  readonly isRating: boolean
  readonly lastStatus: LastStatus | null
}

/** The loaded part of these facts; works like `PartialRecord`. */
export class PartialFacts implements BadgeFacts {
  readonly #facts = new Known<ClaimFacts>()
  readonly #lastStatuses: ReadonlyMap<ClaimId, LastStatus | null>

  /** @param lastStatuses those that are newer than what is loaded */
  constructor(
    known: Iterable<ClaimFacts> = [],
    lastStatuses: ReadonlyMap<ClaimId, LastStatus | null> = new Map(),
  ) {
    this.#lastStatuses = lastStatuses
    this.add([], known)
  }

  get misses(): number {
    return this.#facts.misses
  }

  attributionsOf(claim: ClaimId): readonly Attribution[] {
    return this.#facts.get(claim)?.attributions ?? []
  }

  isRating(claim: ClaimId): boolean {
    return this.#facts.get(claim)?.isRating ?? false
  }

  lastStatusOf(claim: ClaimId): LastStatus | null {
    const newer = this.#lastStatuses.get(claim)
    return newer === undefined ? (this.#facts.get(claim)?.lastStatus ?? null) : newer
  }

  has(claim: ClaimId): boolean {
    return this.#facts.has(claim)
  }

  add(asked: Iterable<ClaimId>, found: Iterable<ClaimFacts>): void {
    for (const facts of found) this.#facts.set(facts.claim, facts)
    for (const claim of asked)
      if (!this.#facts.has(claim))
        this.#facts.set(claim, { claim, attributions: [], isRating: false, lastStatus: null })
  }

  /** The misses since the last call; undefined if there were none. */
  takeQuestions(): readonly ClaimId[] | undefined {
    const asked = this.#facts.takeMissing()
    return asked.length > 0 ? asked : undefined
  }
}
