import type { Voices } from '../domain/account.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Speaker, Speakers } from '../sentences/told/speakers.ts'
import type { CitedClaim } from './cited-claims.ts'
import type { NamedLink } from './named-links.ts'
import type { Remark } from './remarks.ts'
import type { SourceRef } from './source-ref.ts'

/** What the sentences of a page name. */
export interface NamedItems {
  /** The language in which they are named. */
  readonly lang: DisplayLanguage
  readonly claims: ReadonlyMap<ClaimId, CitedClaim>
  readonly links: ReadonlyMap<LinkId, NamedLink>
  /** What is said of claims without contradicting them, by the claim. */
  readonly remarks: ReadonlyMap<ClaimId, readonly Remark[]>
}

/** The same, with claims that were reworded dated by their first version, as the rules date them. */
export function datedByFirst(
  items: NamedItems,
  firsts: Readonly<Record<ClaimId, ClaimId>>,
): NamedItems {
  const dated = Object.entries(firsts).flatMap(([id, first]) => {
    const [claim, original] = [items.claims.get(id), items.claims.get(first)]
    if (!claim || !original) return []
    return [[id, { ...claim, assertedAt: original.assertedAt, wasReworded: true }] as const]
  })
  return dated.length === 0 ? items : { ...items, claims: new Map([...items.claims, ...dated]) }
}

/** The speaker of a claim for a sentence; an unnamed speaker is identified only by that claim. */
export function speakerOf({
  id,
  speaker,
}: {
  readonly id: ClaimId
  readonly speaker: SourceRef | null
}): Speaker {
  return speaker ?? { id, name: null, isUnnamed: true }
}

/** The parties that speak some claims. */
export function speakersOf(voices: Voices | null, { claims }: NamedItems): Speakers {
  const named = voices?.claims.flatMap((id) => claims.get(id) ?? []).map(speakerOf) ?? []
  return { named, more: voices?.more ?? 0 }
}

/** The last event that changed anything a sentence says about some claims and links. */
export function seqOfNamed(
  { claims, links }: NamedItems,
  named: { readonly claims: readonly ClaimId[]; readonly links: readonly LinkId[] },
): number {
  const seqs = [
    ...named.claims.flatMap((id) => seqsOf(claims.get(id))),
    ...named.links.flatMap((id) => {
      const link = links.get(id)
      return link ? [link.seq, link.from.speaker?.seq ?? 0] : []
    }),
  ]
  return Math.max(0, ...seqs)
}

function seqsOf(claim: CitedClaim | undefined): readonly number[] {
  if (!claim) return []
  const replacing = claim.replacement?.by ?? null
  const named = [claim.speaker, claim.reference, replacing, ...(claim.answeredBy?.named ?? [])]
  return [claim.seq, ...named.map((one) => one?.seq ?? 0)]
}
