import { z } from 'zod'
import { remembered, type StoredBadges } from '../domain/badges.ts'
import type { ClaimId, SourceId } from '../domain/ids.ts'
import { id } from '../domain/references.ts'
import type { BadgeSpeaker } from '../store/badge-names.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import { ratingsMax, type RatingRow } from '../store/ratings.ts'
import type { SourceRef } from '../store/source-ref.ts'
import { removableText, sourceRefView, viewSourceRef, type SourceRefView } from './common.ts'

const partlyAdmittedView = z
  .object({ by: z.array(sourceRefView), of: z.int() })
  .nullable()
  .meta({
    description:
      'Who of those that the claim is about confirms it, and how many it is about; null if none or all of them do.',
  })

const setAsideView = z
  .array(z.object({ ruling: id, by: z.array(id), bodies: z.array(sourceRefView) }))
  .meta({
    description:
      'Rulings that once stood for or against the claim, each with the rulings that set it aside or suspended it and the bodies that made these.',
  })

const earlierVersionView = z
  .object({ claim: id, status: z.enum(remembered), by: z.array(sourceRefView) })
  .nullable()
  .meta({
    description:
      'The nearest claim that this one replaces, in one or more steps, and that was denied, disputed, countered, ruled against or without its basis: its status without what replaced it, and who answered it (at most three, without speakers who are not named). null if there is no such claim, and in answers to requests with `asOf` about moments before the service stored it.',
  })

export const badgesView = z
  .object({
    qualified: z.int(),
    alsoAssertedBy: z.int(),
    reasonsOffered: z.int(),
    deniedBySubject: z.boolean(),
    admittedBySubject: z.boolean(),
    partlyAdmitted: partlyAdmittedView,
    setAside: setAsideView,
    replacesOthers: z.boolean(),
    earlierVersion: earlierVersionView,
    figuresConflict: z.boolean(),
    secondHandOnly: z.boolean(),
    contestedInference: z.boolean(),
    ratings: z.array(z.object({ claim: id, factChecker: sourceRefView, rating: removableText })),
    moreRatings: z.int().meta({
      description: `How many ratings there are beside these; at most ${ratingsMax} are listed.`,
    }),
  })
  .meta({ id: 'Badges', description: 'Marks beside a status, which never change it.' })
export type BadgesView = z.output<typeof badgesView>

/** The parties that badges name. */
interface BadgeNames {
  readonly sources: ReadonlyMap<SourceId, SourceRef>
  readonly speakers: ReadonlyMap<ClaimId, BadgeSpeaker>
}

/** The sources, and the claims with their speakers, that the badges of some claims name. */
export function namedByBadges(rows: readonly ClaimRow[]): {
  readonly sources: readonly SourceId[]
  readonly claims: readonly ClaimId[]
} {
  const badges = rows.flatMap((row) => row.badges ?? [])
  return {
    sources: [...new Set(badges.flatMap(({ partlyAdmitted }) => partlyAdmitted?.by ?? []))],
    claims: [...new Set(badges.flatMap(speaking))],
  }
}

/** What the badges of a claim need besides its row. */
export interface BadgeParts {
  readonly ratings: readonly RatingRow[]
  readonly names: BadgeNames
}

export function viewBadges(
  { badges, replacesOthers }: ClaimRow,
  { ratings, names }: BadgeParts,
): BadgesView {
  const partly = badges?.partlyAdmitted
  const earlier = badges?.earlierVersion
  return {
    qualified: badges?.qualified ?? 0,
    alsoAssertedBy: badges?.alsoAssertedBy ?? 0,
    reasonsOffered: badges?.reasonsOffered ?? 0,
    deniedBySubject: badges?.deniedBySubject ?? false,
    admittedBySubject: badges?.admittedBySubject ?? false,
    partlyAdmitted: partly
      ? {
          by: partly.by.flatMap((source) => names.sources.get(source) ?? []).map(viewSourceRef),
          of: partly.of,
        }
      : null,
    setAside: (badges?.setAside ?? []).map(({ ruling, by }) => ({
      ruling,
      by: [...by],
      bodies: speakersOf(names, by),
    })),
    replacesOthers,
    earlierVersion: earlier
      ? { claim: earlier.claim, status: earlier.status, by: speakersOf(names, earlier.by) }
      : null,
    figuresConflict: badges?.figuresConflict ?? false,
    secondHandOnly: badges?.secondHandOnly ?? false,
    contestedInference: badges?.contestedInference ?? false,
    ratings: ratings.map(({ claim, factChecker, rating }) => ({
      claim,
      factChecker: viewSourceRef(factChecker),
      rating,
    })),
    moreRatings: Math.max(0, (badges?.ratings.length ?? 0) - ratingsMax),
  }
}

/** The claims whose speakers badges name. */
function speaking({ setAside, earlierVersion }: StoredBadges): readonly ClaimId[] {
  return [...setAside.flatMap(({ by }) => by), ...(earlierVersion?.by ?? [])]
}

/** The last event that changed anything that the badges of a claim name. */
export function badgesSeq({ badges }: ClaimRow, { ratings, names }: BadgeParts): number {
  const spoken = (badges ? speaking(badges) : []).flatMap((id) => names.speakers.get(id) ?? [])
  const named = [
    ...ratings.map(({ factChecker }) => factChecker),
    ...spoken.map(({ speaker }) => speaker),
    ...(badges?.partlyAdmitted?.by ?? []).map((source) => names.sources.get(source)),
  ]
  return Math.max(
    ...ratings.map(({ seq }) => seq),
    ...spoken.map(({ seq }) => seq),
    ...named.map((source) => source?.seq ?? 0),
  )
}

/** The named speakers of some claims, each once. */
function speakersOf({ speakers }: BadgeNames, claims: readonly ClaimId[]): SourceRefView[] {
  const found = claims.flatMap((claim) => speakers.get(claim)?.speaker ?? [])
  return [...new Map(found.map((source) => [source.id, viewSourceRef(source)])).values()]
}
