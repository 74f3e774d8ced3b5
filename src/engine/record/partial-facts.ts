import type { ClaimId } from '../../domain/ids.ts'
import type { Attribution } from '../../domain/kinds.ts'
import { Known } from './known.ts'

/** Facts that badges show and the rules do not read. */
export interface BadgeFacts {
  /** The attribution of each citation of a claim. */
  attributionsOf(claim: ClaimId): readonly Attribution[]
  /** Whether a fact-checker speaks the claim, which rates something. */
  isRating(claim: ClaimId): boolean
}

/** Facts about one claim that badges show and the rules do not read. */
export interface ClaimFacts {
  readonly claim: ClaimId
  readonly attributions: readonly Attribution[]
  readonly isRating: boolean
}

/** The loaded part of these facts; works like `PartialRecord`. */
export class PartialFacts implements BadgeFacts {
  readonly #facts = new Known<ClaimFacts>()

  constructor(known: Iterable<ClaimFacts> = []) {
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

  has(claim: ClaimId): boolean {
    return this.#facts.has(claim)
  }

  add(asked: Iterable<ClaimId>, found: Iterable<ClaimFacts>): void {
    for (const facts of found) this.#facts.set(facts.claim, facts)
    for (const claim of asked)
      if (!this.#facts.has(claim))
        this.#facts.set(claim, { claim, attributions: [], isRating: false })
  }

  /** The misses since the last call; undefined if there were none. */
  takeQuestions(): readonly ClaimId[] | undefined {
    const asked = this.#facts.takeMissing()
    return asked.length > 0 ? asked : undefined
  }
}
