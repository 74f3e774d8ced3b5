import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { relations } from '../../domain/kinds.ts'
import type { Affiliation } from './affiliations.ts'
import { targetClaim } from './links.ts'
import type { PartialRecord, RecordQuestions } from './partial-record.ts'
import type { RecordClaim, RecordLink } from './record.ts'

/** A part of the record: what was asked about it, and what lies around that. */
export interface RecordRegion {
  readonly claims: readonly RecordClaim[]
  /** Claims of which every link, and every undercut of one, is among `links`. */
  readonly whole: readonly ClaimId[]
  /** Voided ones only if they were asked for by id. */
  readonly links: readonly RecordLink[]
  /** The links that attack a link which ends at a claim, at any depth. */
  readonly undercutEnds: readonly { readonly claim: ClaimId; readonly link: LinkId }[]
  /** Of the speakers and subjects of `claims`, of the sources asked about, and of all they lead to. */
  readonly affiliations: readonly Affiliation[]
}

/** Answers what was asked of a record, and whatever else the region answers. */
export function learnRegion(
  record: PartialRecord,
  asked: RecordQuestions,
  { claims, whole, links, undercutEnds, affiliations }: RecordRegion,
): void {
  const standing = links.filter(({ voided }) => !voided)
  const all = new Set(whole)
  // Whatever undercuts a link of a whole claim is known with it.
  const ontoLinks = standing
    .filter((link) => all.has(link.from) || all.has(targetClaim(link) ?? ''))
    .map(({ id }) => ({ target: id, relation: 'undercuts' as const }))

  record.loaded(claims.length)
  record.addClaims(asked.claims, claims)
  record.addLinks(asked.links, links)
  record.addLinksFrom(
    [
      ...asked.linksFrom,
      ...whole.flatMap((claim) => relations.map((relation) => ({ claim, relation }))),
    ],
    standing,
  )
  record.addLinksOnto(
    [
      ...asked.linksOnto,
      ...whole.flatMap((target) => relations.map((relation) => ({ target, relation }))),
      ...ontoLinks,
    ],
    standing,
  )
  const byId = new Map(standing.map((link) => [link.id, link]))
  const undercuts = Map.groupBy(undercutEnds, ({ claim }) => claim)
  record.addUndercutsOfLinksOf(
    [...asked.undercutsOfLinksOf, ...whole],
    new Map(
      [...undercuts].map(([claim, ends]) => [
        claim,
        ends.flatMap(({ link }) => byId.get(link) ?? []),
      ]),
    ),
  )
  record.addAffiliations(
    [
      ...asked.affiliations,
      ...claims.flatMap(({ speaker, about }) => (speaker === null ? about : [speaker, ...about])),
    ],
    affiliations,
  )
}
