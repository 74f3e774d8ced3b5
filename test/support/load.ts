import type { PartialLabels, LabelledNode } from '../../src/engine/graph/partial-labels.ts'
import type { PartialRecord, RecordQuestions } from '../../src/engine/record/partial-record.ts'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import type { RecordView } from '../../src/engine/record/record.ts'

/** Loads what a partial record missed; false if nothing was missing. */
export function loadRecord(
  partial: PartialRecord,
  asked: RecordQuestions | undefined,
  whole: RecordView,
  items: RecordItems,
): boolean {
  if (asked === undefined) return false
  partial.addClaims(
    asked.claims,
    asked.claims.flatMap((id) => whole.claim(id) ?? []),
  )
  partial.addLinks(
    asked.links,
    asked.links.flatMap((id) => whole.link(id) ?? []),
  )
  partial.addLinksFrom(
    asked.linksFrom,
    asked.linksFrom.flatMap(({ claim, relation }) => whole.linksFrom(claim, relation)),
  )
  partial.addLinksOnto(
    asked.linksOnto,
    asked.linksOnto.flatMap(({ target, relation }) => whole.linksOnto(target, relation)),
  )
  partial.addUndercutsOfLinksOf(
    asked.undercutsOfLinksOf,
    new Map(asked.undercutsOfLinksOf.map((claim) => [claim, whole.undercutsOfLinksOf(claim)])),
  )
  partial.addClaimsOfSide(
    asked.claimsOfSide,
    new Map(asked.claimsOfSide.map((source) => [source, whole.claimsOfSide(source)])),
  )
  const named = new Set(asked.affiliations)
  for (const source of named) {
    for (const affiliation of items.affiliations) {
      if (affiliation.source === source) named.add(affiliation.to)
    }
  }
  partial.addAffiliations(
    asked.affiliations,
    items.affiliations.filter((affiliation) => named.has(affiliation.source)),
  )
  return true
}

/** Loads what partial labels missed; false if nothing was missing. */
export function loadLabels(
  partial: PartialLabels,
  node: (id: string) => LabelledNode | undefined,
): boolean {
  const asked = partial.takeQuestions()
  if (asked === undefined) return false
  partial.add(
    asked,
    asked.flatMap((id) => node(id) ?? []),
  )
  return true
}
